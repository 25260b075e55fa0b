#include "sync/server/integration/calendarwriter.h"

#include <cstdlib>
#include <libical/ical.h>
#include <memory>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

struct KindWord
{
    QLatin1StringView kind;
    const char *english;
    const char *german;
};
constexpr KindWord kindWords[] = {
    {"maintenance"_L1, "Maintenance", "Wartung"},
    {"repair"_L1, "Repair", "Reparatur"},
    {"emergency"_L1, "Emergency", "Notdienst"},
    {"pick_up"_L1, "Pick-up", "Abholung"},
    {"delivery"_L1, "Delivery", "Lieferung"},
    {"installation"_L1, "Installation", "Installation"},
    {"courtesy_call"_L1, "Courtesy call", "Kundenbesuch"},
};

QString wordOf(const QString &kind, bool german)
{
    for (const KindWord &word : kindWords) {
        if (word.kind == kind)
            return QString::fromUtf8(german ? word.german : word.english);
    }
    return kind;
}

/// A text without the control characters that RFC 5545 forbids; what is nothing then is "-".
QByteArray calendarText(QString text)
{
    text.replace("\r\n"_L1, "\n"_L1);
    text.removeIf([](QChar character) { return character.category() == QChar::Other_Control && character != u'\n'; });
    return text.trimmed().isEmpty() ? QByteArray("-") : text.toUtf8();
}

icaltimetype timeOf(Instant instant)
{
    return icaltime_from_timet_with_zone(static_cast<time_t>(toInteger(instant) / 1'000), 0,
                                         icaltimezone_get_utc_timezone());
}

icalcomponent *component(const PlannedEvent &event, bool german)
{
    QStringList summary{wordOf(event.kind, german)};
    summary.append(event.customer.isEmpty() ? event.site : event.customer);
    const QByteArray uid = "appointment-" + QByteArray::number(event.id) + "@turnus";
    icalcomponent *made = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    icalcomponent_add_property(made, icalproperty_new_uid(uid.constData()));
    icalcomponent_add_property(made, icalproperty_new_dtstamp(timeOf(event.modified)));
    icalcomponent_add_property(made, icalproperty_new_lastmodified(timeOf(event.modified)));
    icalcomponent_add_property(made, icalproperty_new_sequence(event.sequence));
    icalcomponent_add_property(made, icalproperty_new_dtstart(timeOf(event.starts)));
    icalcomponent_add_property(made, icalproperty_new_dtend(timeOf(event.ends)));
    icalcomponent_add_property(made, icalproperty_new_summary(calendarText(summary.join(u": "_s)).constData()));
    const QString place = event.street + u", "_s + event.city;
    icalcomponent_add_property(made, icalproperty_new_location(calendarText(place).constData()));
    icalcomponent_add_property(
        made, icalproperty_new_status(event.status == "cancelled"_L1 ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
    icalcomponent_add_property(made, icalproperty_new_class(ICAL_CLASS_PRIVATE));
    return made;
}

} // namespace

QByteArray writeCalendar(const QList<PlannedEvent> &events, bool german)
{
    const std::unique_ptr<icalcomponent, void (*)(icalcomponent *)> calendar(
        icalcomponent_new(ICAL_VCALENDAR_COMPONENT), icalcomponent_free);
    icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar.get(),
                               icalproperty_new_prodid("-//Turnus//turnus-server " TURNUS_VERSION "//EN"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_calscale("GREGORIAN"));
    icalproperty *name = icalproperty_new_x("Turnus");
    icalproperty_set_x_name(name, "X-WR-CALNAME");
    icalcomponent_add_property(calendar.get(), name);
    for (const PlannedEvent &event : events)
        icalcomponent_add_component(calendar.get(), component(event, german));
    const std::unique_ptr<char, void (*)(void *)> text(icalcomponent_as_ical_string_r(calendar.get()), free);
    return QByteArray(text.get());
}

} // namespace turnus::server
