#include "assets/demo/company.h"

#include <array>
#include <cmath>

namespace turnus::demo {

namespace {

// clang-format off
constexpr std::array technicianTable{
    Technician{"jana.muster", "Jana Muster", 0, "+49 171 3920001", 53.5640, 9.9570},
    Technician{"lars.petersen", "Lars Petersen", 0, "+49 171 3920002", 53.9000, 10.7000},
    Technician{"heiko.tammen", "Heiko Tammen", 0, "+49 171 3920003", 53.0830, 8.7900},
    Technician{"mehmet.aydin", "Mehmet Aydın", 0, "+49 171 3920004", 52.3850, 9.7500},
    Technician{"sabine.klein", "Sabine Klein", 1, "+49 171 3920005", 50.9500, 6.9400},
    Technician{"tobias.wulff", "Tobias Wulff", 1, "+49 171 3920006", 51.5200, 7.4500},
    Technician{"petra.schaefer", "Petra Schäfer", 1, "+49 171 3920007", 50.1200, 8.6700},
    Technician{"andrej.novak", "Andrej Novak", 1, "+49 171 3920008", 51.3300, 12.3600},
    Technician{"markus.haug", "Markus Haug", 2, "+49 171 3920009", 48.7900, 9.1700},
    Technician{"vroni.lechner", "Veronika Lechner", 2, "+49 171 3920010", 48.1500, 11.5600},
    Technician{"florian.gruber", "Florian Gruber", 2, "+43 660 5550111", 47.8100, 13.0400},
    Technician{"reto.amstutz", "Reto Amstutz", 2, "+41 79 5550112", 47.3900, 8.5200},
};
// clang-format on
static_assert(technicianTable.size() == technicianCount);

constexpr auto demoPassword = "demo-turnus";

Text mail(const Text &login)
{
    return login + "@berger-kaffeetechnik.example";
}

} // namespace

std::span<const Technician> technicians()
{
    return technicianTable;
}

const char *supervisorOf(int team)
{
    return team == 2 ? "urs.keller" : "birgit.berger";
}

const char *territoryOf(int team)
{
    constexpr std::array keys{"nord", "mitte", "sued"};
    return keys.at(static_cast<std::size_t>(team));
}

double distanceKm(double latitude1, double longitude1, double latitude2, double longitude2)
{
    const double north = (latitude2 - latitude1) * 111.2;
    const double east =
        (longitude2 - longitude1) * 111.2 * std::cos((latitude1 + latitude2) * 0.5 * 0.0174532925199433);
    return std::sqrt(north * north + east * east);
}

void writePeople(Company &company)
{
    Files &files = company.files;
    constexpr std::array names{"Nord", "Mitte", "Süd, Österreich und Schweiz"};
    constexpr std::array teamNames{"Team Nord", "Team Mitte", "Team Süd"};
    for (int team = 0; team < 3; ++team) {
        const auto index = static_cast<std::size_t>(team);
        files.territory.add(territoryOf(team), names.at(index));
        files.team.add(Text("team-") + territoryOf(team), teamNames.at(index), territoryOf(team), supervisorOf(team));
    }
    const auto person = [&](const Text &key, const Text &name, const char *role, const Text &team, const Text &phone) {
        files.staff.add(key, name, role, team, phone, mail(key));
        files.account.add(key, demoPassword, key);
    };
    person("birgit.berger", "Birgit Berger", "supervisor", "", "+49 171 3920020");
    person("urs.keller", "Urs Keller", "supervisor", "", "+49 171 3920021");
    person("nina.vogt", "Nina Vogt", "sales", "", "+49 171 3920022");
    person("paul.zeidler", "Paul Zeidler", "dispatcher", "", "+49 171 3920023");
    for (const Technician &technician : technicianTable)
        person(technician.key, technician.name, "technician", Text("team-") + territoryOf(technician.team),
               technician.phone);
}

} // namespace turnus::demo
