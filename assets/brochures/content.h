#pragma once

#include <span>

/// What stands in the brochures. Texts are UTF-8.
namespace turnus::brochures {

enum class Look { Petrol, Green, Ochre };

struct Fact
{
    const char *icon;
    const char *title;
    const char *text;
};

/// One of good, better, best. A feature that begins with "-" is missing.
struct Model
{
    const char *product;
    const char *name;
    const char *grade;
    const char *capacity;
    const char *features[3];
    const char *price;
    const char *fit;
};

struct DataRow
{
    const char *label;
    const char *cells[3];
};

/// A cost per month in euro, put together from the same kinds in both bars.
struct CostBar
{
    const char *name;
    const char *note;
    double parts[4];
};

struct Costs
{
    const char *title;
    const char *lead;
    const char *kinds[4];
    CostBar before;
    CostBar after;
    const char *saving;
    const char *savingText;
    const char *assumption;
};

struct Dimensions
{
    const char *width;
    const char *height;
    const char *depth;
};

struct Brochure
{
    const char *key;
    bool german;
    Look look;
    const char *symbol; ///< product on the cover, or an icon's name when `look` is not petrol
    const char *kicker;
    const char *title;
    const char *subtitle;
    const char *version;
    const char *factsTitle;
    const char *factsLead;
    std::span<const Fact> facts;
    const char *modelsTitle; ///< nullptr: no such pages
    std::span<const Model> models;
    std::span<const DataRow> data;
    int shown; ///< the model that the brochure is about
    Dimensions dimensions;
    Costs costs;
};

std::span<const Brochure> coffeeBrochures();
std::span<const Brochure> otherBrochures();
std::span<const Brochure> serviceBrochures();

} // namespace turnus::brochures
