#include "assets/demo/calendar.h"
#include "assets/demo/customers.h"
#include "assets/demo/fleet.h"
#include "assets/demo/names.h"

#include <algorithm>
#include <array>

namespace turnus::demo {

namespace {

/// Jana's five customers of today, in the order of her day.
struct StoryPlace
{
    const char *name;
    Trade trade;
    const char *siteName;
    const char *street;
    const char *postalCode;
    double latitude;
    double longitude;
    const char *accessNote;
};

constexpr std::array storyPlaces{
    StoryPlace{"Café Morgenrot", Trade::Cafe, "Ottensen", "Bahrenfelder Straße 118", "22765", 53.5566, 9.9262,
               "Hintereingang über den Hof"},
    StoryPlace{"Bäckerei Petersen", Trade::Bakery, "Filiale Eimsbüttel", "Osterstraße 94", "20259", 53.5764, 9.9518,
               ""},
    StoryPlace{"Hotel Elbwiesen", Trade::Hotel, "Haupthaus", "Neuer Pferdemarkt 27", "20359", 53.5577, 9.9663,
               "Am Empfang melden, Bar im Erdgeschoss rechts"},
    StoryPlace{"Kantine Nordwerk Maschinenbau GmbH", Trade::Canteen, "Werk 2", "Wendenstraße 375", "20537", 53.5503,
               10.0455, "Anmeldung an der Pforte, Sicherheitsschuhe"},
    StoryPlace{"Kanzlei Rickmers & Thode", Trade::Office, "Neuer Wall", "Neuer Wall 42", "20354", 53.5517, 9.9905,
               "3. Obergeschoss, Aufzug links"},
};

/// An asset with its told life: `wear` is how worn out it is today (1 = at its end).
struct StoryAsset
{
    int place;
    const char *product;
    const char *where;
    int monthsOld;
    double usagePerDay;
    double wear;
};

constexpr std::array storyAssets{
    StoryAsset{0, "classic2", "Theke", 94, 205, 0.74},       StoryAsset{0, "m75", "Theke", 26, 190, 0.33},
    StoryAsset{0, "wf1200", "Unter der Theke", 40, 36, 0.4}, StoryAsset{1, "bk480", "Verkauf", 82, 140, 0.7},
    StoryAsset{1, "wf1200", "Backstube", 31, 44, 0.3},       StoryAsset{2, "m60", "Bar", 102, 268, 0.97},
    StoryAsset{2, "classic2", "Bar", 102, 240, 0.8},         StoryAsset{2, "bk420", "Frühstücksraum", 92, 87, 0.88},
    StoryAsset{2, "wf1200", "Küche", 55, 41, 0.5},           StoryAsset{2, "mk4", "Frühstücksraum", 55, 0, 0.5},
    StoryAsset{3, "bk820", "Kantine", 41, 178, 0.5},         StoryAsset{3, "mk9", "Kantine", 41, 0, 0.45},
    StoryAsset{3, "ro120", "Kantine", 41, 130, 0.45},        StoryAsset{4, "bk520", "Teeküche", 22, 38, 0.2},
    StoryAsset{4, "m65", "Besprechung", 30, 60, 0.35},       StoryAsset{4, "wf1200", "Teeküche", 22, 20, 0.2},
};

} // namespace

void makeStory(Company &company)
{
    Random random = company.random.fork(3);
    const Town &hamburg = towns().front();
    for (const StoryPlace &place : storyPlaces) {
        const Day since = addMonths(company.today, -104);
        const int customer = addCustomer(company, {place.name, place.trade, &hamburg, since, {}}, random);
        company.customers[customer].story = true;
        company.customers[customer].busy = 1;
        addSite(company, customer,
                {place.siteName, place.street, place.postalCode, &hamburg, place.latitude, place.longitude,
                 place.accessNote});
    }
    for (const StoryAsset &told : storyAssets) {
        const Day installed = addMonths(company.today, -told.monthsOld);
        const double age = static_cast<double>((company.today - installed).count());
        addAsset(company, {company.customers.at(told.place).sites.front(), findProduct(told.product), installed,
                           std::nullopt, told.usagePerDay, age / told.wear, told.where, true});
    }
}

void writeComplaints(Company &company)
{
    const auto write = [&](const char *key, int place, const char *product, const char *what, int daysAgo,
                           std::optional<int> settledDaysAgo, const char *settlement) {
        const Customer &customer = company.customers.at(place);
        const auto unit = std::ranges::find_if(company.assets, [&](const Asset &asset) {
            return company.sites.at(asset.site).customer == place && qstrcmp(asset.product->key, product) == 0;
        });
        const auto day = [&](int ago) { return workingDayFrom(company.today - days(ago)); };
        std::optional<Instant> settled;
        if (settledDaysAgo)
            settled = berlin(day(*settledDaysAgo), 11 * 60 + 30);
        company.files.complaint.add(key, customer.key, unit == company.assets.end() ? Text() : unit->key, none,
                                    technicians()[static_cast<std::size_t>(customer.technician)].key, what,
                                    berlin(day(daysAgo), 9 * 60 + 15), settled, settlement);
    };
    write("C00001", 0, "classic2", "Kaffee war nach der letzten Wartung zu kühl.", 74, 66,
          "Kessel nachgestellt und mit der Kundin nachgemessen.");
    write("C00002", 1, "bk480", "Rechnung der letzten Reparatur nennt zwei Anfahrten, es war eine.", 24, {}, "");
}

} // namespace turnus::demo
