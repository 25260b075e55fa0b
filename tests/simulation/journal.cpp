#include "tests/simulation/journal.h"

namespace turnus::simulation {

namespace {

/// Instants from here on are numbers of edits: no schedule's clock comes near.
constexpr qint64 markedInstants = 1'900'000'000'000;

} // namespace

const char *markerColumn(const protocol::Table &table)
{
    if (table.name == "visit")
        return "started";
    if (table.name == "referral")
        return "created";
    if (table.name == "complaint")
        return "opened";
    if (table.name == "contact")
        return "name";
    return "at";
}

protocol::Value markerOf(const protocol::Table &table, int number)
{
    if (table.name == "contact")
        return "#" + std::to_string(number);
    return markedInstants + number;
}

int numberIn(const protocol::Value &marker)
{
    if (const auto *instant = std::get_if<qint64>(&marker))
        return *instant >= markedInstants ? static_cast<int>(*instant - markedInstants) : 0;
    const auto *name = std::get_if<std::string>(&marker);
    return name && name->starts_with('#') ? std::stoi(name->substr(1)) : 0;
}

} // namespace turnus::simulation
