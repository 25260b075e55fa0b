#pragma once

#include "core/storage/connection.h"
#include "core/support/ids.h"

#include <QString>
#include <QtQml/qqmlregistration.h>

namespace turnus {
class Clock;
}

namespace turnus::carepage {

/// That a customer has complaints open, as pages that could recommend something say it: the oldest, and what follows.
struct OpenComplaint
{
    Q_GADGET
    QML_VALUE_TYPE(openComplaint)
    Q_PROPERTY(bool open MEMBER open)
    Q_PROPERTY(QString lead MEMBER lead)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(QString summary MEMBER summary)

public:
    bool open = false;
    /// "Open complaint since 3 Nov: settle it first, do not recommend anything now."
    QString lead;
    /// What it is about, and how many more there are.
    QString text;
    /// For a row that leads to them; also when there is none.
    QString summary;

    bool operator==(const OpenComplaint &) const = default;
};

Result<OpenComplaint> openComplaintOf(storage::Connection &connection, CustomerId customer, const Clock &clock);

} // namespace turnus::carepage
