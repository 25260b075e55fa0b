#pragma once

#include "assets/demo/company.h"

namespace turnus::demo {

struct CustomerDraft
{
    Text name;
    Trade trade;
    const Town *town;
    Day since;
    Text note;
};

struct SiteDraft
{
    Text name;
    Text street;
    Text postalCode;
    const Town *town;
    double latitude;
    double longitude;
    Text accessNote;
};

/// Both return the index in company.customers or company.sites and write the rows.
int addCustomer(Company &company, const CustomerDraft &draft, Random &random);
int addSite(Company &company, int customer, const SiteDraft &draft);
SiteDraft drawSite(Random &random, const Town &town, Trade trade);

} // namespace turnus::demo
