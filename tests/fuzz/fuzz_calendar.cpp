#include "sync/server/integration/calendarwriter.h"
#include "tests/fuzz/fuzz.h"

#include <libical/ical.h>
#include <memory>

using namespace turnus;

/// Whatever a site, a street and a customer are called: a calendar of one event comes out, and it is the right one.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QStringList parts = text.split(QChar(1));
    server::PlannedEvent event;
    event.id = 203;
    event.kind = parts.value(0);
    event.status = parts.value(1);
    event.site = parts.value(2);
    event.street = parts.value(3);
    event.city = parts.value(4);
    event.customer = parts.value(5);
    event.starts = instantFrom(1'791'187'200'000);
    event.ends = instantFrom(1'791'190'800'000);
    const QByteArray calendar = server::writeCalendar({event}, size % 2 == 0);
    const std::unique_ptr<icalcomponent, void (*)(icalcomponent *)> read(icalparser_parse_string(calendar.constData()),
                                                                         icalcomponent_free);
    FUZZ_REQUIRE(read);
    FUZZ_REQUIRE(icalcomponent_count_components(read.get(), ICAL_ANY_COMPONENT) == 1);
    icalcomponent *only = icalcomponent_get_first_component(read.get(), ICAL_VEVENT_COMPONENT);
    FUZZ_REQUIRE(only);
    FUZZ_REQUIRE(QByteArray(icalcomponent_get_uid(only)) == "appointment-203@turnus");
    FUZZ_REQUIRE(icalcomponent_count_properties(only, ICAL_SUMMARY_PROPERTY) == 1);
    FUZZ_REQUIRE(icalcomponent_count_properties(only, ICAL_ATTENDEE_PROPERTY) == 0);
    return 0;
}
