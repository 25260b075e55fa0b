#include "assets/demo/fleet.h"

#include "assets/demo/calendar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace turnus::demo {

namespace {

using enum Category;

/// A place where customers of a trade have a machine.
struct Slot
{
    Category category;
    const char *place;
    double chance;
};

constexpr std::array hotelSlots{Slot{BeanToCup, "Frühstücksraum", 1}, Slot{BeanToCup, "Lobby", 0.45},
                                Slot{EspressoMachine, "Bar", 0.6},    Slot{Grinder, "Bar", 0.6},
                                Slot{WaterFilter, "Küche", 0.95},     Slot{MilkCooler, "Frühstücksraum", 0.75},
                                Slot{Brewer, "Tagung", 0.45},         Slot{Accessory, "Bar", 0.3}};
constexpr std::array guesthouseSlots{Slot{EspressoMachine, "Theke", 0.6}, Slot{Grinder, "Theke", 0.6},
                                     Slot{BeanToCup, "Frühstücksraum", 0.6}, Slot{WaterFilter, "Theke", 0.7},
                                     Slot{Brewer, "Küche", 0.15}};
constexpr std::array cafeSlots{Slot{EspressoMachine, "Theke", 1},
                               Slot{Grinder, "Theke", 1},
                               Slot{Grinder, "Theke, zweite Sorte", 0.45},
                               Slot{WaterFilter, "Unter der Theke", 0.9},
                               Slot{MilkCooler, "Theke", 0.3},
                               Slot{Brewer, "Theke", 0.2},
                               Slot{Accessory, "Theke", 0.2}};
constexpr std::array restaurantSlots{Slot{EspressoMachine, "Bar", 0.7}, Slot{Grinder, "Bar", 0.7},
                                     Slot{BeanToCup, "Service", 0.4}, Slot{WaterFilter, "Bar", 0.85},
                                     Slot{Accessory, "Bar", 0.15}};
constexpr std::array canteenSlots{Slot{BeanToCup, "Kantine", 1},      Slot{BeanToCup, "Casino", 0.5},
                                  Slot{WaterFilter, "Kantine", 0.95}, Slot{MilkCooler, "Kantine", 0.75},
                                  Slot{Brewer, "Konferenz", 0.55},    Slot{Accessory, "Kantine", 0.5}};
constexpr std::array officeSlots{Slot{BeanToCup, "Teeküche", 1}, Slot{BeanToCup, "2. Obergeschoss", 0.3},
                                 Slot{WaterFilter, "Teeküche", 0.65}, Slot{MilkCooler, "Teeküche", 0.35},
                                 Slot{Accessory, "Teeküche", 0.12}};
constexpr std::array bakerySlots{Slot{BeanToCup, "Verkauf", 0.75}, Slot{EspressoMachine, "Café", 0.35},
                                 Slot{Grinder, "Café", 0.35}, Slot{WaterFilter, "Backstube", 0.9},
                                 Slot{MilkCooler, "Verkauf", 0.5}};

std::span<const Slot> slotsOf(Trade trade)
{
    switch (trade) {
    case Trade::Hotel:
        return hotelSlots;
    case Trade::Guesthouse:
        return guesthouseSlots;
    case Trade::Cafe:
        return cafeSlots;
    case Trade::Restaurant:
        return restaurantSlots;
    case Trade::Canteen:
        return canteenSlots;
    case Trade::Office:
    case Trade::Practice:
    case Trade::Dealer:
        return officeSlots;
    case Trade::Bakery:
    case Trade::BakeryChain:
        break;
    }
    return bakerySlots;
}

int drawSize(Random &random, Trade trade)
{
    switch (trade) {
    case Trade::Hotel:
    case Trade::Canteen:
        return random.chance(0.55) ? 2 : 1;
    case Trade::Office:
    case Trade::Practice:
    case Trade::Dealer:
        return random.chance(0.75) ? 0 : 1;
    default:
        return random.chance(0.6) ? 1 : (random.chance(0.5) ? 0 : 2);
    }
}

/// Weibull with slope 4.2 and a median a tenth above the maker's figure, shortened by heavy use.
double drawLife(Random &random, const Product &product, double usagePerDay)
{
    const double spread = std::pow(-std::log(1.0 - random.real()), 1.0 / 4.2);
    const double heavy = product.isMetered() ? std::sqrt(usagePerDay / product.usagePerDay) : 1.0;
    return std::max(400.0, product.lifeMonths * 30.44 * 1.2 * spread / heavy);
}

double drawUsage(Random &random, const Product &product, double busy)
{
    return product.isMetered() ? product.usagePerDay * busy * random.real(0.75, 1.25) : 0.0;
}

/// The machines that stood one after another in a place since `from`, as far as the history reaches back.
void fillSlot(Company &company, Random &random, int site, const Slot &slot, int size, Day from)
{
    const double busy = company.customers.at(company.sites.at(site).customer).busy;
    Day installed = workingDayFrom(from);
    int before = -1;
    while (installed < company.today - days(20)) {
        const double yearsAgo = static_cast<double>((company.today - installed).count()) / 365.25;
        const Product &product = productSold(slot.category, size, yearsAgo);
        const double usage = drawUsage(random, product, busy);
        const double life = drawLife(random, product, usage);
        const double lived = random.real(0.9, 1.07);
        const Day ends = workingDayFrom(installed + days(static_cast<int>(life * lived)));
        const bool removed = ends < company.today - days(10);
        // Of the units that were replaced, every second one's records were kept.
        if (!removed || (ends > historyStart(company) && random.chance(0.5))) {
            const int added =
                addAsset(company, {site, &product, installed, removed ? std::optional(ends) : std::nullopt, usage, life,
                                   slot.place});
            company.assets[added].failed = lived >= 1;
            if (before >= 0)
                company.assets[before].successor = added;
            before = added;
        } else {
            before = -1;
        }
        if (!removed)
            return;
        installed = ends;
    }
}

/// Assets until there are as many as the company has, in places of the customers that could use one more.
void fillUp(Company &company, Random &random)
{
    constexpr std::array extras{
        Slot{WaterFilter, "Zweiter Anschluss", 1}, Slot{MilkCooler, "Reserve", 1},  Slot{Accessory, "Theke", 1},
        Slot{Grinder, "Theke, entkoffeiniert", 1}, Slot{BeanToCup, "Nebenraum", 1}, Slot{Brewer, "Nebenraum", 1}};
    while (company.assets.size() < assetCount) {
        const int site = random.below(static_cast<int>(company.sites.size()));
        const Customer &customer = company.customers.at(company.sites.at(site).customer);
        const Day installed = workingDayFrom(company.today - days(random.between(30, 5 * 365)));
        if (customer.story || installed <= customer.since)
            continue;
        const Slot &slot = random.pick(extras);
        const double yearsAgo = static_cast<double>((company.today - installed).count()) / 365.25;
        const Product &product = productSold(slot.category, drawSize(random, customer.trade), yearsAgo);
        const double usage = drawUsage(random, product, customer.busy);
        const double life = drawLife(random, product, usage);
        if (life < static_cast<double>((company.today - installed).count()))
            continue;
        addAsset(company, {site, &product, installed, std::nullopt, usage, life, slot.place});
    }
}

struct ContractKind
{
    const char *name;
    int visitsPerYear;
    int responseHours;
    double share; ///< of the list price of the machines, per month
};

constexpr std::array contractKinds{ContractKind{"Basis", 1, 48, 0.0012}, ContractKind{"Plus", 2, 8, 0.0022},
                                   ContractKind{"Premium", 4, 4, 0.0038}};

void drawContract(Company &company, Random &random, Customer &customer)
{
    if (!customer.story && random.chance(0.25))
        return;
    const double draw = customer.story ? 0.6 : random.real();
    const ContractKind &kind = contractKinds.at(draw < 0.45 ? 0 : (draw < 0.85 ? 1 : 2));
    qint64 value = 0;
    for (const int site : customer.sites)
        for (const int asset : company.sites.at(site).assets)
            value += company.assets.at(asset).removed ? 0 : company.assets.at(asset).product->priceCents;
    customer.contract = "V" + customer.key.mid(1);
    customer.contractName = kind.name;
    customer.visitsPerYear = kind.visitsPerYear;
    const int cents = std::max(1900, static_cast<int>(static_cast<double>(value) * kind.share) / 100 * 100);
    const Day starts = std::max(customer.since, company.today - days(random.between(200, 8 * 365)));
    // Most run on until further notice; some end soon, which is something to talk about, a few have ended.
    std::optional<Day> ends;
    if (customer.story)
        ends = endOfMonth(company.today, 4);
    else if (random.chance(0.3))
        ends = endOfMonth(company.today, random.between(-2, 20));
    company.files.serviceContract.add(customer.contract, customer.key, Text("Vertrag ") + kind.name, starts, ends,
                                      kind.responseHours, kind.visitsPerYear, cents);
}

void writeAssets(Company &company, Random &random)
{

    for (const Asset &asset : std::as_const(company.assets)) {
        const Customer &customer = company.customerOf(asset);
        const Day observed = std::max({asset.installed, customer.since, historyStart(company)});
        const int warrantyMonths = asset.product->size > 0 && asset.product->category == BeanToCup ? 36 : 24;
        const bool yearOnly = !asset.story && asset.installed < customer.since && random.chance(0.4);
        const Day installed =
            yearOnly ? Day(std::chrono::year_month_day(asset.installed).year() / 7 / 1) : asset.installed;
        company.files.asset.add(asset.key, customer.key, company.sites.at(asset.site).key, asset.product->key,
                                customer.contract, asset.serial, std::min(installed, observed), yearOnly, observed,
                                addMonths(asset.installed, warrantyMonths), none, asset.place,
                                asset.removed ? "removed" : "active");
        if (asset.removed)
            company.files.assetRemoval.add("RM" + asset.key.mid(1), asset.key, none, none,
                                           asset.failed ? "failed" : "condition", *asset.removed, none,
                                           asset.successor < 0 ? Text() : company.assets.at(asset.successor).key,
                                           berlin(*asset.removed, 10 * 60), none);
    }
}

} // namespace

Day historyStart(const Company &company)
{
    return addMonths(company.today, -12 * historyYears);
}

int addAsset(Company &company, const AssetDraft &draft)
{
    const int index = static_cast<int>(company.assets.size());
    Asset asset;
    asset.key = "G" + Text::number(100001 + index).mid(1);
    // 7919 and 90000 have no common factor: every number comes once.
    asset.serial = Text(draft.product->serialPrefix) + '-' + Text::number(10000 + index * 7919 % 90000);
    asset.place = draft.place;
    asset.site = draft.site;
    asset.product = draft.product;
    asset.installed = draft.installed;
    asset.removed = draft.removed;
    asset.usagePerDay = draft.usagePerDay;
    asset.lifeDays = draft.lifeDays;
    asset.story = draft.story;
    company.assets.append(asset);
    company.sites[draft.site].assets.append(index);
    return index;
}

void makeFleet(Company &company)
{
    Random random = company.random.fork(2);
    for (int i = 0; i < company.sites.size(); ++i) {
        const Customer &customer = company.customers.at(company.sites.at(i).customer);
        if (customer.story)
            continue;
        const int size = drawSize(random, customer.trade);
        const Day opening = customer.since + days(random.between(0, 60));
        for (const Slot &slot : slotsOf(customer.trade)) {
            if (!random.chance(slot.chance) || company.assets.size() >= assetCount - 8)
                continue;
            const Day from = random.chance(0.3)
                                 ? customer.since - days(random.between(0, 5 * 365))
                                 : (random.chance(0.8) ? opening : opening + days(random.between(20, 400)));
            fillSlot(company, random, i, slot, size, from);
        }
    }
    fillUp(company, random);
    for (Customer &customer : company.customers)
        drawContract(company, random, customer);
    writeAssets(company, random);
}

} // namespace turnus::demo
