#pragma once

#include "assets/demo/company.h"

/// Names that sound like the trade and the country, and belong to nobody.
namespace turnus::demo {

Text customerName(Random &random, Trade trade, const Town &town);
struct PersonName
{
    Text full;
    Text mailName; ///< ASCII, lower case
};
PersonName personName(Random &random, const char *country);
/// "Geschäftsführung", "Küchenleitung", … as the trade has them; `index` 0 is who decides.
Text position(Trade trade, int index);
Text street(Random &random, const char *country);
/// Numbers from the ranges kept for film and print in Germany, "555" elsewhere.
Text phone(Random &random, const Town &town);
/// "hotel-elbwiesen.example": lower case ASCII, reserved top-level domain.
Text domainName(const Text &customerName);

} // namespace turnus::demo
