#include "qml/today/todaywords.h"

#include "core/care/daywords.h"

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace turnus::today {

QString TodayWords::kind(schedule::Kind kind)
{
    return kind == schedule::Kind::Repair ? tr("Fault") : schedule::KindWords::of(kind);
}

QString TodayWords::icon(schedule::Kind kind)
{
    switch (kind) {
    case schedule::Kind::Maintenance:
        return u"repeat"_s;
    case schedule::Kind::Repair:
        return u"wrench"_s;
    case schedule::Kind::Emergency:
        return u"siren"_s;
    case schedule::Kind::PickUp:
    case schedule::Kind::Delivery:
        return u"truck"_s;
    case schedule::Kind::Installation:
        return u"device"_s;
    case schedule::Kind::CourtesyCall:
        return u"cup"_s;
    }
    return {};
}

QString TodayWords::purpose(const schedule::Stop &stop)
{
    const bool routine = stop.kind == schedule::Kind::Maintenance && !stop.product.isEmpty();
    if (!stop.reason.isEmpty() && !routine) {
        const bool fault = (stop.kind == schedule::Kind::Repair || stop.kind == schedule::Kind::Emergency) &&
                           !stop.reason.startsWith(kind(stop.kind), Qt::CaseInsensitive);
        //: kind of appointment and what it is about: "Fault: milk foam"
        return fault ? tr("%1: %2").arg(kind(stop.kind), stop.reason) : stop.reason;
    }
    return stop.product.isEmpty() ? kind(stop.kind) : kind(stop.kind) + u" · "_s + stop.product;
}

QString TodayWords::why(const schedule::Why &why, Day today, const QLocale &locale)
{
    using Kind = schedule::Why::Kind;
    switch (why.kind) {
    case Kind::Contract:
        switch (why.visitsPerYear) {
        case 1:
            return tr("Yearly service, %1").arg(why.text);
        case 2:
            return tr("Half-yearly service, %1").arg(why.text);
        case 4:
            return tr("Quarterly service, %1").arg(why.text);
        default:
            return tr("Service, %1").arg(why.text);
        }
    case Kind::Plan:
        return tr("Service every %n month(s)", nullptr, why.intervalMonths);
    case Kind::Told:
        return why.text;
    case Kind::Promise:
        return tr("Promised by %1").arg(time(*why.until, locale));
    case Kind::Complaint:
        return tr("Open complaint since %1: %2").arg(care::DayWords::day(*why.since, today, locale), why.text);
    case Kind::Replacement:
        break;
    }
    if (why.due <= today)
        return tr("%1: replacement is due").arg(why.text);
    const QDate due = toQDate(why.due);
    const QString month = locale.toString(due, due.year() == toQDate(today).year() ? u"MMM" : u"MMM yyyy");
    return tr("%1: replacement due from %2").arg(why.text, month);
}

QString TodayWords::whyIcon(const schedule::Why &why)
{
    using Kind = schedule::Why::Kind;
    switch (why.kind) {
    case Kind::Contract:
    case Kind::Plan:
        return u"repeat"_s;
    case Kind::Told:
        return u"chat"_s;
    case Kind::Promise:
        return u"clock"_s;
    case Kind::Complaint:
        return u"warn"_s;
    case Kind::Replacement:
        return u"chance"_s;
    }
    return {};
}

QString TodayWords::compass(double bearing)
{
    const std::array points{tr("N"), tr("NE"), tr("E"), tr("SE"), tr("S"), tr("SW"), tr("W"), tr("NW")};
    return points.at(static_cast<size_t>(schedule::compassPoint(bearing)));
}

QString TodayWords::distance(double metres, const QLocale &locale)
{
    if (metres < 950)
        return tr("%1 m").arg(locale.toString(std::max(10.0, std::round(metres / 10) * 10), 'f', 0));
    return tr("%1 km").arg(locale.toString(metres / 1'000, 'f', metres < 9'950 ? 1 : 0));
}

QString TodayWords::time(Instant at, const QLocale &locale)
{
    return locale.toString(toLocal(at).time(), QLocale::ShortFormat);
}

QString TodayWords::dayTitle(Day day, const QLocale &locale)
{
    //: how Today writes its date; "Tue 14 October"
    return locale.toString(toQDate(day), tr("ddd d MMMM"));
}

} // namespace turnus::today
