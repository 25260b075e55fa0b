#include "app/report/pdfreport.h"
#include "app/turnus-device/commands.h"
#include "app/turnus-device/reporting.h"
#include "core/installedbase/assetforecasts.h"
#include "core/installedbase/removals.h"
#include "core/sales/referrals.h"
#include "core/schedule/dayplan.h"
#include "core/storage/devicestate.h"
#include "core/support/clock.h"
#include "core/visit/completion.h"
#include "core/visit/duenotes.h"
#include "core/visit/lines.h"
#include "core/visit/report.h"
#include "core/visit/visits.h"

#include <boost/json/array.hpp>

using namespace Qt::StringLiterals;
namespace bj = boost::json;

namespace turnus::device {

namespace {

Result<StaffId> technician(Device &device)
{
    return device.connection().read([&] {
        return StaffId{storage::DeviceState(device.connection()).integer(storage::DeviceState::staffId).value_or(0)};
    });
}

Result<Report> start(Device &device, const Arguments &arguments)
{
    TURNUS_ASSIGN(appointment, arguments.integer(1, u"APPOINTMENT"_s));
    TURNUS_ASSIGN(metres, arguments.maybeInteger(u"metres"_s));
    visit::Visits visits(device.connection());
    const AppointmentId id{appointment};
    TURNUS_TRY(visits.startDriving(id));
    TURNUS_ASSIGN(made, visits.arrive(id, metres ? visit::Arrival::ByPosition : visit::Arrival::ByHand,
                                      metres ? std::optional(static_cast<int>(*metres)) : std::nullopt));
    return Report{{"visit", made.value}};
}

Result<Report> show(Device &device, VisitId visit)
{
    TURNUS_ASSIGN(facts, visit::loadFacts(device.connection(), device.contentDirectory(), visit));
    bj::array checklist;
    for (const visit::ChecklistEntry &entry : facts.checklist) {
        checklist.push_back(bj::object{{"item", entry.item.value},
                                       {"label", json(entry.label)},
                                       {"required", entry.required},
                                       {"answered", entry.answer != visit::Answer::Open}});
    }
    return Report{{"visit", visit.value},
                  {"customer", json(facts.visit.customerName)},
                  {"asset", facts.visit.asset.value},
                  {"product", json(facts.visit.productName)},
                  {"completed", facts.visit.completed},
                  {"required_open", facts.requiredOpen()},
                  {"checklist", std::move(checklist)}};
}

/// "ok", "defect", "not_applicable" or a number.
Status check(visit::VisitLines &lines, const Arguments &arguments)
{
    TURNUS_ASSIGN(item, arguments.integer(2, u"ITEM"_s));
    TURNUS_ASSIGN(word, arguments.word(3, u"ANSWER"_s));
    const QString note = arguments.value(u"note"_s);
    const std::map<QString, visit::Answer> answers{{u"ok"_s, visit::Answer::Ok},
                                                   {u"defect"_s, visit::Answer::Defect},
                                                   {u"not_applicable"_s, visit::Answer::NotApplicable}};
    if (const auto found = answers.find(word); found != answers.end())
        return lines.answer(ChecklistItemId{item}, found->second, {}, note);
    TURNUS_ASSIGN(value, arguments.number(3, u"ANSWER"_s));
    return lines.answer(ChecklistItemId{item}, visit::Answer::Value, value, note);
}

Status part(visit::VisitLines &lines, const Arguments &arguments)
{
    TURNUS_ASSIGN(name, arguments.word(2, u"PART"_s));
    TURNUS_ASSIGN(quantity, arguments.integer(3, u"QUANTITY"_s));
    visit::PartLine line{.name = name};
    TURNUS_ASSIGN(hits, lines.findParts(name));
    if (!hits.empty()) {
        line.part = hits.front().part;
        line.number = hits.front().number;
        line.name = hits.front().name;
        line.unitPrice = hits.front().price;
    }
    line.quantity = static_cast<int>(quantity);
    line.source = arguments.has(u"order"_s) ? visit::PartSource::Order : visit::PartSource::Van;
    return lines.recordPart(line);
}

Status note(Device &device, VisitId visit, const Arguments &arguments)
{
    TURNUS_ASSIGN(word, arguments.word(2, u"VERDICT"_s));
    TURNUS_ASSIGN(months, arguments.maybeInteger(u"months"_s));
    visit::DueNote note;
    for (const auto verdict :
         {visit::Verdict::Keep, visit::Verdict::Repair, visit::Verdict::Replace, visit::Verdict::Keep}) {
        note.verdict = verdict;
        if (visit::nameOf(verdict) == word)
            break;
    }
    if (visit::nameOf(note.verdict) != word)
        return fail(Domain::Input, u"usage", u"keep, repair or replace"_s);
    if (months)
        note.horizonMonths = static_cast<int>(*months);
    const QStringList signs = arguments.value(u"signs"_s).split(u',', Qt::SkipEmptyParts);
    note.signs.setFlag(visit::Sign::Grade, signs.contains(u"grade"_s));
    note.signs.setFlag(visit::Sign::RepairCost, signs.contains(u"repair_cost"_s));
    note.signs.setFlag(visit::Sign::PartsEnd, signs.contains(u"parts_end"_s));
    note.signs.setFlag(visit::Sign::Other, signs.contains(u"other"_s));
    note.customerInformed = arguments.has(u"informed"_s);
    TURNUS_ASSIGN(loaded, visit::Visits(device.connection()).load(visit));
    if (loaded.asset) {
        TURNUS_ASSIGN(forecast,
                      installedbase::AssetForecasts(device.connection()).compute(loaded.asset, device.clock().today()));
        visit::setForecast(note, forecast);
    }
    TURNUS_TRY(visit::DueNotes(device.connection()).record(visit, note));
    return {};
}

/// As the page does: what looks implausible is taken when it is said again, with --confirmed.
Status reading(Device &device, visit::VisitLines &lines, VisitId visit, const Arguments &arguments)
{
    TURNUS_ASSIGN(value, arguments.number(2, u"VALUE"_s));
    const bool exchanged = arguments.has(u"meter-exchanged"_s);
    TURNUS_ASSIGN(loaded, visit::Visits(device.connection()).load(visit));
    TURNUS_ASSIGN(before, lines.readings());
    const visit::Plausibility judged =
        visit::checkReading(before.earlier, loaded.nominalUsagePerDay, value, device.clock().now(), exchanged);
    if (judged.asks() && !arguments.has(u"confirmed"_s)) {
        return fail(
            Domain::Input, u"reading-implausible",
            u"%1 after %2; expected %3 to %4. If it is right, say it again with --confirmed"_s.arg(value, 0, 'f', 0)
                .arg(judged.last, 0, 'f', 0)
                .arg(judged.expectedLow, 0, 'f', 0)
                .arg(judged.expectedHigh, 0, 'f', 0));
    }
    return lines.recordReading(value, exchanged, judged.asks());
}

Result<std::optional<Day>> maybeDay(const Arguments &arguments, const QString &option)
{
    if (!arguments.has(option))
        return std::optional<Day>();
    const QDate date = QDate::fromString(arguments.value(option), Qt::ISODate);
    if (!date.isValid())
        return fail(Domain::Input, u"usage", u"--%1: YYYY-MM-DD"_s.arg(option));
    return std::optional(fromQDate(date));
}

/// `place`: of the word that says why.
Status remove(Device &device, AssetId asset, VisitId visit, const Arguments &arguments, qsizetype place)
{
    TURNUS_ASSIGN(word, arguments.word(place, u"REASON"_s));
    const auto reason = installedbase::removalReasonNamed(word);
    if (!reason)
        return fail(Domain::Input, u"usage", u"failed, condition, competitor, left or kept"_s);
    TURNUS_ASSIGN(day, maybeDay(arguments, u"day"_s));
    TURNUS_ASSIGN(lastGood, maybeDay(arguments, u"last-good"_s));
    TURNUS_ASSIGN(successor, arguments.maybeInteger(u"successor"_s));
    return installedbase::Removals(device.connection())
        .record(asset,
                {.reason = *reason,
                 .day = day.value_or(device.clock().today()),
                 .lastGood = lastGood,
                 .successor = AssetId{successor.value_or(0)},
                 .note = arguments.value(u"note"_s)},
                visit);
}

Status complete(Device &device, VisitId visit, const QString &signer, const QString &language)
{
    TURNUS_ASSIGN(locale, readyForReports(language));
    TURNUS_ASSIGN(document, visit::prepareReport(device.connection(), device.contentDirectory(), visit,
                                                 {.signer = signer, .strokes = {}}, locale));
    TURNUS_ASSIGN(rendered, printing::PdfReport().render(document));
    installedbase::AssetForecasts forecasts(device.connection());
    const auto forecastAnew = [&](storage::Writer &writer, AssetId asset) {
        return forecasts.refreshWithin(writer, asset, device.clock().today());
    };
    return visit::complete(device.connection(), device.contentDirectory(), visit, document, rendered, locale,
                           forecastAnew);
}

Status record(Device &device, const QString &action, VisitId visit, const Arguments &arguments)
{
    visit::VisitLines lines(device.connection(), visit);
    if (action == "check"_L1)
        return check(lines, arguments);
    if (action == "reading"_L1)
        return reading(device, lines, visit, arguments);
    if (action == "grade"_L1) {
        TURNUS_ASSIGN(grade, arguments.integer(2, u"GRADE"_s));
        return lines.recordGrade(static_cast<int>(grade));
    }
    if (action == "finding"_L1) {
        TURNUS_ASSIGN(what, arguments.word(2, u"TEXT"_s));
        TURNUS_ASSIGN(grade, arguments.maybeInteger(u"grade"_s));
        return lines.recordFinding(what, arguments.value(u"place"_s),
                                   grade ? std::optional(static_cast<int>(*grade)) : std::nullopt);
    }
    if (action == "part"_L1)
        return part(lines, arguments);
    if (action == "note"_L1)
        return note(device, visit, arguments);
    if (action == "gone"_L1) {
        TURNUS_ASSIGN(loaded, visit::Visits(device.connection()).load(visit));
        return remove(device, loaded.asset, visit, arguments, 2);
    }
    if (action == "photo"_L1) {
        TURNUS_ASSIGN(file, arguments.word(2, u"FILE"_s));
        TURNUS_TRY(visit::Attachments(device.connection(), device.contentDirectory()).addPhoto(visit, file));
        return {};
    }
    if (action == "sign"_L1 || action == "complete"_L1) {
        TURNUS_ASSIGN(signer, arguments.word(2, u"SIGNER"_s));
        return complete(device, visit, signer, arguments.value(u"language"_s, u"en"_s));
    }
    return fail(Domain::Input, u"usage", u"visit %1: no such action"_s.arg(action));
}

} // namespace

Result<Report> today(Device &device, const QStringList &words)
{
    TURNUS_ASSIGN(arguments, Arguments::parse(words, {u"in-days"_s}, {}));
    TURNUS_ASSIGN(offset, arguments.maybeInteger(u"in-days"_s));
    TURNUS_ASSIGN(person, technician(device));
    const Day day = device.clock().today() + days{offset.value_or(0)};
    TURNUS_ASSIGN(stops, schedule::DayPlan(device.connection()).stops(person, day));
    bj::array list;
    for (const schedule::Stop &stop : stops) {
        list.push_back(bj::object{{"appointment", stop.id.value},
                                  {"visit", stop.visit.value},
                                  {"kind", json(schedule::nameOf(stop.kind))},
                                  {"status", json(schedule::nameOf(stop.status))},
                                  {"starts", json(stop.starts)},
                                  {"ends", json(stop.ends)},
                                  {"customer", json(stop.customerName)},
                                  {"city", json(stop.city)},
                                  {"asset", stop.asset.value},
                                  {"product", json(stop.product)}});
    }
    return Report{{"day", json(toQDate(day).toString(Qt::ISODate))}, {"appointments", std::move(list)}};
}

Result<Report> visit(Device &device, const QStringList &words)
{
    TURNUS_ASSIGN(arguments, Arguments::parse(words,
                                              {u"metres"_s, u"note"_s, u"months"_s, u"signs"_s, u"place"_s, u"grade"_s,
                                               u"language"_s, u"day"_s, u"last-good"_s, u"successor"_s},
                                              {u"meter-exchanged"_s, u"confirmed"_s, u"order"_s, u"informed"_s}));
    TURNUS_ASSIGN(action, arguments.word(0, u"ACTION"_s));
    if (action == "start"_L1)
        return start(device, arguments);
    TURNUS_ASSIGN(number, arguments.integer(1, u"VISIT"_s));
    const VisitId id{number};
    if (action == "show"_L1)
        return show(device, id);
    TURNUS_TRY(record(device, action, id, arguments));
    return Report{{"visit", number}, {"recorded", json(action)}};
}

Result<Report> gone(Device &device, const QStringList &words)
{
    TURNUS_ASSIGN(arguments, Arguments::parse(words, {u"day"_s, u"last-good"_s, u"successor"_s, u"note"_s}, {}));
    TURNUS_ASSIGN(asset, arguments.integer(0, u"ASSET"_s));
    TURNUS_TRY(remove(device, AssetId{asset}, {}, arguments, 1));
    return Report{{"asset", asset}, {"recorded", json(words.value(1))}};
}

Result<Report> refer(Device &device, const QStringList &words)
{
    TURNUS_ASSIGN(arguments, Arguments::parse(words,
                                              {u"given-by"_s, u"media"_s, u"interest"_s, u"note"_s, u"product"_s,
                                               u"contact"_s, u"language"_s},
                                              {u"repair-shown"_s}));
    TURNUS_ASSIGN(visitNumber, arguments.integer(0, u"VISIT"_s));
    TURNUS_ASSIGN(product, arguments.maybeInteger(u"product"_s));
    TURNUS_ASSIGN(contact, arguments.maybeInteger(u"contact"_s));
    TURNUS_ASSIGN(person, technician(device));
    const VisitId visitId{visitNumber};
    TURNUS_ASSIGN(loaded, visit::Visits(device.connection()).load(visitId));
    sales::ReferralDraft draft{.asset = loaded.asset,
                               .visit = visitId,
                               .technician = person,
                               .product = ProductId{product.value_or(0)},
                               .contact = ContactId{contact.value_or(0)},
                               .consentGivenBy = arguments.value(u"given-by"_s),
                               .media = arguments.value(u"media"_s, u"phone"_s).split(u',', Qt::SkipEmptyParts),
                               .wordingLanguage = arguments.value(u"language"_s, u"de"_s),
                               .note = arguments.value(u"note"_s),
                               .repairShown = arguments.has(u"repair-shown"_s)};
    const QString interest = arguments.value(u"interest"_s, u"hot"_s);
    for (const auto known : {sales::Interest::Hot, sales::Interest::Later, sales::Interest::Information}) {
        if (sales::nameOf(known) == interest)
            draft.interest = known;
    }
    if (sales::nameOf(draft.interest) != interest)
        return fail(Domain::Input, u"usage", u"--interest: hot, later or information"_s);
    TURNUS_ASSIGN(referral, sales::Referrals(device.connection()).handOver(draft));
    return Report{{"referral", referral.value}};
}

} // namespace turnus::device
