#pragma once

#include "core/support/time.h"
#include "sync/server/store/rowstore.h"

#include <QHash>
#include <functional>
#include <optional>
#include <utility>

namespace turnus::server {

/// What forecasts are made from, as the tables hold it. Instants are days of the server's zone.
struct ProductRow
{
    qint64 id = 0;
    QString name;
    QString category;
    int nominalLifeMonths = 0;
    double nominalUsagePerDay = 0;
    QString usageUnit;
    bool hiddenFailure = false;
    std::optional<Day> sparePartsUntil;
    qint64 priceCents = 0;
    /// Of the measured quantity: when new, and its limit.
    std::optional<std::pair<double, double>> measured;
};

struct OpenComplaint
{
    QString what;
    Instant opened;
};

struct AssetRow
{
    qint64 id = 0;
    qint64 channel = 0;
    qint64 product = 0;
    qint64 customer = 0;
    QString serial;
    Day installed;
    bool installedYearOnly = false;
    Day observedFrom;
    std::optional<Day> warrantyEnd;
    std::optional<Day> statutoryLimit;
    std::optional<Day> contractEnd;
    bool active = true;
};

/// A reading, grade, measured value or repair (of `visit`, 0 of none); `number` is the grade, the cents, whether the
/// meter was exchanged, or whether there is a measured value at all.
struct FactRow
{
    qint64 id = 0;
    qint64 asset = 0;
    Day day;
    double value = 0;
    qint64 number = 0;
    qint64 technician = 0;
    qint64 visit = 0;
};

struct RemovalRow
{
    qint64 id = 0;
    qint64 asset = 0;
    QString reason;
    Day removed;
    std::optional<Day> lastGood;
};

struct StatementRow
{
    qint64 asset = 0;
    Day asOf;
    QString status;
    Day p10;
    Day p50;
    Day p90;
    bool limited = false;
    double failsWithinYear = 0;
};

struct PackRow
{
    qint64 id = 0;
    int version = 0;
    QByteArray parameters;
};

struct CustomerLifeRow
{
    qint64 id = 0;
    qint64 channel = 0;
    double lifeLog = 0;
};

/// The forecast job's door to the company: evidence out, results in. Used inside Connection::read and write.
class ForecastStore
{
public:
    explicit ForecastStore(Connection &connection) : m_connection(connection) {}

    /// `customer`: of one only; 0 of all. Rows come in the order of their assets' ids. Of readings, grades and measured
    /// values those that stand: a corrected one is left out. With the prices that are valid on that day.
    void products(Day today, const std::function<void(const ProductRow &)> &take);
    void assets(qint64 customer, const std::function<void(const AssetRow &)> &take);
    void readings(qint64 customer, const std::function<void(const FactRow &)> &take);
    void grades(qint64 customer, const std::function<void(const FactRow &)> &take);
    void measurements(qint64 customer, const std::function<void(const FactRow &)> &take);
    void repairs(qint64 customer, const std::function<void(const FactRow &)> &take);
    void removals(const std::function<void(const RemovalRow &)> &take);
    /// Oldest first for each asset.
    void statements(const std::function<void(const StatementRow &)> &take);
    /// The newest of each product.
    [[nodiscard]] QHash<qint64, PackRow> packs();
    [[nodiscard]] QHash<qint64, CustomerLifeRow> customerLives(qint64 customer = 0);
    [[nodiscard]] QHash<qint64, qint64> customerChannels();
    /// The row of forecast_setting that counts.
    [[nodiscard]] std::optional<Row> settings();

    /// Changes with every row that a fit learns from.
    [[nodiscard]] QString evidence();
    /// Assets with this key, serial number or id.
    [[nodiscard]] QList<qint64> assetsNamed(const QString &name);
    [[nodiscard]] qint64 customerOf(qint64 asset);
    /// The customer's oldest complaint that was taken before that moment and open then.
    [[nodiscard]] std::optional<OpenComplaint> complaintOf(qint64 customer, Instant before);
    /// Rows of calibration by product (0: of all), and of calibration_bin by calibration, in the order of their ids.
    [[nodiscard]] QHash<qint64, Row> calibrations();
    [[nodiscard]] QHash<qint64, QList<Row>> calibrationBins();

private:
    void facts(const char *sql, qint64 customer, const std::function<void(const FactRow &)> &take);
    void standingFacts(const char *sql, qint64 customer, const std::function<void(const FactRow &)> &take);

    Connection &m_connection;
};

} // namespace turnus::server
