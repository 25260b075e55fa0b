#include "sync/server/jobs/lifedata.h"

#include "sync/server/jobs/csv.h"
#include "sync/server/jobs/words.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace turnus::jobs {

namespace {

Result<LifeRecord> checkedRecord(const CsvReader &csv, LifeRecord r)
{
    if (r.lower < 0 || r.upper < 0 || r.entry < 0)
        return csv.error(u"negative-age", u"an age is negative"_s);
    if (r.weight < 0)
        return csv.error(u"negative-weight", u"the weight is negative"_s);
    if (r.upper < r.lower)
        return csv.error(u"interval", u"upper %1 is before lower %2"_s.arg(r.upper).arg(r.lower));
    if (r.upper == 0)
        return csv.error(u"age-zero", u"a failure at age 0 has no logarithm: give an interval or a small age"_s);
    if (r.entry > 0 && r.entry > r.lower)
        return csv.error(u"entry",
                         u"observation began at %1, after the life's lower age %2"_s.arg(r.entry).arg(r.lower));
    return r;
}

void merged(LifeTerms::Times &times)
{
    std::vector<std::pair<double, double>> pairs;
    pairs.reserve(times.logTime.size());
    for (size_t i = 0; i < times.logTime.size(); ++i)
        pairs.emplace_back(times.logTime[i], times.weight[i]);
    std::sort(pairs.begin(), pairs.end());
    times.logTime.clear();
    times.weight.clear();
    for (const auto &[time, weight] : pairs) {
        if (!times.logTime.empty() && times.logTime.back() == time) {
            times.weight.back() += weight;
        } else {
            times.logTime.push_back(time);
            times.weight.push_back(weight);
        }
    }
}

} // namespace

Result<LifeFile> readLifeFile(const QString &path)
{
    TURNUS_ASSIGN(csv, CsvReader::open(path, {u"lower"_s, u"upper"_s}, {u"entry"_s, u"weight"_s}));
    LifeFile file;
    if (!csv.ignoredColumns().isEmpty())
        file.warnings << u"columns not used: %1"_s.arg(csv.ignoredColumns().join(u", "_s));
    qint64 weightless = 0;
    while (true) {
        TURNUS_ASSIGN(more, csv.next());
        if (!more)
            break;
        TURNUS_ASSIGN(lower, csv.number(0));
        TURNUS_ASSIGN(upper, csv.optionalNumber(1));
        TURNUS_ASSIGN(entry, csv.optionalNumber(2));
        const Result<double> weight = csv.field(3).empty() ? Result<double>(1.0) : csv.number(3);
        if (!weight)
            return tl::unexpected(weight.error());
        TURNUS_ASSIGN(record, checkedRecord(csv, {lower, upper.value_or(std::numeric_limits<double>::infinity()),
                                                  entry.value_or(0.0), *weight}));
        if (record.weight > 0)
            file.records.push_back(record);
        else
            ++weightless;
    }
    if (weightless > 0)
        file.warnings << u"%1 of weight 0 left out"_s.arg(counted(double(weightless), u"row"_s));
    if (file.records.empty())
        return csv.error(u"file-empty", u"no rows with data"_s);
    return file;
}

LifeTerms lifeTerms(const std::vector<LifeRecord> &records, bool merge)
{
    LifeTerms terms;
    std::vector<double> failureTimes;
    const auto push = [](LifeTerms::Times &times, double age, double weight) {
        times.logTime.push_back(std::log(age));
        times.weight.push_back(weight);
    };
    for (const LifeRecord &r : records) {
        terms.units += r.weight;
        const bool right = std::isinf(r.upper);
        terms.greatestAge = std::max({terms.greatestAge, r.lower, right ? 0.0 : r.upper});
        if (r.lower > 0 || !right)
            terms.leastAge = std::min(terms.leastAge, r.lower > 0 ? r.lower : r.upper);
        if (right) {
            terms.rightCensored += r.weight;
            if (r.lower > 0)
                push(terms.survival, r.lower, r.weight);
        } else {
            terms.failures += r.weight;
            failureTimes.push_back(r.upper);
            if (r.lower == r.upper) {
                push(terms.exact, r.lower, r.weight);
            } else if (r.lower == 0) {
                terms.leftCensored += r.weight;
                push(terms.left, r.upper, r.weight);
            } else {
                terms.interval += r.weight;
                terms.between.push_back({std::log(r.lower), std::log(r.upper), r.weight});
            }
        }
        if (r.entry > 0) {
            terms.truncated += r.weight;
            push(terms.survival, r.entry, -r.weight);
        }
    }
    std::sort(failureTimes.begin(), failureTimes.end());
    terms.distinctFailureTimes = int(std::unique(failureTimes.begin(), failureTimes.end()) - failureTimes.begin());
    if (merge) {
        merged(terms.exact);
        merged(terms.survival);
        merged(terms.left);
    }
    return terms;
}

} // namespace turnus::jobs
