#pragma once

#include "assets/demo/catalogue.h"
#include "assets/demo/random.h"
#include "assets/demo/towns.h"

#include <QList>

/// The demo company while it is being made: what later stages need to know of earlier ones.
namespace turnus::demo {

inline constexpr int technicianCount = 12;
inline constexpr int customerCount = 2000;
inline constexpr int assetCount = 8000;
inline constexpr int historyYears = 6;

enum class Trade { Hotel, Guesthouse, Cafe, Restaurant, Canteen, Office, Practice, Dealer, Bakery, BakeryChain };

struct Technician
{
    const char *key;
    const char *name;
    int team; ///< 0 Nord, 1 Mitte, 2 Süd
    const char *phone;
    double latitude; ///< where he starts in the morning
    double longitude;
};

struct Site
{
    Text key;
    int customer;
    double latitude;
    double longitude;
    QList<int> assets;
};

struct Customer
{
    Text key;
    Text name;
    Trade trade;
    int technician;
    Day since;
    Text contact; ///< key of the first contact
    Text contactName;
    Text contract; ///< empty: none
    int visitsPerYear = 0;
    Text contractName;
    double busy = 1; ///< usage relative to the usual
    bool story = false;
    QList<int> sites;
};

struct Asset
{
    Text key;
    Text serial;
    const char *place;
    int site;
    const Product *product;
    Day installed;
    std::optional<Day> removed;
    double usagePerDay;
    double lifeDays; ///< latent: when it would be worn out at its usage
    bool story = false;
    bool failed = false; ///< removed because it broke down, not before
    int successor = -1;  ///< the asset that took its place
    double meter = 0;    ///< at lastRead
    std::optional<Day> lastRead;
    int lastGrade = 0;
    std::optional<Day> lastRepair;

    [[nodiscard]] double wear(Day day) const { return static_cast<double>((day - installed).count()) / lifeDays; }
    [[nodiscard]] bool isAt(Day day) const { return day >= installed && (!removed || day < *removed); }
};

/// A past visit that gave reason to talk about replacement.
struct Opportunity
{
    Text visit;
    int asset;
    int technician;
    Day day;
    Instant at;
    int grade;
};

struct Company
{
    Day today;
    Random random{0};
    Files files;
    QList<Customer> customers;
    QList<Site> sites;
    QList<Asset> assets;
    QList<Opportunity> opportunities;

    [[nodiscard]] const Customer &customerOf(const Asset &asset) const
    {
        return customers.at(sites.at(asset.site).customer);
    }
};

std::span<const Technician> technicians();
/// Key of the supervisor of a team: one leads Nord and Mitte, one Süd.
const char *supervisorOf(int team);
const char *territoryOf(int team);
/// Kilometres as the crow flies.
double distanceKm(double latitude1, double longitude1, double latitude2, double longitude2);

// The stages, in their order.
void writePeople(Company &company);
void makeCustomers(Company &company);
/// Jana's customers of today, with assets whose history is told rather than drawn.
void makeStory(Company &company);
/// What two of them complain of: one still does.
void writeComplaints(Company &company);
void makeFleet(Company &company);
void writeHistory(Company &company);
void writeSales(Company &company);
void writeAppointments(Company &company);

} // namespace turnus::demo
