#include "app/turnus-device/commands.h"
#include "core/schedule/visitmanifest.h"
#include "core/storage/devicestate.h"
#include "core/support/clock.h"
#include "sync/client/receiptfetcher.h"

#include <QFile>
#include <QSaveFile>
#include <boost/json/array.hpp>

using namespace Qt::StringLiterals;
namespace bj = boost::json;

namespace turnus::device {

namespace {

constexpr qint64 manifestDays = 3;

Result<Day> dayOf(Device &device, const Arguments &arguments)
{
    if (!arguments.has(u"day"_s))
        return device.clock().today();
    const QDate day = QDate::fromString(arguments.value(u"day"_s), Qt::ISODate);
    if (!day.isValid())
        return fail(Domain::Input, u"usage", u"--day: 2026-10-14"_s);
    return fromQDate(day);
}

const char *word(client::Signature signature)
{
    switch (signature) {
    case client::Signature::Good:
        return "good";
    case client::Signature::NotTrusted:
        return "not_trusted";
    case client::Signature::Wrong:
        return "wrong";
    case client::Signature::Unreadable:
        break;
    }
    return "unreadable";
}

bj::object visitObject(const client::VisitProof &visit)
{
    bj::array missing;
    for (const client::LineGap &gap : visit.gaps)
        missing.push_back(bj::object{{"table", json(gap.table)}, {"rows", gap.missing}});
    return {{"visit", visit.visit},
            {"customer", json(visit.customer)},
            {"confirmed", visit.isConfirmed()},
            {"listed", visit.listed},
            {"completed", visit.completed},
            {"lines", visit.lines},
            {"missing", std::move(missing)},
            {"files", visit.files},
            {"files_held", visit.filesHeld}};
}

Report reportOf(const client::DayProof &proof)
{
    bj::array visits;
    for (const client::VisitProof &visit : proof.visits)
        visits.push_back(visitObject(visit));
    return {{"day", json(toQDate(proof.day).toString(Qt::ISODate))},
            {"signature", word(proof.signature)},
            {"key", json(proof.key)},
            {"issued", json(proof.issued)},
            {"fetched", json(proof.fetched)},
            {"whole", proof.isWhole()},
            {"lines", proof.lines()},
            {"files", proof.files()},
            {"files_held", proof.filesHeld()},
            {"referrals", proof.referrals},
            {"bonus_entries", proof.bonusEntries},
            {"operations_up_to", proof.operationsUpTo},
            {"visits", std::move(visits)}};
}

bj::object manifestObject(const schedule::Stop &stop, const schedule::VisitManifest &manifest)
{
    bj::array missing;
    for (const schedule::Gap &gap : manifest.gaps) {
        missing.push_back(
            bj::object{{"need", json(schedule::nameOf(gap.need))}, {"what", json(gap.what)}, {"bytes", gap.bytes}});
    }
    return {{"appointment", stop.id.value}, {"starts", json(stop.starts)}, {"customer", json(stop.customerName)},
            {"ready", manifest.isReady()},  {"rows", manifest.rows},       {"files", manifest.files},
            {"missing", std::move(missing)}};
}

} // namespace

Result<Report> receipt(Device &device, const QStringList &words)
{
    TURNUS_ASSIGN(arguments, Arguments::parse(words, {u"day"_s, u"out"_s}, {u"stored"_s}));
    TURNUS_ASSIGN(day, dayOf(device, arguments));
    if (!arguments.has(u"stored"_s))
        TURNUS_TRY(client::ReceiptFetcher(device.connection(), device.account()).fetch(day));
    client::ShiftReceipts receipts(device.connection());
    TURNUS_ASSIGN(file, receipts.file(day));
    if (arguments.has(u"out"_s)) {
        QSaveFile out(arguments.value(u"out"_s));
        if (!out.open(QIODevice::WriteOnly) || out.write(file) != file.size() || !out.commit())
            return fail(Domain::Storage, u"io", u"%1: %2"_s.arg(out.fileName(), out.errorString()));
    }
    TURNUS_ASSIGN(proof, receipts.proof(day));
    return reportOf(*proof);
}

Result<Report> ready(Device &device, const QStringList &words)
{
    TURNUS_ASSIGN(arguments, Arguments::parse(words, {u"days"_s, u"language"_s}, {}));
    TURNUS_ASSIGN(days, arguments.maybeInteger(u"days"_s));
    TURNUS_ASSIGN(staff, device.connection().read([&] {
        return StaffId{storage::DeviceState(device.connection()).integer(storage::DeviceState::staffId).value_or(0)};
    }));
    const schedule::VisitManifests manifests(device.connection(), device.contentDirectory(),
                                             arguments.value(u"language"_s, u"de"_s));
    TURNUS_ASSIGN(lost, manifests.forgetLostFiles());
    const schedule::DayPlan plan(device.connection());
    bj::array visits;
    qint64 notReady = 0;
    Report report;
    for (qint64 ahead = 0; ahead < days.value_or(manifestDays); ++ahead) {
        TURNUS_ASSIGN(stops, plan.stops(staff, device.clock().today() + turnus::days{ahead}));
        for (const schedule::Stop &stop : stops) {
            if (stop.status == schedule::AppointmentStatus::Done)
                continue;
            TURNUS_ASSIGN(manifest, manifests.of(stop));
            notReady += manifest.isReady() ? 0 : 1;
            if (manifest.compared)
                report["compared"] = json(*manifest.compared);
            visits.push_back(manifestObject(stop, manifest));
        }
    }
    report["visits_ready"] = static_cast<qint64>(visits.size()) - notReady;
    report["visits_not_ready"] = notReady;
    report["lost_files"] = lost;
    report["visits"] = std::move(visits);
    return report;
}

} // namespace turnus::device
