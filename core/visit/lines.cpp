#include "core/visit/lines.h"

#include "core/storage/devicestate.h"
#include "core/support/limits.h"
#include "core/visit/limits.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace turnus::visit {

using storage::Statement;
using storage::Writer;

namespace {

constexpr std::array answerNames{""_L1, "ok"_L1, "defect"_L1, "not_applicable"_L1, "value"_L1};
constexpr auto van = "van"_L1;
constexpr auto order = "order"_L1;

Answer answerFrom(const QString &name)
{
    const auto found = std::ranges::find_if(answerNames, [&](QLatin1StringView known) { return name == known; });
    return found == answerNames.end() ? Answer::Open : static_cast<Answer>(found - answerNames.begin());
}

AnswerKind answerKindFrom(const QString &name)
{
    return name == u"number" ? AnswerKind::Number : name == u"text" ? AnswerKind::Text : AnswerKind::OkDefect;
}

// The list for the visit's kind and its asset's category: the newest one.
constexpr auto checklistSql =
    "SELECT i.id, i.label, i.answer, i.unit, i.required, q.value_limit, q.value_limit < q.at_new "
    "FROM checklist_item i LEFT JOIN measured_quantity q ON q.id = (SELECT max(m.id) FROM measured_quantity m "
    "JOIN asset t ON t.product_id = m.product_id JOIN visit v ON v.asset_id = t.id WHERE v.id = ?1 AND m.item_id = "
    "i.id) "
    "WHERE i.checklist_id = "
    "(SELECT k.id FROM visit v JOIN asset t ON t.id = v.asset_id JOIN product p ON p.id = t.product_id "
    "JOIN checklist k ON k.kind = v.kind AND k.category = p.category WHERE v.id = ?1 ORDER BY k.id DESC LIMIT 1) "
    "ORDER BY i.position, i.id";

} // namespace

AssetId VisitLines::asset() const
{
    Statement row = m_connection.query("SELECT asset_id FROM visit WHERE id = ?", m_visit);
    return row.step() ? row.id<AssetId>(0) : AssetId();
}

Result<AssetId> VisitLines::assetNeeded() const
{
    const AssetId id = asset();
    if (!id)
        return fail(Domain::Input, u"no-asset", u"visit %1 has no asset"_s.arg(m_visit.value));
    return id;
}

Result<std::vector<ChecklistEntry>> VisitLines::checklist() const
{
    return m_connection.read([&] {
        std::vector<ChecklistEntry> entries;
        Statement item = m_connection.query(checklistSql, m_visit);
        while (item.step()) {
            ChecklistEntry &entry = entries.emplace_back();
            entry.item = item.id<ChecklistItemId>(0);
            entry.label = item.text(1);
            entry.kind = answerKindFrom(item.text(2));
            entry.unit = item.text(3);
            entry.required = item.flag(4);
            entry.limit = item.maybeReal(5);
            entry.falls = entry.limit && item.flag(6);
        }
        Statement given = m_connection.query(
            "SELECT item_id, answer, value, note FROM checklist_answer WHERE visit_id = ? ORDER BY at, id", m_visit);
        while (given.step()) {
            const auto entry = std::ranges::find(entries, given.id<ChecklistItemId>(0), &ChecklistEntry::item);
            if (entry == entries.end())
                continue;
            entry->answer = answerFrom(given.text(1));
            entry->value = given.maybeReal(2);
            entry->note = given.text(3);
        }
        return entries;
    });
}

Status VisitLines::answer(ChecklistItemId item, Answer answer, std::optional<double> value, const QString &note)
{
    if (note.size() > turnus::limits::textLength)
        return fail(Domain::Input, u"text-too-long", u"note of a checklist item"_s);
    return m_connection.write([&](Writer &writer) -> Status {
        TURNUS_ASSIGN(id, writer.mint<LineId>());
        writer.insert("checklist_answer", id, "visit", m_visit,
                      {{"visit_id", m_visit},
                       {"item_id", item},
                       {"answer", QString(answerNames.at(static_cast<size_t>(answer)))},
                       {"value", value},
                       {"note", note.isEmpty() ? storage::Value() : storage::Value(note)},
                       {"at", writer.now()}});
        return {};
    });
}

Result<Readings> VisitLines::readings() const
{
    return m_connection.read([&] {
        Readings found;
        const AssetId unit = asset();
        Statement row = m_connection.query(
            "SELECT at, value, meter_exchanged, visit_id FROM meter_reading WHERE asset_id = ? ORDER BY at DESC, "
            "id DESC LIMIT 40",
            unit);
        while (row.step()) {
            const Reading reading{row.instant(0), row.real(1), row.flag(2)};
            const bool own = row.id<VisitId>(3) == m_visit;
            if (own && !found.current)
                found.current = reading;
            else if (!own && found.earlier.size() < limits::readingsCompared)
                found.earlier.push_back(reading);
        }
        std::ranges::reverse(found.earlier);
        Statement grade = m_connection.query(
            "SELECT grade, at, visit_id FROM condition_grade WHERE asset_id = ? ORDER BY at DESC, id DESC LIMIT 40",
            unit);
        while (grade.step()) {
            const GradeLine line{grade.number(0), grade.instant(1)};
            auto &place = grade.id<VisitId>(2) == m_visit ? found.currentGrade : found.earlierGrade;
            if (!place)
                place = line;
        }
        return found;
    });
}

Status VisitLines::recordReading(double value, bool meterExchanged, bool implausibleConfirmed)
{
    if (!std::isfinite(value) || value < 0)
        return fail(Domain::Input, u"reading-invalid", u"a reading is zero or more"_s);
    return m_connection.write([&](Writer &writer) -> Status {
        TURNUS_ASSIGN(unit, assetNeeded());
        TURNUS_ASSIGN(id, writer.mint<LineId>());
        writer.insert("meter_reading", id, "asset", unit,
                      {{"asset_id", unit},
                       {"visit_id", m_visit},
                       {"at", writer.now()},
                       {"value", value},
                       {"meter_exchanged", meterExchanged},
                       {"implausible_confirmed", implausibleConfirmed}});
        return {};
    });
}

Status VisitLines::recordGrade(int grade)
{
    if (grade < 1 || grade > 5)
        return fail(Domain::Input, u"grade-invalid", u"a grade is 1 to 5"_s);
    return m_connection.write([&](Writer &writer) -> Status {
        TURNUS_ASSIGN(unit, assetNeeded());
        TURNUS_ASSIGN(id, writer.mint<LineId>());
        const auto me = storage::DeviceState(m_connection).integer(storage::DeviceState::staffId);
        writer.insert(
            "condition_grade", id, "asset", unit,
            {{"asset_id", unit}, {"visit_id", m_visit}, {"technician_id", me}, {"at", writer.now()}, {"grade", grade}});
        return {};
    });
}

Result<std::vector<FindingLine>> VisitLines::findings() const
{
    return m_connection.read([&] {
        std::vector<FindingLine> lines;
        Statement row =
            m_connection.query("SELECT id, what, place, grade FROM finding WHERE visit_id = ? ORDER BY id", m_visit);
        while (row.step()) {
            const auto grade = row.maybeInteger(3);
            lines.push_back({row.id<LineId>(0), row.text(1), row.text(2),
                             grade ? std::optional(static_cast<int>(*grade)) : std::nullopt});
        }
        return lines;
    });
}

Status VisitLines::recordFinding(const QString &what, const QString &place, std::optional<int> grade)
{
    if (what.trimmed().isEmpty() || what.size() > turnus::limits::textLength ||
        place.size() > turnus::limits::textLength)
        return fail(Domain::Input, u"finding-invalid", u"a finding needs words, not too many"_s);
    return m_connection.write([&](Writer &writer) -> Status {
        TURNUS_ASSIGN(unit, assetNeeded());
        TURNUS_ASSIGN(id, writer.mint<LineId>());
        writer.insert("finding", id, "visit", m_visit,
                      {{"asset_id", unit},
                       {"visit_id", m_visit},
                       {"what", what.trimmed()},
                       {"place", place.trimmed().isEmpty() ? storage::Value() : storage::Value(place.trimmed())},
                       {"grade", grade},
                       {"at", writer.now()}});
        return {};
    });
}

Result<std::vector<PartLine>> VisitLines::parts() const
{
    return m_connection.read([&] {
        std::vector<PartLine> lines;
        Statement row = m_connection.query(
            "SELECT u.part_id, p.number, u.name, sum(u.quantity), u.source, max(u.unit_cents) FROM part_use u "
            "LEFT JOIN part p ON p.id = u.part_id WHERE u.visit_id = ? "
            "GROUP BY ifnull(u.part_id, 0), u.name, u.source HAVING sum(u.quantity) > 0 ORDER BY min(u.id)",
            m_visit);
        while (row.step()) {
            lines.push_back({row.id<PartId>(0), row.text(1), row.text(2), row.number(3),
                             row.text(4) == order ? PartSource::Order : PartSource::Van, row.maybeMoney(5)});
        }
        return lines;
    });
}

Status VisitLines::recordPart(const PartLine &line)
{
    if (line.name.trimmed().isEmpty() || line.quantity == 0)
        return fail(Domain::Input, u"part-invalid", u"a part needs a name and a quantity"_s);
    return m_connection.write([&](Writer &writer) -> Status {
        TURNUS_ASSIGN(id, writer.mint<LineId>());
        writer.insert("part_use", id, "visit", m_visit,
                      {{"visit_id", m_visit},
                       {"asset_id", asset()},
                       {"part_id", line.part},
                       {"name", line.name.trimmed()},
                       {"quantity", line.quantity},
                       {"source", QString(line.source == PartSource::Van ? van : order)},
                       {"unit_cents", line.unitPrice},
                       {"at", writer.now()}});
        return {};
    });
}

Result<std::vector<PartHit>> VisitLines::findParts(const QString &text) const
{
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    return m_connection.read([&] {
        std::vector<PartHit> hits;
        Statement row = m_connection.query(
            "SELECT p.id, p.number, p.name, p.price_cents FROM part p WHERE p.product_id IS NULL OR p.product_id = "
            "(SELECT t.product_id FROM visit v JOIN asset t ON t.id = v.asset_id WHERE v.id = ?) "
            "ORDER BY p.product_id IS NULL, p.name",
            m_visit);
        while (row.step() && hits.size() < limits::partHits) {
            const PartHit hit{row.id<PartId>(0), row.text(1), row.text(2), row.maybeMoney(3)};
            const bool fits = std::ranges::all_of(words, [&](const QString &word) {
                return hit.name.contains(word, Qt::CaseInsensitive) || hit.number.contains(word, Qt::CaseInsensitive);
            });
            if (fits)
                hits.push_back(hit);
        }
        return hits;
    });
}

} // namespace turnus::visit
