#include "core/installedbase/removals.h"

#include "core/installedbase/limits.h"
#include "core/storage/devicestate.h"
#include "core/support/clock.h"
#include "core/support/limits.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace turnus::installedbase {

using storage::Statement;
using storage::Writer;

namespace {

constexpr std::array reasonNames{"failed"_L1, "condition"_L1, "competitor"_L1, "left"_L1, "kept"_L1};

using RemovalId = Id<struct RemovalTag>;

} // namespace

QString nameOf(RemovalReason reason)
{
    return reasonNames.at(static_cast<size_t>(reason));
}

std::optional<RemovalReason> removalReasonNamed(const QString &name)
{
    const auto found = std::ranges::find_if(reasonNames, [&](QLatin1StringView known) { return name == known; });
    return found == reasonNames.end() ? std::nullopt
                                      : std::optional(static_cast<RemovalReason>(found - reasonNames.begin()));
}

Status Removals::check(AssetId asset, const Removal &removal) const
{
    const auto wrong = [](const char16_t *code, const QString &detail) { return fail(Domain::Input, code, detail); };
    Statement unit = m_connection.query(
        "SELECT installed, installed_year_only, customer_id, status <> 'active' FROM asset WHERE id = ?", asset);
    if (!unit.step())
        return fail(Domain::Storage, u"not-found", u"no asset %1 on this device"_s.arg(asset.value));
    if (removal.note.size() > turnus::limits::textLength)
        return wrong(u"text-too-long", u"note of a removal"_s);
    if (removal.reason == RemovalReason::Kept)
        return unit.flag(3) ? Status() : wrong(u"removal-kept", u"the unit is there already"_s);
    const Day first = unit.flag(1) ? unit.day(0) - days{366} : unit.day(0);
    if (removal.day > m_connection.clock().today())
        return wrong(u"removal-future", toQDate(removal.day).toString(Qt::ISODate));
    if (removal.day < first)
        return wrong(u"removal-before-installation", toQDate(removal.day).toString(Qt::ISODate));
    if (removal.lastGood &&
        (removal.reason != RemovalReason::Failed || *removal.lastGood > removal.day || *removal.lastGood < first))
        return wrong(u"removal-last-good", toQDate(*removal.lastGood).toString(Qt::ISODate));
    if (!removal.successor)
        return {};
    Statement successor = m_connection.query("SELECT customer_id FROM asset WHERE id = ?", removal.successor);
    if (removal.successor == asset || !successor.step() || successor.integer(0) != unit.integer(2))
        return wrong(u"removal-successor", u"no other unit %1 at this customer"_s.arg(removal.successor.value));
    return {};
}

Status Removals::record(AssetId asset, const Removal &removal, VisitId visit)
{
    return m_connection.write([&](Writer &writer) -> Status {
        TURNUS_TRY(check(asset, removal));
        const StaffId me{storage::DeviceState(m_connection).integer(storage::DeviceState::staffId).value_or(0)};
        TURNUS_ASSIGN(id, writer.mint<RemovalId>());
        const QString note = removal.note.trimmed();
        writer.insert("asset_removal", id, "asset", asset,
                      {{"asset_id", asset},
                       {"visit_id", visit},
                       {"technician_id", me},
                       {"reason", nameOf(removal.reason)},
                       {"removed", removal.day},
                       {"last_good", removal.lastGood},
                       {"successor_id", removal.successor},
                       {"note", note.isEmpty() ? storage::Value() : storage::Value(note)},
                       {"at", writer.now()}});
        writer.update("asset", asset, {{"status", removal.reason == RemovalReason::Kept ? u"active"_s : u"removed"_s}});
        return {};
    });
}

Result<std::optional<RecordedRemoval>> Removals::newest(AssetId asset) const
{
    return m_connection.read([&]() -> std::optional<RecordedRemoval> {
        Statement row =
            m_connection.query("SELECT r.reason, r.removed, r.last_good, r.successor_id, r.note, r.visit_id, r.at, "
                               "s.name, p.name, a.serial "
                               "FROM asset_removal r LEFT JOIN staff s ON s.id = r.technician_id "
                               "LEFT JOIN asset a ON a.id = r.successor_id LEFT JOIN product p ON p.id = a.product_id "
                               "WHERE r.asset_id = ? ORDER BY r.at DESC, r.id DESC LIMIT 1",
                               asset);
        if (!row.step())
            return std::nullopt;
        const RemovalReason reason = removalReasonNamed(row.text(0)).value_or(RemovalReason::Left);
        if (reason == RemovalReason::Kept)
            return std::nullopt;
        return RecordedRemoval{.removal = {.reason = reason,
                                           .day = row.day(1),
                                           .lastGood = row.maybeDay(2),
                                           .successor = row.id<AssetId>(3),
                                           .note = row.text(4)},
                               .visit = row.id<VisitId>(5),
                               .who = row.text(7),
                               .at = row.instant(6),
                               .successorProduct = row.text(8),
                               .successorSerial = row.text(9)};
    });
}

Result<std::vector<SuccessorChoice>> Removals::successors(AssetId asset) const
{
    return m_connection.read([&] {
        std::vector<SuccessorChoice> choices;
        Statement row = m_connection.query(
            "SELECT o.id, q.name, o.serial, o.installed FROM asset a JOIN product p ON p.id = a.product_id "
            "JOIN asset o ON o.customer_id = a.customer_id AND o.id <> a.id AND o.status = 'active' "
            "JOIN product q ON q.id = o.product_id WHERE a.id = ?1 "
            "ORDER BY q.category = p.category DESC, o.site_id = a.site_id DESC, o.installed DESC, o.id LIMIT ?2",
            asset, limits::successorsOffered);
        while (row.step())
            choices.push_back({row.id<AssetId>(0), row.text(1), row.text(2), row.day(3)});
        return choices;
    });
}

Result<std::optional<Day>> Removals::lastSeen(AssetId asset, Day day) const
{
    return m_connection.read([&]() -> std::optional<Day> {
        Statement row = m_connection.query(
            "SELECT max(at) FROM (SELECT max(at) AS at FROM meter_reading WHERE asset_id = ?1 AND at < ?2 "
            "UNION ALL SELECT max(at) FROM condition_grade WHERE asset_id = ?1 AND at < ?2)",
            asset, startOfLocalDay(day));
        return row.step() && !row.isNull(0) ? std::optional(localDay(row.instant(0))) : std::nullopt;
    });
}

} // namespace turnus::installedbase
