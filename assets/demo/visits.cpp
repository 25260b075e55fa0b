#include "assets/demo/visits.h"

#include "assets/demo/calendar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace turnus::demo {

namespace {

Text numbered(const char *prefix, const CsvFile &file)
{
    return prefix + Text::number(file.rows() + 1);
}

const Technician &technicianOf(const WrittenVisit &visit)
{
    return technicians()[static_cast<std::size_t>(visit.technician)];
}

/// Burrs, brew units and heaters differ from product to product.
const Part &fittingPart(const Text &wanted, const Product &product)
{
    const Text productKey = product.key;
    if (wanted.startsWith("p-scheiben")) {
        for (const Part &part : parts())
            if (part.product && productKey == part.product && Text(part.key).startsWith("p-scheiben"))
                return part;
    }
    if (wanted == "p-brueh-bk4" && !product.successor)
        return findPart("p-brueh-bk6");
    if (wanted == "p-kessel-el" && !product.successor)
        return findPart("p-nova-el");
    return findPart(wanted);
}

const Part &fittingServicePart(const Product &product)
{
    const Text productKey = product.key;
    if (productKey == "wf600")
        return findPart("p-kerze600");
    if (productKey == "ro120")
        return findPart("p-vorfilter");
    return servicePart(product.category);
}

/// Wear shows late: as a power of the used-up share of life. Instruments and hands err by a tenth of the way.
double worn(Random &random, const WearItem &item, double wear)
{
    const double shown = std::pow(std::clamp(wear, 0.0, 1.2), 1.5) + random.real(-0.1, 0.1);
    return item.atNew + (item.limit - item.atNew) * shown;
}

/// What a technician measures when nothing is wrong.
double measured(Random &random, Category category, int position)
{
    switch (category) {
    case Category::EspressoMachine:
        return random.real(91.5, 94.0);
    case Category::BeanToCup:
        return position == 2 ? random.real(88, 94) : random.real(58, 65);
    case Category::Grinder:
        return position == 1 ? random.real(7.8, 9.2) : random.real(23, 29);
    case Category::WaterFilter:
        return position == 0 ? random.real(11, 22) : random.real(4, 8);
    default:
        return random.real(92, 96);
    }
}

} // namespace

WrittenVisit writeVisit(Company &company, Random &random, const VisitDraft &draft)
{
    const Site &site = company.sites.at(draft.site);
    const Customer &customer = company.customers.at(site.customer);
    WrittenVisit visit;
    visit.key = numbered("E", company.files.visit);
    visit.technician = customer.technician;
    visit.day = draft.day;
    visit.started = berlin(draft.day, draft.start);
    visit.ended = berlin(draft.day, draft.start + draft.minutes);
    const bool byPosition = random.chance(0.86);
    company.files.visit.add(visit.key, customer.key, site.key, company.assets.at(draft.asset).key, none,
                            technicianOf(visit).key, kindName(draft.kind), "completed", visit.started, visit.ended,
                            byPosition ? "position" : "hand",
                            byPosition ? std::optional(random.between(4, 85)) : std::nullopt, draft.summary);
    return visit;
}

void writeReading(Company &company, Random &random, const WrittenVisit &visit, int index)
{
    Asset &asset = company.assets[index];
    const Day since = asset.lastRead.value_or(asset.installed);
    const double elapsed = static_cast<double>((visit.day - since).count());
    const double noise = asset.story ? 1.0 : random.real(0.88, 1.12);
    asset.meter += std::floor(elapsed * asset.usagePerDay * noise);
    asset.lastRead = visit.day;
    bool exchanged = false;
    bool confirmed = false;
    double shown = asset.meter;
    if (!asset.story && elapsed > 60 && asset.meter > 2000) {
        const double draw = random.real();
        if (draw < 0.0025) {
            exchanged = true;
            asset.meter = shown = std::floor(elapsed * asset.usagePerDay * random.real(0.1, 0.9));
        } else if (draw < 0.0045) {
            // A digit too many or one forgotten; half of them were asked about and confirmed all the same.
            shown = random.chance(0.5) ? asset.meter * 10 : std::floor(asset.meter / 10);
            confirmed = random.chance(0.5);
        }
    }
    company.files.meterReading.add(numbered("Z", company.files.meterReading), asset.key, visit.key, visit.started,
                                   Decimal{shown, 0}, exchanged, confirmed);
}

void writeGrade(Company &company, const WrittenVisit &visit, int index, int grade)
{
    Asset &asset = company.assets[index];
    asset.lastGrade = grade;
    company.files.conditionGrade.add(numbered("N", company.files.conditionGrade), asset.key, visit.key,
                                     technicianOf(visit).key, visit.ended, grade);
}

void writeFinding(Company &company, Random &random, const WrittenVisit &visit, int index, int grade)
{
    const Asset &asset = company.assets.at(index);
    int count = 0;
    const Defect *chosen = nullptr;
    for (const Defect &defect : defects()) {
        if (defect.category == asset.product->category && random.below(++count) == 0)
            chosen = &defect;
    }
    if (!chosen)
        return;
    company.files.finding.add(numbered("B", company.files.finding), asset.key, visit.key, chosen->what, chosen->place,
                              grade, visit.ended);
}

void writeServicePart(Company &company, const WrittenVisit &visit, int index)
{
    const Asset &asset = company.assets.at(index);
    const Part &part = fittingServicePart(*asset.product);
    company.files.partUse.add(numbered("T", company.files.partUse), visit.key, asset.key, part.key, part.name, 1, "van",
                              part.cents, visit.ended);
}

void writeRepair(Company &company, Random &random, const WrittenVisit &visit, const RepairDraft &draft)
{
    Asset &asset = company.assets[draft.asset];
    asset.lastRepair = visit.day;
    const Trouble &trouble = troubles()[static_cast<std::size_t>(draft.trouble)];
    const Part &part = fittingPart(trouble.part, *asset.product);
    company.files.partUse.add(numbered("T", company.files.partUse), visit.key, asset.key, part.key, part.name, 1,
                              random.chance(0.75) ? "van" : "order", part.cents, visit.ended);
    // Parts and an hour or two of work, to the euro.
    const int work = random.between(9000, 19000);
    const int share = static_cast<int>(trouble.share * asset.product->priceCents * random.real(0.8, 1.25));
    const int cents = draft.cents ? draft.cents : std::max(part.cents, share) / 100 * 100 + work / 100 * 100;
    company.files.repair.add(numbered("R", company.files.repair), asset.key, visit.key, visit.ended, trouble.what,
                             cents);
}

void writeAnswers(Company &company, Random &random, const WrittenVisit &visit, int index)
{
    const Asset &asset = company.assets.at(index);
    const QList<ItemKey> items = maintenanceItems(asset.product->category);
    const WearItem *item = wearItem(asset.product->category);
    for (int i = 0; i < items.size(); ++i) {
        const bool number = items.at(i).answer == "number";
        const bool defect = !number && random.chance(asset.lastGrade >= 4 ? 0.25 : 0.03);
        std::optional<Decimal> value;
        if (number) {
            value = item && item->position == i
                        ? Decimal{worn(random, *item, asset.wear(visit.day)), 1}
                        : Decimal{measured(random, asset.product->category, i), 1};
        }
        company.files.checklistAnswer.add(numbered("A", company.files.checklistAnswer), visit.key, items.at(i).key,
                                          number ? "value" : (defect ? "defect" : "ok"), value, none,
                                          visit.started + std::chrono::minutes(4 + 3 * i));
    }
}

} // namespace turnus::demo
