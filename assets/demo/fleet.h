#pragma once

#include "assets/demo/company.h"

namespace turnus::demo {

struct AssetDraft
{
    int site;
    const Product *product;
    Day installed;
    std::optional<Day> removed;
    double usagePerDay;
    double lifeDays;
    const char *place;
    bool story = false;
};

/// Keeps the asset in company.assets; its row is written when the contracts are known.
int addAsset(Company &company, const AssetDraft &draft);
/// First day of the recorded history.
Day historyStart(const Company &company);

} // namespace turnus::demo
