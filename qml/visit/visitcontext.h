#pragma once

#include "core/storage/drafts.h"
#include "core/support/clock.h"
#include "core/visit/completion.h"
#include "core/visit/progress.h"
#include "qml/visit/reportrendering.h"

#include <functional>

namespace turnus::visitpage {

/// What the view models of one visit share: its place in the database, its drafts and where errors go.
struct VisitContext
{
    storage::Connection &connection;
    const Clock &clock;
    QString contentDirectory;
    VisitId visit;
    std::function<void(const Error &)> failed;
    std::function<void()> refresh; ///< for what the database does not tell: drafts
    Renderer renderer;

    [[nodiscard]] visit::VisitLines lines() const { return {connection, visit}; }
    /// A half-typed value; written down at once.
    [[nodiscard]] QString draft(const QString &name) const;
    void setDraft(const QString &name, const QString &text) const;
    void dropDraft(const QString &name) const;
    /// False after telling the page what went wrong.
    bool check(const Status &status) const;

    [[nodiscard]] QString keyOf(const QString &name) const;
};

} // namespace turnus::visitpage
