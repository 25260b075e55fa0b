#include "core/visit/duenotes.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace turnus::visit {

using storage::Statement;
using storage::Writer;

namespace {

constexpr std::array verdictNames{"keep"_L1, "repair"_L1, "replace"_L1};
constexpr std::array signNames{std::pair{Sign::Grade, "grade"_L1}, std::pair{Sign::RepairCost, "repair_cost"_L1},
                               std::pair{Sign::PartsEnd, "parts_end"_L1}, std::pair{Sign::Other, "other"_L1}};

template <class Names>
int indexOf(const Names &names, const QString &name)
{
    const auto found = std::ranges::find_if(names, [&](QLatin1StringView known) { return name == known; });
    return found == names.end() ? 0 : static_cast<int>(found - names.begin());
}

QString signsText(Signs signs)
{
    QStringList names;
    for (const auto &[sign, name] : signNames) {
        if (signs.testFlag(sign))
            names.append(name);
    }
    return names.join(u',');
}

Signs signsFrom(const QString &text)
{
    Signs signs;
    const QStringList names = text.split(u',');
    for (const auto &[sign, name] : signNames)
        signs.setFlag(sign, names.contains(name));
    return signs;
}

storage::Value nullWhenEmpty(const QString &text)
{
    return text.isEmpty() ? storage::Value() : storage::Value(text);
}

} // namespace

QString nameOf(Verdict verdict)
{
    return verdictNames.at(static_cast<size_t>(verdict));
}

QString reasonsText(const forecast::Forecast &seen)
{
    return forecast::reasonsText(seen.reasons);
}

void setForecast(DueNote &note, const forecast::Forecast &seen)
{
    note.status = seen.status;
    note.p10 = seen.p10;
    note.p50 = seen.p50;
    note.p90 = seen.p90;
    note.modelVersion = seen.parameterVersion;
    note.reasons = reasonsText(seen);
}

Result<DueNoteId> DueNotes::record(VisitId visit, const DueNote &note)
{
    return m_connection.write([&](Writer &writer) -> Result<DueNoteId> {
        Statement row = m_connection.query("SELECT asset_id FROM visit WHERE id = ?", visit);
        if (!row.step() || row.isNull(0))
            return fail(Domain::Input, u"no-asset", u"visit %1 has no asset"_s.arg(visit.value));
        TURNUS_ASSIGN(id, writer.mint<DueNoteId>());
        writer.insert("due_note", id, "visit", visit,
                      {{"asset_id", row.id<AssetId>(0)},
                       {"visit_id", visit},
                       {"verdict", nameOf(note.verdict)},
                       {"horizon_months", note.horizonMonths},
                       {"signs", nullWhenEmpty(signsText(note.signs))},
                       {"customer_informed", note.customerInformed},
                       {"forecast_status", forecast::nameOf(note.status)},
                       {"p10", note.p10},
                       {"p50", note.p50},
                       {"p90", note.p90},
                       {"model_version", note.modelVersion},
                       {"reasons", nullWhenEmpty(note.reasons)},
                       {"at", writer.now()}});
        return id;
    });
}

Result<std::optional<DueNote>> DueNotes::ofVisit(VisitId visit) const
{
    return m_connection.read([&]() -> std::optional<DueNote> {
        Statement row = m_connection.query(
            "SELECT id, verdict, horizon_months, signs, customer_informed, forecast_status, p10, p50, p90, "
            "model_version, reasons FROM due_note WHERE visit_id = ? ORDER BY at DESC, id DESC LIMIT 1",
            visit);
        if (!row.step())
            return std::nullopt;
        DueNote note;
        note.id = row.id<DueNoteId>(0);
        note.verdict = static_cast<Verdict>(indexOf(verdictNames, row.text(1)));
        if (!row.isNull(2))
            note.horizonMonths = row.number(2);
        note.signs = signsFrom(row.text(3));
        note.customerInformed = row.flag(4);
        note.status = forecast::dueStatusNamed(row.text(5));
        note.p10 = row.maybeDay(6);
        note.p50 = row.maybeDay(7);
        note.p90 = row.maybeDay(8);
        note.modelVersion = row.number(9);
        note.reasons = row.text(10);
        return note;
    });
}

} // namespace turnus::visit
