#include "sync/server/jobs/fitlife_command.h"

#include "sync/server/jobs/lifefit.h"
#include "sync/server/jobs/options.h"
#include "sync/server/jobs/words.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>

using namespace Qt::StringLiterals;

namespace turnus::jobs {

namespace {

namespace json = boost::json;

struct FitLifeRequest
{
    QString file;
    LifeDistribution distribution = LifeDistribution::Weibull;
    bool asJson = false;
    std::optional<LifePrior> prior;
    double aliveAt = 0;
    double within = 0;
};

Result<FitLifeRequest> parseFitLife(const QStringList &args)
{
    TURNUS_ASSIGN(options, Options::parse(args, {u"data"_s, u"distribution"_s, u"prior"_s, u"alive-at"_s, u"within"_s},
                                          {u"json"_s}));
    if (!options.words().isEmpty())
        return fail(Domain::Input, u"usage", u"\"%1\" is not expected"_s.arg(options.words().front()));
    if (!options.has(u"prior"_s) && (options.has(u"alive-at"_s) || options.has(u"within"_s)))
        return fail(Domain::Input, u"usage", u"--alive-at and --within say something with --prior only"_s);
    FitLifeRequest request;
    TURNUS_ASSIGN(file, options.required(u"data"_s));
    request.file = file;
    const QString name = options.value(u"distribution"_s, u"weibull"_s);
    if (name != u"weibull"_s && name != u"lognormal"_s)
        return fail(Domain::Input, u"usage", u"--distribution is weibull or lognormal"_s);
    request.distribution = name == u"weibull"_s ? LifeDistribution::Weibull : LifeDistribution::Lognormal;
    request.asJson = options.has(u"json"_s);
    TURNUS_ASSIGN(aliveAt, options.number(u"alive-at"_s, 0));
    TURNUS_ASSIGN(within, options.number(u"within"_s, 0));
    request.aliveAt = aliveAt;
    request.within = within;
    if (options.has(u"prior"_s)) {
        std::array<double, 4> values{};
        const QStringList parts = options.value(u"prior"_s).split(u',');
        bool good = parts.size() == 4;
        for (int i = 0; i < 4 && good; ++i)
            values[size_t(i)] = parts[i].trimmed().toDouble(&good);
        if (!good)
            return fail(Domain::Input, u"usage",
                        u"--prior log_median_mean,log_median_sd,log_sigma_mean,log_sigma_sd"_s);
        request.prior = LifePrior{values[0], values[1], values[2], values[3]};
    }
    return request;
}

/// JSON has no word for what is no number or beyond all.
bool isFinite(const json::value &value)
{
    if (const auto *object = value.if_object())
        return std::ranges::all_of(*object, [](const auto &entry) { return isFinite(entry.value()); });
    if (const auto *array = value.if_array())
        return std::ranges::all_of(*array, [](const json::value &entry) { return isFinite(entry); });
    const double *number = value.if_double();
    return !number || std::isfinite(*number);
}

json::array pair(const std::array<double, 2> &values)
{
    return {values[0], values[1]};
}

json::array matrix(const std::array<double, 3> &covariance)
{
    return {json::array{covariance[0], covariance[1]}, json::array{covariance[1], covariance[2]}};
}

std::string shareName(double share)
{
    return "B" + std::to_string(int(std::lround(100 * share)));
}

json::object fitJson(const LifeFit &fit)
{
    json::object o;
    const double scale = std::exp(fit.logScale);
    const bool weibull = fit.distribution == LifeDistribution::Weibull;
    o["dist"] = weibull ? "weibull" : "lognormal";
    o["loglik"] = fit.logLikelihood;
    o["location"] = fit.location;
    o["log_scale"] = fit.logScale;
    o["scale"] = scale;
    o["se_location"] = std::sqrt(fit.covariance[0]);
    o["se_log_scale"] = std::sqrt(fit.covariance[2]);
    o["se_scale"] = scale * std::sqrt(fit.covariance[2]);
    o["cov"] = matrix(fit.covariance);
    if (weibull) {
        o["eta"] = std::exp(fit.location);
        o["beta"] = 1 / scale;
        o["se_eta"] = std::exp(fit.location) * std::sqrt(fit.covariance[0]);
        o["se_beta"] = std::sqrt(fit.covariance[2]) / scale;
    }
    json::object quantiles;
    for (const LifeQuantile &q : fit.quantiles) {
        json::object entry;
        entry["t"] = q.age;
        entry["se_log"] = q.seLog;
        entry["wald_log_ci95"] = pair(q.wald);
        entry["likelihood_ratio_ci95"] = q.likelihoodRatio ? json::value(pair(*q.likelihoodRatio)) : nullptr;
        if (!q.refusal.isEmpty()) // for programs the figure stays beside the reason not to use it
            entry["refused"] = q.refusal.toStdString();
        quantiles[shareName(q.share)] = std::move(entry);
    }
    o["quantiles"] = std::move(quantiles);
    return o;
}

json::object figuresJson(const LifeFigures &f)
{
    return {{"p10", f.p10}, {"p50", f.p50}, {"p90", f.p90}, {"prob_fail_in_delta", f.failWithin}};
}

void addPosterior(json::object &o, const FitLifeRequest &request, const LifePosterior &p, const LifeFit *fit)
{
    json::object map{{"log_median", p.logMedian},
                     {"log_sigma", p.logSigma},
                     {"log_posterior", p.logPosterior},
                     {"cov", matrix(p.covariance)}};
    if (request.distribution == LifeDistribution::Weibull) {
        const double sigma = std::exp(p.logSigma);
        map["eta"] = std::exp(p.logMedian - std::log(std::log(2.0)) * sigma);
        map["beta"] = 1 / sigma;
    }
    o["map"] = std::move(map);
    o["exact_posterior"] = json::object{{"mean_log_median", p.meanLogMedian},
                                        {"sd_log_median", p.sdLogMedian},
                                        {"mean_log_sigma", p.meanLogSigma},
                                        {"sd_log_sigma", p.sdLogSigma}};
    json::object figures{{"age", request.aliveAt}, {"delta", request.within}};
    if (fit) {
        const LifeFigures f =
            lifeFigures(request.distribution, fit->location, fit->logScale, request.aliveAt, request.within);
        figures["plug_in_mle"] =
            f.isFinite() ? json::value(figuresJson(f)) : json::object{{"refused", "the ages are beyond every number"}};
    }
    figures["plug_in_map"] = figuresJson(p.atMode);
    figures["posterior_predictive"] = figuresJson(p.predictive);
    o["total_age_at_failure_given_alive_at_age"] = json::array{std::move(figures)};
}

void printFit(const LifeFit &fit, QTextStream &out)
{
    const double scale = std::exp(fit.logScale);
    out << "log-likelihood " << fit.logLikelihood << "\nlocation       " << fit.location << " (se "
        << std::sqrt(fit.covariance[0]) << ")\nlog scale      " << fit.logScale << " (se "
        << std::sqrt(fit.covariance[2]) << ")\n";
    if (fit.distribution == LifeDistribution::Weibull)
        out << "eta            " << std::exp(fit.location) << "\nbeta           " << 1 / scale << "\n";
    for (const LifeQuantile &q : fit.quantiles) {
        out << QString::fromStdString(shareName(q.share)) << "            ";
        if (!q.refusal.isEmpty()) {
            out << "refused: " << q.refusal << "\n";
            continue;
        }
        out << q.age << "  Wald " << q.wald[0] << " .. " << q.wald[1];
        if (q.likelihoodRatio)
            out << "  likelihood ratio " << (*q.likelihoodRatio)[0] << " .. " << (*q.likelihoodRatio)[1];
        out << "\n";
    }
}

void printPosterior(const FitLifeRequest &request, const LifePosterior &p, QTextStream &out)
{
    out << "posterior mode log median " << p.logMedian << ", log sigma " << p.logSigma << "\n"
        << "alive at " << request.aliveAt << ": fails at P10 " << p.predictive.p10 << ", P50 " << p.predictive.p50
        << ", P90 " << p.predictive.p90 << "; within " << request.within << ": " << p.predictive.failWithin << "\n";
}

Status fitLifeFile(const FitLifeRequest &request, QTextStream &out, QTextStream &err)
{
    TURNUS_ASSIGN(file, readLifeFile(request.file));
    for (const QString &warning : file.warnings)
        err << "warning: " << warning << "\n";
    const LifeTerms terms = lifeTerms(file.records);
    const auto fit = fitLife(terms, request.distribution);
    std::optional<LifePosterior> posterior;
    if (request.prior) {
        TURNUS_ASSIGN(found,
                      lifePosterior(terms, request.distribution, *request.prior, request.aliveAt, request.within));
        posterior = found;
    }
    if (!fit && !posterior)
        return tl::unexpected(fit.error());
    if (!request.asJson) {
        out << counted(terms.units, u"unit"_s) << ", " << counted(terms.failures, u"failure"_s) << ", "
            << terms.rightCensored << " right censored, " << terms.truncated << " entered late\n";
        out.setRealNumberPrecision(10);
        if (fit)
            printFit(*fit, out);
        else
            out << "no maximum-likelihood estimate: " << fit.error().detail << "\n";
        if (posterior)
            printPosterior(request, *posterior, out);
        return {};
    }
    json::object o = fit ? fitJson(*fit) : json::object{{"refused", fit.error().toString().toStdString()}};
    o["units_total"] = terms.units;
    o["events"] = terms.failures;
    o["exact"] = terms.failures - terms.leftCensored - terms.interval;
    o["left"] = terms.leftCensored;
    o["interval"] = terms.interval;
    o["right"] = terms.rightCensored;
    o["left_truncated"] = terms.truncated;
    if (posterior)
        addPosterior(o, request, *posterior, fit ? &*fit : nullptr);
    const json::value all = std::move(o);
    if (!isFinite(all))
        return fail(Domain::Input, u"no-estimate",
                    u"a figure is beyond every number: look at --prior and --alive-at"_s);
    out << QString::fromStdString(json::serialize(all)) << "\n";
    return {};
}

} // namespace

int runFitLife(const QStringList &args, QTextStream &out, QTextStream &err)
{
    const auto request = parseFitLife(args);
    if (!request) {
        err << request.error().toString() << "\n";
        return 2;
    }
    if (const auto done = fitLifeFile(*request, out, err); !done) {
        err << done.error().toString() << "\n";
        return 1;
    }
    return 0;
}

} // namespace turnus::jobs
