#include "tests/bench/measure.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <algorithm>
#include <chrono>
#include <cmath>

using namespace Qt::StringLiterals;

namespace turnus::bench {

double quantile(std::vector<double> samples, double share)
{
    if (samples.empty())
        return 0;
    std::ranges::sort(samples);
    const double rank = std::ceil(share * static_cast<double>(samples.size()));
    return samples[static_cast<std::size_t>(std::max(rank, 1.0)) - 1];
}

double median(std::vector<double> samples)
{
    return quantile(std::move(samples), 0.5);
}

double millisecondsOf(const std::function<void()> &work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

std::vector<double> sample(int runs, const std::function<void()> &work)
{
    std::vector<double> samples;
    samples.reserve(static_cast<std::size_t>(runs));
    for (int run = 0; run < runs; ++run)
        samples.push_back(millisecondsOf(work));
    return samples;
}

void print(const std::vector<Figure> &figures)
{
    QJsonArray rows;
    for (const Figure &figure : figures) {
        const double value = median(figure.samples);
        rows.append(QJsonObject{{u"name"_s, figure.name},
                                {u"value"_s, value},
                                {u"unit"_s, figure.unit},
                                {u"floor"_s, figure.floor ? QJsonValue(*figure.floor) : QJsonValue()},
                                {u"ratio"_s, figure.floor ? QJsonValue(value / *figure.floor) : QJsonValue()},
                                {u"runs"_s, static_cast<int>(figure.samples.size())},
                                {u"min"_s, quantile(figure.samples, 0)},
                                {u"max"_s, quantile(figure.samples, 1)}});
    }
    QTextStream(stdout) << QJsonDocument(rows).toJson();
}

} // namespace turnus::bench
