#include "qml/care/opencomplaint.h"

#include "core/care/daywords.h"
#include "core/support/clock.h"
#include "qml/care/complaintwords.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace turnus::carepage {

Result<OpenComplaint> openComplaintOf(storage::Connection &connection, CustomerId customer, const Clock &clock)
{
    TURNUS_ASSIGN(complaints, care::Complaints(connection).openOf(customer));
    if (complaints.empty())
        return OpenComplaint{.summary = ComplaintWords::tr("None open")};
    const care::Complaint &oldest = complaints.front();
    const QString since = care::DayWords::day(oldest.opened, clock.today(), QLocale());
    const auto more = static_cast<int>(complaints.size()) - 1;
    QStringList parts{ComplaintWords::unit(oldest.product, oldest.place), oldest.what};
    parts.removeAll(QString());
    OpenComplaint found{.open = true};
    found.lead =
        ComplaintWords::tr("Open complaint since %1: settle it first, do not recommend anything now.").arg(since);
    found.text = parts.join(u": "_s);
    if (more > 0)
        found.text += ComplaintWords::tr(" (and %n more)", nullptr, more);
    found.summary = ComplaintWords::tr("%n open, since %1", nullptr, more + 1).arg(since);
    return found;
}

} // namespace turnus::carepage
