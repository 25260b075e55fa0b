#include "qml/care/complaintwords.h"

#include "core/care/daywords.h"

using namespace Qt::StringLiterals;

namespace turnus::carepage {

QString ComplaintWords::unit(const QString &product, const QString &place)
{
    return place.isEmpty() ? product : tr("%1, %2", "product, place").arg(product, place);
}

QStringList ComplaintWords::units(const std::vector<care::ComplaintUnit> &units)
{
    QStringList plain;
    for (const care::ComplaintUnit &one : units)
        plain.append(unit(one.product, one.place));
    QStringList names = plain;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const care::ComplaintUnit &one = units[size_t(i)];
        // The number before the place: a long name is cut at its end.
        if (plain.count(plain.at(i)) > 1)
            names[i] = unit(tr("%1, no. %2", "product, serial number").arg(one.product, one.serial), one.place);
    }
    return names;
}

QString ComplaintWords::detail(const care::Complaint &complaint, Day today)
{
    QStringList parts{tr("since %1").arg(care::DayWords::day(complaint.opened, today, QLocale())),
                      unit(complaint.product, complaint.place)};
    if (!complaint.takenBy.isEmpty())
        parts.append(tr("taken by %1").arg(complaint.takenBy));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString ComplaintWords::settlement(const care::Complaint &complaint, Day today)
{
    if (!complaint.settled)
        return {};
    const QString on = tr("settled %1", "on a day").arg(care::DayWords::day(*complaint.settled, today, QLocale()));
    return complaint.settlement.isEmpty() ? on : on + u": "_s + complaint.settlement;
}

QString ComplaintWords::error(const Error &error)
{
    if (error.code == u"complaint-empty")
        return tr("Still missing: what the customer complains of");
    if (error.code == u"settlement-empty")
        return tr("Still missing: how it was settled");
    if (error.code == u"complaint-settled")
        return tr("Somebody has settled it already.");
    if (error.code == u"text-too-long")
        return tr("The text is too long.");
    return tr("This did not work. Your entries are safe. Code %1").arg(error.code);
}

} // namespace turnus::carepage
