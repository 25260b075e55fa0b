#pragma once

#include "assets/demo/files.h"

#include <span>

namespace turnus::demo {

enum class Category { EspressoMachine, BeanToCup, Grinder, WaterFilter, MilkCooler, Brewer, Accessory };
inline constexpr int categoryCount = 7;

/// One of the 25 products, with what the generator needs beyond its row.
struct Product
{
    const char *key; ///< also the name of its picture and, where it has one, of its brochure
    const char *sku;
    const char *name;
    Category category;
    const char *manufacturer;
    const char *summary;
    int lifeMonths;
    double usagePerDay; ///< 0: nobody reads a meter of it, and its life does not depend on use
    const char *unit;
    int capacity; ///< per day; 0 = none stated
    const char *successor;
    int partsEndMonths; ///< from today; 0 = no end known
    int priceCents;
    int size;         ///< 0 small, 1 middle, 2 large
    double soldFrom;  ///< years before today
    double soldUntil; ///< years before today; 0 = still sold
    const char *serialPrefix;

    [[nodiscard]] constexpr bool isMetered() const { return usagePerDay > 0; }
};

/// Current products first, so that every successor stands before its predecessors.
std::span<const Product> products();
const Product *findProduct(const Text &key);
/// What was sold `yearsAgo` years before today in this category and size (the nearest size if there is no such).
const Product &productSold(Category category, int size, double yearsAgo);
const char *categoryName(Category category);

/// What a technician writes about a category: the reasons of repairs with the share of the price they cost, the
/// parts they take, what a bad grade is about.
struct Trouble
{
    Category category;
    const char *what;    ///< "Mahlscheiben ersetzt"
    const char *symptom; ///< the customer's words, reason of an appointment
    double share;        ///< of the product's price
    const char *part;    ///< key in part.csv
};
std::span<const Trouble> troubles();
struct Defect
{
    Category category;
    const char *what;
    const char *place;
};
std::span<const Defect> defects();
struct Part
{
    const char *key;
    const char *number;
    const char *name;
    const char *product; ///< nullptr: fits several
    int cents;
};
std::span<const Part> parts();
const Part &findPart(const Text &key);
/// The part that every maintenance of this category takes.
const Part &servicePart(Category category);

/// Kinds of appointments as the tables spell them.
inline constexpr std::array appointmentKinds{"maintenance", "repair",       "emergency",    "pick_up",
                                             "delivery",    "installation", "courtesy_call"};

/// Segments, products, prices, accessories, parts, checklists, bonus rules and wordings.
void writeCatalogue(Files &files, Day today);
void writeBrochures(Files &files, Day today);
/// The German brochure that shows a product, and its number of pages; empty if there is none.
struct BrochureRef
{
    Text key;
    int pages;
};
BrochureRef brochureOf(const Product &product);
/// Keys of the items of the maintenance checklist of a category, in order, with their kind of answer.
struct ItemKey
{
    Text key;
    Text answer;
};
QList<ItemKey> maintenanceItems(Category category);

/// An item of the maintenance list whose value shows the wear of the unit.
struct WearItem
{
    Category category;
    int position; ///< from 0
    double atNew;
    double limit;
};
const WearItem *wearItem(Category category);

} // namespace turnus::demo
