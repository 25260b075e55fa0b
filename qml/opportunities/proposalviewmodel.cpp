#include "qml/opportunities/proposalviewmodel.h"

#include "core/content/library.h"
#include "core/installedbase/forecastwords.h"
#include "core/sales/guard.h"
#include "core/sales/limits.h"
#include "core/storage/changes.h"
#include "core/support/clock.h"
#include "qml/opportunities/words.h"

#include <QFileInfo>
#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace turnus::opportunities {

using installedbase::ForecastWords;

namespace {

/// A typed repair price above this is a slip of the finger.
constexpr double mostRepairEuros = 100'000;

QUrl pictureOf(const QString &directory, const QString &sha256)
{
    const QString file = directory + u'/' + sha256;
    return !sha256.isEmpty() && QFileInfo::exists(file) ? QUrl::fromLocalFile(file) : QUrl();
}

} // namespace

ProposalViewModel::ProposalViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier,
                                     const Clock &clock, Context context, QObject *parent)
    : QObject(parent), m_connection(connection), m_base(connection), m_forecasts(connection), m_offers(connection),
      m_proposals(connection), m_clock(clock), m_context(std::move(context))
{
    reload();
    connect(&notifier, &storage::ChangeNotifier::changed, this, [this](const storage::ChangeSet &changes) {
        if (changes.touches("complaint"_L1))
            reload();
    });
}

void ProposalViewModel::setLanguage(const QString &language)
{
    m_context.language = language;
    reload();
}

void ProposalViewModel::reload()
{
    take(read());
    fill();
}

void ProposalViewModel::take(const Status &status)
{
    m_error = status ? QString() : status.error().code;
}

Status ProposalViewModel::read()
{
    TURNUS_ASSIGN(asset, m_base.asset(m_context.asset));
    m_asset = std::move(asset);
    TURNUS_ASSIGN(evidence, sales::EvidenceStore(m_connection).gather(m_context.asset, m_context.visit, m_clock.now()));
    m_complaintOpen = evidence.complaintOpen;
    TURNUS_TRY(readOffer());
    return readChoice();
}

Status ProposalViewModel::readOffer()
{
    const Day today = m_clock.today();
    TURNUS_ASSIGN(usage, m_forecasts.measuredUsage(m_context.asset, today));
    m_need = usage ? std::optional(sales::UsageNeed{usage->perDay, usage->peakPerDay}) : std::nullopt;
    TURNUS_ASSIGN(offer, m_offers.forAsset(m_context.asset, m_need, today));
    m_offer = std::move(offer);
    TURNUS_ASSIGN(kept, m_proposals.load(m_context.asset));
    TURNUS_ASSIGN(cost, m_offers.usualRepairCost(m_asset.product.id));
    m_proposal = kept.value_or(sales::Proposal{.withContract = hasContract(), .repairCost = cost});
    const bool offered =
        std::ranges::find(m_offer.options, m_proposal.product, &sales::OfferOption::product) != m_offer.options.end();
    if (!offered) {
        m_proposal.product = m_offer.recommended ? m_offer.options[*m_offer.recommended].product : ProductId{};
        m_proposal.accessories.clear();
    }
    return {};
}

Status ProposalViewModel::readChoice()
{
    const Day today = m_clock.today();
    TURNUS_ASSIGN(parts, m_offers.accessories(m_proposal.product, today));
    m_parts = std::move(parts);
    TURNUS_ASSIGN(brochures, content::Library(m_connection).ofProduct(m_proposal.product, m_context.language, today));
    m_brochure = {};
    for (const content::Brochure &brochure : brochures) {
        if (!m_brochure && brochure.showable(today))
            m_brochure = brochure.id;
    }
    weigh();
    return {};
}

void ProposalViewModel::weigh()
{
    m_advice.clear();
    m_keepsMonths = 0;
    if (!m_proposal.repairCost)
        return;
    forecast::RepairOffer offer{.repairCost = *m_proposal.repairCost, .replacementPrice = totalOf().value_or(Money{})};
    const auto compared = m_forecasts.compare(m_context.asset, m_clock.today(), offer);
    if (!compared)
        return;
    m_keepsMonths = compared->keepsMonths;
    if (compared->choice == forecast::Choice::Keep) {
        m_advice = tr("Repairing is likely the better advice: keeping it costs about %1 a year, a new unit %2.")
                       .arg(ForecastWords::money(Money{compared->keepPerYear.cents / 100 * 100}),
                            ForecastWords::money(Money{compared->replacePerYear.cents / 100 * 100}));
    }
}

void ProposalViewModel::fill()
{
    QList<OptionRow> options;
    for (const sales::OfferOption &option : m_offer.options) {
        options.append({.product = option.product.value,
                        .rank = Words::rank(option.rank),
                        .name = option.name,
                        .capacity = Words::capacity(option.capacityPerDay),
                        .summary = option.summary,
                        .price = Words::price(option.price),
                        .priceKnown = option.price.has_value(),
                        .fit = Words::fit(option.fit),
                        .fits = option.fit == sales::Fit::Fits,
                        .picture = pictureOf(m_context.contentDirectory, option.imageSha256),
                        .chosen = option.product == m_proposal.product});
    }
    m_options.setRows(options);
    QList<AccessoryRow> accessories;
    for (const sales::Accessory &part : m_parts) {
        accessories.append({.product = part.product.value,
                            .name = part.name,
                            .reason = part.reason,
                            .price = part.price ? u"+ "_s + Words::price(part.price) : Words::price(part.price),
                            .chosen = m_proposal.accessories.contains(part.product)});
    }
    m_accessories.setRows(accessories);
    Q_EMIT changed();
}

void ProposalViewModel::keep()
{
    take(m_proposals.save(m_context.asset, m_proposal));
    fill();
}

QString ProposalViewModel::subtitle() const
{
    return tr("Step 1 of 2 · instead of %1").arg(m_asset.product.name);
}

QString ProposalViewModel::usage() const
{
    if (!m_need)
        return tr("Use not measured yet: two readings are needed.");
    const QString perDay = ForecastWords::number(m_need->perDay) + u' ' + ForecastWords::unit(m_offer.usageUnit);
    return tr("Measured: %1 a day, peak %2.").arg(perDay, ForecastWords::number(m_need->peakPerDay));
}

QString ProposalViewModel::contractTitle() const
{
    return m_asset.contract ? m_asset.contract->name : QString();
}

QString ProposalViewModel::contractDetail() const
{
    if (!m_asset.contract)
        return {};
    QStringList parts{tr("%n service visit(s) a year", nullptr, m_asset.contract->visitsPerYear)};
    if (m_asset.contract->responseHours)
        parts.append(tr("emergency %1 h").arg(*m_asset.contract->responseHours));
    return parts.join(u", "_s);
}

QString ProposalViewModel::contractPrice() const
{
    if (!m_asset.contract || !m_asset.contract->monthly)
        return tr("Price unknown");
    return tr("%1/mo.").arg(ForecastWords::money(*m_asset.contract->monthly));
}

QString ProposalViewModel::leaseTitle() const
{
    return tr("Lease, %1 months").arg(sales::limits::leaseMonths);
}

QString ProposalViewModel::leasePrice() const
{
    const std::optional<Money> sum = totalOf();
    return sum ? tr("%1/mo.").arg(ForecastWords::money(sales::leaseRate(*sum))) : tr("unknown");
}

QString ProposalViewModel::repairDetail() const
{
    if (!m_proposal.repairCost)
        return tr("Price unknown: please enter it");
    const QString price = ForecastWords::money(*m_proposal.repairCost);
    const auto months = static_cast<int>(std::lround(m_keepsMonths));
    return months > 0 ? tr("%1, lasts about %n month(s)", nullptr, months).arg(price) : price;
}

std::optional<Money> ProposalViewModel::totalOf() const
{
    const auto chosen = std::ranges::find(m_offer.options, m_proposal.product, &sales::OfferOption::product);
    if (chosen == m_offer.options.end())
        return std::nullopt;
    std::vector<std::optional<sales::Price>> prices{chosen->price};
    for (const sales::Accessory &part : m_parts) {
        if (m_proposal.accessories.contains(part.product))
            prices.push_back(part.price);
    }
    return sales::totalOf(prices);
}

QString ProposalViewModel::total() const
{
    const std::optional<Money> sum = totalOf();
    return sum ? ForecastWords::money(*sum) : tr("unknown");
}

QString ProposalViewModel::priceList() const
{
    std::optional<Day> newest;
    for (const sales::OfferOption &option : m_offer.options) {
        if (option.price && (!newest || *newest < option.price->validFrom))
            newest = option.price->validFrom;
    }
    return newest ? tr("Price list of %1, on this device").arg(Words::day(*newest)) : tr("No prices on this device");
}

QString ProposalViewModel::blocked() const
{
    if (m_complaintOpen)
        return Words::missing(sales::Missing::Settlement);
    if (!m_proposal.product)
        return tr("There is no successor to propose");
    return m_context.visit ? QString() : tr("Handing over needs a visit: start one at this customer");
}

void ProposalViewModel::choose(int option)
{
    if (option < 0 || option >= static_cast<int>(m_offer.options.size()))
        return;
    m_proposal.product = m_offer.options[size_t(option)].product;
    m_proposal.accessories.clear();
    take(readChoice());
    keep();
}

void ProposalViewModel::toggleAccessory(int row)
{
    if (row < 0 || row >= static_cast<int>(m_parts.size()))
        return;
    const ProductId part = m_parts[size_t(row)].product;
    if (m_proposal.accessories.removeAll(part) == 0)
        m_proposal.accessories.append(part);
    weigh();
    keep();
}

void ProposalViewModel::setWithContract(bool on)
{
    m_proposal.withContract = on;
    keep();
}

void ProposalViewModel::setLease(bool on)
{
    m_proposal.lease = on;
    keep();
}

void ProposalViewModel::setRepair(bool on)
{
    m_proposal.repair = on;
    if (!on)
        m_proposal.repairShown.reset();
    keep();
}

bool ProposalViewModel::setRepairCost(const QString &euros)
{
    bool ok = false;
    const double value = QLocale().toDouble(euros.trimmed(), &ok);
    if (!ok || value <= 0 || value > mostRepairEuros)
        return false;
    m_proposal.repairCost = Money{std::llround(value * 100)};
    m_proposal.repair = true;
    m_proposal.repairShown.reset();
    weigh();
    keep();
    return true;
}

void ProposalViewModel::markShown()
{
    if (!m_proposal.repair || !m_proposal.repairCost || m_proposal.repairShown) {
        keep();
        return;
    }
    m_proposal.repairShown = m_clock.now();
    keep();
}

} // namespace turnus::opportunities
