#pragma once

#include "core/care/complaints.h"

#include <QCoreApplication>
#include <QStringList>

namespace turnus::carepage {

/// Complaints in the person's language.
class ComplaintWords
{
    Q_DECLARE_TR_FUNCTIONS(turnus::carepage::ComplaintWords)

public:
    /// "BK 420, Bar"; empty when it is about no unit.
    static QString unit(const QString &product, const QString &place);
    /// As unit(), of each; where two would be called the same, with the serial number.
    static QStringList units(const std::vector<care::ComplaintUnit> &units);
    /// "since 3 Nov · BK 420, Bar · taken by Jana Muster"
    static QString detail(const care::Complaint &complaint, Day today);
    /// "settled 5 Nov: new seal"
    static QString settlement(const care::Complaint &complaint, Day today);
    static QString error(const Error &error);
};

} // namespace turnus::carepage
