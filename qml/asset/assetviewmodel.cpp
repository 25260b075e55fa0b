#include "qml/asset/assetviewmodel.h"

#include "core/forecast/usage.h"
#include "core/installedbase/forecastwords.h"
#include "core/storage/changes.h"
#include "core/support/clock.h"

#include <QFileInfo>
#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace turnus::asset {

using installedbase::EventKind;
using installedbase::ForecastWords;
using installedbase::HistoryEvent;

namespace {

constexpr int curvePoints = 97;
constexpr std::array shownTables{"meter_reading"_L1,
                                 "condition_grade"_L1,
                                 "repair"_L1,
                                 "finding"_L1,
                                 "visit"_L1,
                                 "part_use"_L1,
                                 "due_note"_L1,
                                 "life_model"_L1,
                                 "product"_L1,
                                 "content_file"_L1,
                                 "price"_L1,
                                 "calibration"_L1,
                                 "forecast_statement"_L1,
                                 "asset_removal"_L1,
                                 "complaint"_L1,
                                 "checklist_answer"_L1,
                                 "measured_quantity"_L1,
                                 "forecast_setting"_L1};
/// What a product's life is told by.
constexpr std::array lifeTables{"life_model"_L1, "product"_L1, "price"_L1, "measured_quantity"_L1,
                                "forecast_setting"_L1};

} // namespace

AssetViewModel::AssetViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier, const Clock &clock,
                               const QString &contentDirectory, AssetId asset, VisitId visit, QObject *parent)
    : QObject(parent), m_connection(connection), m_base(connection), m_forecasts(connection), m_timeline(connection),
      m_forecastHistory(connection), m_clock(clock), m_contentDirectory(contentDirectory), m_id(asset), m_visit(visit),
      m_evidence(connection), m_removal(connection, clock, asset, visit)
{
    reload();
    connect(&notifier, &storage::ChangeNotifier::changed, this, &AssetViewModel::follow);
}

void AssetViewModel::follow(const storage::ChangeSet &changes)
{
    const auto touched = [&](QLatin1StringView table) { return changes.touches(table); };
    if (std::ranges::any_of(lifeTables, touched))
        m_forecasts.forgetLives();
    const bool own = changes.touches("asset"_L1, m_id.value) || changes.touches("asset_forecast"_L1, m_id.value);
    if (own || std::ranges::any_of(shownTables, touched))
        reload();
}

void AssetViewModel::reload()
{
    const Status status = read();
    m_error = status ? QString() : status.error().code;
    Q_EMIT changed();
}

Status AssetViewModel::read()
{
    TURNUS_ASSIGN(asset, m_base.asset(m_id));
    TURNUS_ASSIGN(totals, m_timeline.totals(m_id));
    TURNUS_ASSIGN(history, m_timeline.events(m_id));
    TURNUS_ASSIGN(complaint, carepage::openComplaintOf(m_connection, asset.customer, m_clock));
    m_complaint = std::move(complaint);
    m_asset = std::move(asset);
    m_totals = totals;
    QList<EventRow> rows;
    for (const HistoryEvent &event : history)
        rows.append(eventRow(event, m_asset.product.usageUnit));
    m_events.setRows(rows);
    const auto repair = std::ranges::find(history, EventKind::Repair, &HistoryEvent::kind);
    m_lastRepair = repair == history.end() ? std::nullopt : std::optional(*repair);
    m_removal.refresh();
    if (!m_asset.removed)
        return readForecast();
    m_face = {};
    m_worth = {};
    m_forecast = {};
    m_forecast.ageMonths = installedbase::monthsUntil(m_clock.today(), m_asset.installed);
    m_reasons.setRows({});
    return {};
}

Status AssetViewModel::readForecast()
{
    const Day today = m_clock.today();
    TURNUS_ASSIGN(computed, m_forecasts.compute(m_id, today, curvePoints));
    TURNUS_ASSIGN(life, m_forecasts.life(m_asset.product.id));
    TURNUS_ASSIGN(scored, m_forecastHistory.calibration(m_asset.product.id));
    TURNUS_ASSIGN(past, m_forecastHistory.of(m_id));
    TURNUS_ASSIGN(compared, m_forecasts.compare(m_id, today, {}));
    forecast::Calibration held = life.calibration;
    if (scored && scored->forecasts > 0)
        held = {scored->forecasts, double(scored->inside) / scored->forecasts};
    m_forecast = std::move(computed);
    m_face = faceOf(m_forecast, held, m_asset.product.name, today);
    m_calibration = ForecastWords::calibration(held);
    m_worth = worthOf(compared, life.price);
    m_past.setRows(pastForecastRows(past, m_asset.product.usageUnit));
    m_reasons.setRows(reasonRows(m_forecast, m_asset.product.usageUnit));
    return {};
}

QString AssetViewModel::subtitle() const
{
    QStringList parts{m_asset.customerName, m_asset.site.name, m_asset.place};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString AssetViewModel::serial() const
{
    return tr("No. %1").arg(m_asset.serial);
}

QString AssetViewModel::installed() const
{
    return tr("Installed %1")
        .arg(m_asset.installedYearOnly ? QLocale().toString(toQDate(m_asset.installed), u"yyyy"_s)
                                       : ForecastWords::numericMonth(m_asset.installed));
}

QString AssetViewModel::reading() const
{
    if (m_forecast.lastReading > 0) {
        return QLocale().toString(m_forecast.lastReading, 'f', 0) + u' ' +
               ForecastWords::unit(m_asset.product.usageUnit);
    }
    return tr("%1 years").arg(QLocale().toString(m_forecast.ageMonths / 12, 'f', 1));
}

QString AssetViewModel::usage() const
{
    if (m_forecast.usageMeasured && forecast::outrunsTime(m_forecast.usagePerDay, m_asset.product.usageUnit))
        return tr("meter runs faster than time");
    if (m_forecast.usageMeasured)
        return tr("about %1 a day").arg(ForecastWords::number(m_forecast.usagePerDay));
    return m_asset.removed || m_asset.product.usageUnit.isEmpty() ? QString() : tr("use not measured yet");
}

QUrl AssetViewModel::picture() const
{
    if (m_asset.product.imageSha256.isEmpty())
        return {};
    const QString file = m_contentDirectory + u'/' + m_asset.product.imageSha256;
    return QFileInfo::exists(file) ? QUrl::fromLocalFile(file) : QUrl();
}

QString AssetViewModel::contractTitle() const
{
    if (!m_asset.contract)
        return tr("No service contract");
    if (!m_asset.contract->ends)
        return m_asset.contract->name;
    return tr("%1 until %2", "contract, day")
        .arg(m_asset.contract->name, QLocale().toString(toQDate(*m_asset.contract->ends), tr("dd/MM/yyyy")));
}

QString AssetViewModel::contractDetail() const
{
    QStringList parts;
    if (m_asset.contract && m_asset.contract->responseHours)
        parts.append(tr("Emergency %1 h").arg(*m_asset.contract->responseHours));
    if (m_asset.warrantyEnd) {
        const QString end = ForecastWords::numericMonth(*m_asset.warrantyEnd);
        parts.append(*m_asset.warrantyEnd < m_clock.today() ? tr("Warranty ended %1").arg(end)
                                                            : tr("Warranty until %1").arg(end));
    }
    return parts.join(u" · "_s);
}

QString AssetViewModel::historyTitle() const
{
    return tr("History: %1, %2")
        .arg(tr("%n visit(s)", nullptr, m_totals.visits), tr("%n repair(s)", nullptr, m_totals.repairs));
}

QString AssetViewModel::historyDetail() const
{
    if (!m_lastRepair)
        return tr("No repair on record");
    const QString day = QLocale().toString(toLocal(m_lastRepair->at).date(), tr("d MMMM", "day and month"));
    const QString cost = m_lastRepair->cost ? ForecastWords::money(*m_lastRepair->cost) : tr("cost unknown");
    return tr("Last on %1: %2, %3").arg(day, m_lastRepair->text, cost);
}

QString AssetViewModel::pastTitle() const
{
    return m_past.rowCount() > 0 ? m_past.rows().first().said : QString();
}

QString AssetViewModel::pastDetail() const
{
    if (m_past.rowCount() == 0)
        return {};
    QStringList parts{m_past.rows().first().likely};
    if (m_past.rowCount() > 1)
        parts.append(tr("%n earlier", "forecasts", m_past.rowCount() - 1));
    return parts.join(u" · "_s);
}

void AssetViewModel::showEvidence(int row)
{
    if (row < 0 || row >= m_reasons.rowCount())
        return;
    m_evidence.show(m_reasons.rows().at(row), m_id);
}

void AssetViewModel::retranslate()
{
    reload();
}

} // namespace turnus::asset
