#include "qml/asset/eventmodel.h"

#include "core/installedbase/forecastwords.h"
#include "core/schedule/kinds.h"
#include "qml/asset/removalwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <array>

using namespace Qt::StringLiterals;

namespace turnus::asset {

using installedbase::EventKind;
using installedbase::ForecastWords;
using installedbase::HistoryEvent;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("AssetHistoryPage", text);
}

QString verdictWords(const HistoryEvent &event)
{
    if (event.text == u"keep")
        return words(QT_TRANSLATE_NOOP("AssetHistoryPage", "Advice: keep it"));
    if (event.text == u"repair")
        return words(QT_TRANSLATE_NOOP("AssetHistoryPage", "Advice: repair"));
    return words(QT_TRANSLATE_NOOP("AssetHistoryPage", "Advice: replace"));
}

QString gradeWords(int grade)
{
    return words(QT_TRANSLATE_NOOP("AssetHistoryPage", "Grade %1 of 5")).arg(grade);
}

void describe(EventRow &row, const HistoryEvent &event, const QString &unit)
{
    row.detail = event.who;
    switch (event.kind) {
    case EventKind::Visit:
        row.title = schedule::KindWords::of(event.text);
        return;
    case EventKind::Repair:
        row.title = event.text;
        row.detail = words(QT_TRANSLATE_NOOP("AssetHistoryPage", "Repair"));
        row.value = event.cost ? ForecastWords::money(*event.cost)
                               : words(QT_TRANSLATE_NOOP("AssetHistoryPage", "cost unknown"));
        return;
    case EventKind::Finding:
        row.title = event.text;
        row.detail = words(QT_TRANSLATE_NOOP("AssetHistoryPage", "Finding"));
        row.value = event.grade ? gradeWords(*event.grade) : QString();
        return;
    case EventKind::Grade:
        row.title = words(QT_TRANSLATE_NOOP("AssetHistoryPage", "Condition"));
        row.value = gradeWords(event.grade.value_or(0));
        return;
    case EventKind::Reading:
        row.title = words(QT_TRANSLATE_NOOP("AssetHistoryPage", "Meter reading"));
        row.value = QLocale().toString(event.value, 'f', 0) + u' ' + ForecastWords::unit(unit);
        return;
    case EventKind::PartUsed:
        row.title = event.text;
        row.detail = words(QT_TRANSLATE_NOOP("AssetHistoryPage", "Part, %1 ×")).arg(qRound(event.value));
        row.value = event.cost ? ForecastWords::money(*event.cost) : QString();
        return;
    case EventKind::DueNote:
        row.title = verdictWords(event);
        if (event.day) {
            row.detail = words(QT_TRANSLATE_NOOP("AssetHistoryPage", "We said: most likely %1"))
                             .arg(ForecastWords::month(*event.day));
        }
        return;
    case EventKind::Removal:
        row.title = RemovalWords::event(event.text);
        if (!event.note.isEmpty())
            row.detail = event.note;
        if (event.day && event.text != u"kept")
            row.value = RemovalWords::day(*event.day);
        return;
    case EventKind::Measured:
        row.title = event.text;
        row.detail = words(QT_TRANSLATE_NOOP("AssetHistoryPage", "Measured"));
        row.value = (ForecastWords::measured(event.value) + u' ' + ForecastWords::unit(event.who)).trimmed();
        return;
    }
}

} // namespace

EventRow eventRow(const HistoryEvent &event, const QString &unit)
{
    static const std::array icons{u"today"_s, u"wrench"_s, u"find"_s, u"star"_s, u"meter"_s,
                                  u"box"_s,   u"swap"_s,   u"flag"_s, u"meter"_s};
    const QDate date = toLocal(event.at).date();
    EventRow row{.id = event.id,
                 .kind = int(event.kind),
                 .year = QLocale().toString(date, u"yyyy"_s),
                 .day = QLocale().toString(date, words(QT_TRANSLATE_NOOP("AssetHistoryPage", "d MMM"))),
                 .iconName = icons[size_t(event.kind)]};
    describe(row, event, unit);
    return row;
}

const EventModel::Roles &EventModel::roles() const
{
    static const Roles all{{Title, "title", &EventRow::title},
                           {Kind, "kind", &EventRow::kind},
                           {Year, "year", &EventRow::year},
                           {DayRole, "day", &EventRow::day},
                           {Detail, "detailText", &EventRow::detail},
                           {ValueRole, "value", &EventRow::value},
                           {IconName, "iconName", &EventRow::iconName}};
    return all;
}

} // namespace turnus::asset
