#pragma once

#include "core/installedbase/removals.h"

#include <QCoreApplication>

namespace turnus::asset {

/// How it is said that a unit is gone.
class RemovalWords
{
    Q_DECLARE_TR_FUNCTIONS(turnus::asset::RemovalWords)

public:
    /// "It failed on 12/03/2026"
    static QString headline(const installedbase::Removal &removal);
    /// Last good day, successor, competitor's product, who said so.
    static QString detail(const installedbase::RecordedRemoval &recorded);
    /// A reason to choose: "Failed", "Replaced early, for its condition" …
    static QString choice(installedbase::RemovalReason reason);
    /// For the history: "Gone: failed", "Still here after all".
    static QString event(const QString &reason);
    static QString day(Day day);
    /// What `day` understands; nothing when it is no day.
    static std::optional<Day> parsed(const QString &text);
    static QString error(const Error &error);
};

} // namespace turnus::asset
