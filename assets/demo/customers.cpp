#include "assets/demo/customers.h"

#include "assets/demo/names.h"

#include <QSet>
#include <array>

namespace turnus::demo {

namespace {

const char *segmentOf(Trade trade)
{
    switch (trade) {
    case Trade::Hotel:
    case Trade::Guesthouse:
    case Trade::Cafe:
    case Trade::Restaurant:
        return "gastro";
    case Trade::Bakery:
    case Trade::BakeryChain:
        return "bakery";
    default:
        return "office";
    }
}

Trade drawTrade(Random &random)
{
    constexpr std::array shares{16, 9, 14, 11, 7, 12, 8, 5, 13, 5};
    int rest = random.below(100);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        rest -= shares.at(i);
        if (rest < 0)
            return static_cast<Trade>(i);
    }
    return Trade::Cafe;
}

const Town &drawTown(Random &random, int technician)
{
    int total = 0;
    for (const Town &town : towns())
        total += town.technician == technician ? town.weight : 0;
    int rest = random.below(total);
    const Town *last = nullptr;
    for (const Town &town : towns()) {
        if (town.technician != technician)
            continue;
        last = &town;
        rest -= town.weight;
        if (rest < 0)
            break;
    }
    return *last;
}

Text accessNote(Random &random, Trade trade)
{
    if (!random.chance(0.28))
        return {};
    if (trade == Trade::Hotel) {
        constexpr std::array notes{"Am Empfang melden, Lieferanteneingang links",
                                   "Parken im Hof, Schranke öffnet der Empfang",
                                   "Küche im Untergeschoss, Lastenaufzug benutzen"};
        return random.pick(notes);
    }
    if (trade == Trade::Canteen) {
        constexpr std::array notes{"Anmeldung an der Pforte, Ausweis nötig", "Sicherheitsschuhe, Warnweste",
                                   "Tor 3, Anmeldung mit Kennzeichen am Vortag"};
        return random.pick(notes);
    }
    constexpr std::array notes{"Hintereingang, klingeln", "Nur Halteverbot vor der Tür, Ausnahmegenehmigung auslegen",
                               "Schlüssel beim Nachbarn", "2. Obergeschoss, kein Aufzug",
                               "Fußgängerzone, Zufahrt bis 10 Uhr"};
    return random.pick(notes);
}

void addContacts(Company &company, Customer &customer, const Town &town, Random &random)
{
    const int count = random.chance(0.45) ? 2 : 1;
    for (int i = 0; i < count; ++i) {
        const PersonName person = personName(random, town.country);
        const Text key = "P" + customer.key.mid(1) + '-' + Text::number(i + 1);
        company.files.contact.add(key, customer.key, person.full, position(customer.trade, i), phone(random, town),
                                  person.mailName + '@' + domainName(customer.name));
        if (i == 0) {
            customer.contact = key;
            customer.contactName = person.full;
        }
    }
}

} // namespace

int addSite(Company &company, int customerIndex, const SiteDraft &draft)
{
    Customer &customer = company.customers[customerIndex];
    const int index = static_cast<int>(company.sites.size());
    const Text key = "S" + customer.key.mid(1) + '-' + Text::number(customer.sites.size() + 1);
    company.sites.append({key, customerIndex, draft.latitude, draft.longitude, {}});
    customer.sites.append(index);
    company.files.site.add(key, customer.key, draft.name, draft.street, draft.postalCode, draft.town->name,
                           draft.town->country, Decimal{draft.latitude, 6}, Decimal{draft.longitude, 6},
                           draft.accessNote);
    return index;
}

int addCustomer(Company &company, const CustomerDraft &draft, Random &random)
{
    const int index = static_cast<int>(company.customers.size());
    const Text number = Text::number(10001 + index);
    Customer customer;
    customer.key = "K" + number;
    customer.name = draft.name;
    customer.trade = draft.trade;
    customer.technician = draft.town->technician;
    customer.since = draft.since;
    customer.busy = random.real(0.65, 1.35);
    addContacts(company, customer, *draft.town, random);
    company.files.customer.add(
        customer.key, territoryOf(technicians()[static_cast<std::size_t>(customer.technician)].team), draft.name,
        segmentOf(draft.trade), number, phone(random, *draft.town), "info@" + domainName(draft.name), draft.note);
    company.customers.append(customer);
    return index;
}

SiteDraft drawSite(Random &random, const Town &town, Trade trade)
{
    // Near the true centre: a large town spreads wider than a small one.
    const double spread = town.weight >= 5 ? 0.022 : 0.007;
    const QByteArrayList postalCodes = Text(town.postalCodes).split(' ');
    SiteDraft draft;
    draft.town = &town;
    draft.name = "Hauptstandort";
    draft.street = street(random, town.country);
    draft.postalCode = random.pick(postalCodes);
    draft.latitude = town.latitude + random.real(-spread, spread);
    draft.longitude = town.longitude + random.real(-spread, spread) * 1.5;
    draft.accessNote = accessNote(random, trade);
    return draft;
}

void makeCustomers(Company &company)
{
    Random random = company.random.fork(1);
    QSet<Text> used;
    while (company.customers.size() < customerCount) {
        const Trade trade = drawTrade(random);
        const Town &town = drawTown(random, static_cast<int>(company.customers.size() % technicianCount));
        Text name = customerName(random, trade, town);
        for (int attempt = 0; attempt < 30 && used.contains(name + town.name); ++attempt)
            name = customerName(random, trade, town);
        if (used.contains(name + town.name))
            continue;
        used.insert(name + town.name);
        CustomerDraft draft{name, trade, &town, company.today - days(random.between(150, 13 * 365)), {}};
        if (random.chance(0.05))
            draft.note = random.chance(0.5) ? "Rechnung nur per E-Mail" : "Zahlt gern im Voraus, möchte Festpreise";
        const int customer = addCustomer(company, draft, random);
        SiteDraft site = drawSite(random, town, trade);
        const int sites = trade == Trade::BakeryChain ? random.between(2, 5) : (random.chance(0.04) ? 2 : 1);
        for (int i = 0; i < sites; ++i) {
            if (i > 0) {
                const Town &next = trade == Trade::BakeryChain ? drawTown(random, town.technician) : town;
                site = drawSite(random, next, trade);
            }
            if (trade == Trade::BakeryChain)
                site.name = "Filiale " + site.street.left(site.street.lastIndexOf(' '));
            else if (i > 0)
                site.name = trade == Trade::Hotel ? "Gästehaus" : "Zweigstelle";
            addSite(company, customer, site);
        }
    }
}

} // namespace turnus::demo
