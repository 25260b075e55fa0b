#include "core/forecast/productlife.h"

#include "core/forecast/limits.h"

#include <QDataStream>
#include <QIODevice>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace turnus::forecast {

namespace {

constexpr quint32 packMagic = 0x54464c31; // "TFL1"
constexpr quint16 packFormat = 1;
constexpr int maxTechnicians = 10'000;

/// 5-point Gauss–Hermite rule for a standard normal.
constexpr std::array<double, 5> hermiteNode{-2.8569700138728056, -1.3556261799742659, 0.0, 1.3556261799742659,
                                            2.8569700138728056};
constexpr std::array<double, 5> hermiteWeight{0.011257411327720691, 0.22207592200561266, 0.53333333333333333,
                                              0.22207592200561266, 0.011257411327720691};

/// The format has a place for one more figure, which nobody reads.
constexpr double unusedFigure = 0.3;

bool within(double value, double low, double high)
{
    return std::isfinite(value) && value >= low && value <= high;
}

Status bad(const char *field)
{
    return fail(Domain::Input, u"forecast-parameters", u"%1 is outside its range"_s.arg(QLatin1String(field)));
}

void writeModels(QDataStream &out, const ProductLife &p)
{
    for (const double limit : p.grades.limits)
        out << limit;
    out << p.grades.power << p.grades.noise << p.grades.assetSd;
    const MeasurementModel &m = p.measurement;
    out << m.present << m.atNew << m.slope << m.power << m.noise << m.assetSd << m.limit;
    out << p.repairs.basePerDay << p.repairs.wearPerDay << p.repairs.power << qint64(p.repairs.meanCost.cents);
    out << qint32(p.technicians.size());
    for (const TechnicianBias &t : p.technicians)
        out << qint64(t.technician) << t.bias;
}

Status readModels(QDataStream &in, ProductLife &p)
{
    for (double &limit : p.grades.limits)
        in >> limit;
    in >> p.grades.power >> p.grades.noise >> p.grades.assetSd;
    MeasurementModel &m = p.measurement;
    in >> m.present >> m.atNew >> m.slope >> m.power >> m.noise >> m.assetSd >> m.limit;
    qint64 cents = 0;
    in >> p.repairs.basePerDay >> p.repairs.wearPerDay >> p.repairs.power >> cents;
    p.repairs.meanCost = Money{cents};
    qint32 count = 0;
    in >> count;
    if (in.status() != QDataStream::Ok || count < 0 || count > maxTechnicians)
        return fail(Domain::Input, u"forecast-pack", u"technician table"_s);
    p.technicians.resize(size_t(count));
    for (TechnicianBias &t : p.technicians) {
        qint64 id = 0;
        in >> id >> t.bias;
        t.technician = id;
    }
    return {};
}

Status validateLife(const ProductLife &p)
{
    if (!within(p.nominalLifeDays, 1, limits::farthestDays))
        return bad("nominal life");
    if (p.pairs.empty() || p.pairs.size() > limits::maxPairs)
        return bad("number of life pairs");
    double total = 0;
    for (const LifePair &pair : p.pairs) {
        if (!within(pair.eta, 1e-3, 1e7) || !within(pair.beta, 0.05, 200) || !within(pair.weight, 0, 1e9))
            return bad("life pair");
        total += pair.weight;
    }
    if (!(total > 0))
        return bad("life weights");
    if (!within(p.usageExponent, -5, 5) || !within(p.referenceUsagePerDay, 0, 1e12) ||
        !within(p.nominalUsagePerDay, 0, 1e12))
        return bad("usage");
    if (!within(p.suddenPerDay, 0, 1) || !within(p.environmentSd, 0, 3))
        return bad("hazard");
    return {};
}

} // namespace

double RepairModel::perDay(double share) const
{
    return basePerDay + wearPerDay * std::pow(std::clamp(share, 0.0, 1.0), power);
}

ProductLife ProductLife::fromNominal(double nominalLifeMonths, Money price, double nominalUsagePerDay,
                                     const QString &usageUnit, bool hiddenFailure)
{
    ProductLife p;
    if (!std::isfinite(nominalLifeMonths) || nominalLifeMonths < 1)
        nominalLifeMonths = 120;
    p.nominalLifeDays = std::min(nominalLifeMonths * limits::daysPerMonth, limits::farthestDays);
    p.price = price;
    p.usageUnit = usageUnit;
    p.nominalUsagePerDay = std::isfinite(nominalUsagePerDay) && nominalUsagePerDay > 0 ? nominalUsagePerDay : 0;
    p.referenceUsagePerDay = p.nominalUsagePerDay;
    p.usageExponent = p.referenceUsagePerDay > 0 ? 0.6 : 0;
    p.hiddenFailure = hiddenFailure;
    p.suddenPerDay = 0.006 / limits::daysPerYear;
    p.environmentSd = 0.12;
    constexpr double medianSd = 0.25;
    constexpr double sigmaSd = 0.25;
    const double logSigma = std::log(1.0 / 3.0);
    for (int i = 0; i < 5; ++i) {
        for (int j = 0; j < 5; ++j) {
            const double median = p.nominalLifeDays * std::exp(medianSd * hermiteNode[size_t(i)]);
            const double beta = 1.0 / std::exp(logSigma + sigmaSd * hermiteNode[size_t(j)]);
            const double eta = median / std::pow(std::log(2.0), 1.0 / beta);
            p.pairs.push_back({eta, beta, hermiteWeight[size_t(i)] * hermiteWeight[size_t(j)]});
        }
    }
    return p;
}

void ProductLife::setMeasured(double atNew, double limit)
{
    measurement = {};
    if (!std::isfinite(atNew) || !std::isfinite(limit) || atNew == limit)
        return;
    measurement.present = true;
    measurement.atNew = atNew;
    measurement.limit = limit;
    measurement.slope = limit - atNew;
    measurement.noise = 0.1 * std::abs(limit - atNew);
    measurement.assetSd = 0.5 * measurement.noise;
}

Status ProductLife::validate() const
{
    TURNUS_TRY(validateLife(*this));
    for (size_t k = 0; k < grades.limits.size(); ++k) {
        if (!within(grades.limits[k], -2, 4) || (k > 0 && grades.limits[k] <= grades.limits[k - 1]))
            return bad("grade limits");
    }
    if (!within(grades.noise, 0.005, 5) || !within(grades.power, 0.05, 20) || !within(grades.assetSd, 0, 5))
        return bad("grade noise");
    if (measurement.present && (!within(measurement.atNew, -1e12, 1e12) || !within(measurement.slope, -1e12, 1e12) ||
                                !within(measurement.power, 0.05, 20) || !within(measurement.noise, 1e-12, 1e12) ||
                                !within(measurement.assetSd, 0, 1e12) || !within(measurement.limit, -1e12, 1e12)))
        return bad("measurement");
    if (!within(repairs.basePerDay, 0, 10) || !within(repairs.wearPerDay, 0, 10) || !within(repairs.power, 0.1, 12) ||
        repairs.meanCost.cents < 0)
        return bad("repairs");
    for (size_t i = 0; i < technicians.size(); ++i) {
        if (!within(technicians[i].bias, -2, 2) ||
            (i > 0 && technicians[i].technician <= technicians[i - 1].technician))
            return bad("technician bias");
    }
    if (failures < 0 || assets < 0 || version < 0 || calibration.cases < 0 || !within(calibration.heldShare, 0, 1))
        return bad("counts");
    return {};
}

QByteArray ProductLife::toBytes() const
{
    QByteArray body;
    QDataStream out(&body, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out.setByteOrder(QDataStream::LittleEndian);
    out << nominalLifeDays << qint64(price.cents) << usageUnit.toUtf8() << nominalUsagePerDay << hiddenFailure;
    out << qint32(pairs.size());
    for (const LifePair &pair : pairs)
        out << pair.eta << pair.beta << pair.weight;
    out << usageExponent << referenceUsagePerDay << suddenPerDay << environmentSd << unusedFigure;
    writeModels(out, *this);
    out << qint32(failures) << qint32(assets) << qint32(calibration.cases) << calibration.heldShare << qint32(version);

    QByteArray pack;
    QDataStream head(&pack, QIODevice::WriteOnly);
    head.setVersion(QDataStream::Qt_6_0);
    head.setByteOrder(QDataStream::LittleEndian);
    head << packMagic << packFormat << qChecksum(body) << body;
    return pack;
}

Result<ProductLife> ProductLife::fromBytes(const QByteArray &bytes)
{
    QDataStream head(bytes);
    head.setVersion(QDataStream::Qt_6_0);
    head.setByteOrder(QDataStream::LittleEndian);
    quint32 magic = 0;
    quint16 format = 0;
    quint16 checksum = 0;
    QByteArray body;
    head >> magic >> format;
    if (head.status() != QDataStream::Ok || magic != packMagic)
        return fail(Domain::Input, u"forecast-pack", u"not a parameter pack"_s);
    if (format != packFormat)
        return fail(Domain::Input, u"forecast-pack-newer", u"format %1"_s.arg(format));
    head >> checksum >> body;
    if (head.status() != QDataStream::Ok || qChecksum(body) != checksum)
        return fail(Domain::Input, u"forecast-pack", u"damaged"_s);

    QDataStream in(body);
    in.setVersion(QDataStream::Qt_6_0);
    in.setByteOrder(QDataStream::LittleEndian);
    ProductLife p;
    qint64 cents = 0;
    QByteArray unit;
    qint32 count = 0;
    in >> p.nominalLifeDays >> cents >> unit >> p.nominalUsagePerDay >> p.hiddenFailure >> count;
    p.price = Money{cents};
    p.usageUnit = QString::fromUtf8(unit);
    if (in.status() != QDataStream::Ok || count < 0 || count > limits::maxPairs)
        return fail(Domain::Input, u"forecast-pack", u"life pairs"_s);
    p.pairs.resize(size_t(count));
    for (LifePair &pair : p.pairs)
        in >> pair.eta >> pair.beta >> pair.weight;
    double unused = 0;
    in >> p.usageExponent >> p.referenceUsagePerDay >> p.suddenPerDay >> p.environmentSd >> unused;
    TURNUS_TRY(readModels(in, p));
    qint32 failures = 0, assets = 0, cases = 0, version = 0;
    in >> failures >> assets >> cases >> p.calibration.heldShare >> version;
    p.failures = failures;
    p.assets = assets;
    p.calibration.cases = cases;
    p.version = version;
    if (in.status() != QDataStream::Ok || !in.atEnd())
        return fail(Domain::Input, u"forecast-pack", u"length"_s);
    TURNUS_TRY(p.validate());
    return p;
}

} // namespace turnus::forecast
