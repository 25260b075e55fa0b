#include "assets/demo/calendar.h"
#include "assets/demo/fleet.h"
#include "assets/demo/visits.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace turnus::demo {

namespace {

constexpr int planDays = 42;

/// One stop of a day before it has its hour.
struct Stop
{
    int site;
    VisitKind kind;
    int asset;
    Text reason;
    Text note;
};

class Plan
{
public:
    explicit Plan(Company &company) : m_company(company), m_random(company.random.fork(7))
    {
        m_used.resize(company.sites.size());
        m_planned.resize(company.sites.size());
        for (int i = 0; i < company.sites.size(); ++i) {
            if (company.customers.at(company.sites.at(i).customer).story)
                m_used[i] = true;
        }
    }

    void write()
    {
        writeJanasDay();
        for (int technician = 0; technician < technicianCount; ++technician) {
            for (int offset = 0; offset <= planDays; ++offset) {
                const Day day = m_company.today + days(offset);
                if ((offset == 0 && technician == 0) || (offset > 0 && !isWorkingDay(day)))
                    continue;
                writeDay(technician, day);
            }
        }
        writeMaintenancePlans();
    }

private:
    [[nodiscard]] const Customer &customerOf(int site) const
    {
        return m_company.customers.at(m_company.sites.at(site).customer);
    }

    /// When the next maintenance is due by contract; far away without one.
    [[nodiscard]] Day dueDay(int site) const
    {
        const Customer &customer = customerOf(site);
        if (customer.visitsPerYear == 0)
            return m_company.today + days(400);
        Day last = std::max(customer.since, historyStart(m_company));
        for (const int asset : m_company.sites.at(site).assets)
            last = std::max(last, m_company.assets.at(asset).lastRead.value_or(last));
        return last + days(365 / customer.visitsPerYear);
    }

    [[nodiscard]] int activeAsset(int site) const
    {
        int chosen = -1;
        for (const int asset : m_company.sites.at(site).assets) {
            const Asset &candidate = m_company.assets.at(asset);
            if (!candidate.removed &&
                (chosen < 0 || candidate.wear(m_company.today) > m_company.assets.at(chosen).wear(m_company.today)))
                chosen = asset;
        }
        return chosen;
    }

    int nearestFree(int technician, double latitude, double longitude, Day day)
    {
        int best = -1;
        double bestScore = 0;
        for (int site = 0; site < m_company.sites.size(); ++site) {
            if (m_used.at(site) || customerOf(site).technician != technician || activeAsset(site) < 0)
                continue;
            const Site &place = m_company.sites.at(site);
            const double late = static_cast<double>((dueDay(site) - day).count());
            const double score = distanceKm(latitude, longitude, place.latitude, place.longitude) +
                                 0.12 * std::clamp(late, -60.0, 300.0);
            if (best < 0 || score < bestScore) {
                best = site;
                bestScore = score;
            }
        }
        return best;
    }

    /// Whose maintenance is most overdue starts the day; the others are on the way.
    int mostOverdue(int technician)
    {
        int best = -1;
        for (int site = 0; site < m_company.sites.size(); ++site) {
            if (!m_used.at(site) && customerOf(site).technician == technician && activeAsset(site) >= 0 &&
                (best < 0 || dueDay(site) < dueDay(best)))
                best = site;
        }
        return best;
    }

    void writeDay(int technician, Day day)
    {
        const int count = m_random.between(4, 6);
        QList<int> sites;
        int site = mostOverdue(technician);
        while (sites.size() < count) {
            if (site < 0) {
                freeSites(technician);
                site = mostOverdue(technician);
            }
            m_used[site] = true;
            sites.append(site);
            const Site &place = m_company.sites.at(sites.first());
            site = nearestFree(technician, place.latitude, place.longitude, day);
        }
        orderByWay(technician, sites);
        QList<Stop> stops;
        for (const int planned : std::as_const(sites))
            stops.append(drawStop(planned, day));
        // One emergency today in each team, at the third technician's second stop.
        if (day == m_company.today && technician % 4 == 2)
            stops[1] = emergency(stops.at(1).site);
        writeStops(technician, day, stops);
    }

    /// All were visited within the six weeks: they may be visited again.
    void freeSites(int technician)
    {
        for (int site = 0; site < m_company.sites.size(); ++site)
            if (customerOf(site).technician == technician && !customerOf(site).story)
                m_used[site] = false;
    }

    void orderByWay(int technician, QList<int> &sites)
    {
        const Technician &home = technicians()[static_cast<std::size_t>(technician)];
        double latitude = home.latitude;
        double longitude = home.longitude;
        for (int i = 0; i < sites.size(); ++i) {
            const auto nearest = std::min_element(sites.begin() + i, sites.end(), [&](int left, int right) {
                return wayTo(latitude, longitude, left) < wayTo(latitude, longitude, right);
            });
            std::iter_swap(sites.begin() + i, nearest);
            latitude = m_company.sites.at(sites.at(i)).latitude;
            longitude = m_company.sites.at(sites.at(i)).longitude;
        }
    }

    [[nodiscard]] double wayTo(double latitude, double longitude, int site) const
    {
        return distanceKm(latitude, longitude, m_company.sites.at(site).latitude, m_company.sites.at(site).longitude);
    }

    [[nodiscard]] Stop maintenanceStop(int site) const
    {
        const Customer &customer = customerOf(site);
        const int asset = activeAsset(site);
        Text reason = "Wartung auf Wunsch des Kunden";
        if (customer.visitsPerYear == 4)
            reason = "Quartalswartung laut Vertrag Premium";
        else if (customer.visitsPerYear == 2)
            reason = "Halbjahreswartung laut Vertrag Plus";
        else if (customer.visitsPerYear == 1)
            reason = "Jahreswartung laut Vertrag Basis";
        if (m_company.assets.at(asset).product->category == Category::WaterFilter)
            reason.prepend("Filterwechsel, ");
        return {site, VisitKind::Maintenance, asset, reason, {}};
    }

    Text symptom(int asset)
    {
        Text chosen;
        int count = 0;
        for (const Trouble &trouble : troubles())
            if (trouble.category == m_company.assets.at(asset).product->category && m_random.below(++count) == 0)
                chosen = trouble.symptom;
        return chosen;
    }

    Stop emergency(int site)
    {
        const int asset = activeAsset(site);
        return {site, VisitKind::Emergency, asset, "Notdienst: " + symptom(asset),
                "Anruf um 6:50 Uhr, Kunde wartet. Leihgerät im Wagen."};
    }

    [[nodiscard]] Stop transport(int site, int asset, VisitKind kind) const
    {
        const Product &product = *m_company.assets.at(asset).product;
        const bool delivery = kind == VisitKind::Delivery;
        if (product.category == Category::WaterFilter)
            return {site,
                    kind,
                    asset,
                    delivery ? "Filterkerzen und Reinigungsmittel liefern" : "Leere Filterkerzen und Altgerät abholen",
                    {}};
        const Text reason = delivery ? "Leihgerät liefern, " : "Leihgerät abholen, ";
        return {site, kind, asset, reason + product.name + (delivery ? " zur Werkstatt" : " zurückbringen"), {}};
    }

    Stop repairStop(int site, int asset, bool soon)
    {
        return {site, VisitKind::Repair, asset, (soon ? "Störung: " : "Ersatzteil bestellt: ") + symptom(asset), {}};
    }

    Stop drawStop(int site, Day day)
    {
        const int asset = activeAsset(site);
        // Nobody waits weeks for a repair unless a part is on order.
        const bool soon = day < m_company.today + days(8);
        if (soon && m_random.chance(0.2))
            return repairStop(site, asset, soon);
        if (dueDay(site) < day + days(100) && !m_planned.at(site) && m_random.chance(0.92)) {
            m_planned[site] = day;
            return maintenanceStop(site);
        }
        if (m_random.chance(soon ? 0.3 : 0.1))
            return repairStop(site, asset, soon);
        const double draw = m_random.real();
        const bool repaired = m_company.assets.at(asset).lastRepair > m_company.today - days(120);
        if (repaired && draw < 0.5)
            return {site, VisitKind::CourtesyCall, asset, "Besuch nach der Reparatur: läuft alles?", {}};
        if (draw < 0.14)
            return {site, VisitKind::CourtesyCall, asset, "Kundenbesuch: Verbrauch und Wünsche besprechen", {}};
        if (draw < 0.28)
            return transport(site, asset, VisitKind::Delivery);
        if (draw < 0.4)
            return transport(site, asset, VisitKind::PickUp);
        if (draw < 0.5) {
            const Product &old = *m_company.assets.at(asset).product;
            const Product &next = old.successor ? *findProduct(old.successor) : old;
            return {site, VisitKind::Installation, asset, Text("Inbetriebnahme ") + next.name + " aus Auftrag",
                    "Altgerät mitnehmen"};
        }
        m_planned[site] = day;
        return maintenanceStop(site);
    }

    void writeStop(int technician, Day day, int start, int minutes, const Stop &stop)
    {
        const Customer &customer = customerOf(stop.site);
        m_company.files.appointment.add(
            "T" + Text::number(100001 + m_company.files.appointment.rows()).mid(1), customer.key,
            m_company.sites.at(stop.site).key, m_company.assets.at(stop.asset).key,
            technicians()[static_cast<std::size_t>(technician)].key, kindName(stop.kind), berlin(day, start),
            berlin(day, start + minutes), "planned", stop.reason, stop.note);
    }

    void writeStops(int technician, Day day, const QList<Stop> &stops)
    {
        constexpr std::array minutes{60, 75, 75, 30, 45, 120, 30};
        const Technician &home = technicians()[static_cast<std::size_t>(technician)];
        double latitude = home.latitude;
        double longitude = home.longitude;
        int clock = 7 * 60 + 30;
        for (const Stop &stop : stops) {
            const Site &site = m_company.sites.at(stop.site);
            // Ten minutes for parking, 75 km/h between towns; the first drive is before working hours.
            const double way = distanceKm(latitude, longitude, site.latitude, site.longitude);
            if (&stop != &stops.first())
                clock += 10 + static_cast<int>(std::min(way, 110.0) / 75.0 * 60.0);
            clock = (clock + 14) / 15 * 15;
            const int length = minutes.at(static_cast<std::size_t>(stop.kind));
            writeStop(technician, day, clock, length, stop);
            clock += length;
            latitude = site.latitude;
            longitude = site.longitude;
        }
    }

    [[nodiscard]] int assetOf(int site, const char *product) const
    {
        for (const int asset : m_company.sites.at(site).assets)
            if (qstrcmp(m_company.assets.at(asset).product->key, product) == 0)
                return asset;
        return activeAsset(site);
    }

    /// The five stops that the walk through the product shows; the story's customers are the first five.
    void writeJanasDay()
    {
        const Day day = m_company.today;
        const auto site = [&](int customer) { return m_company.customers.at(customer).sites.first(); };
        writeStop(0, day, 8 * 60, 45, maintenanceStop(site(0)));
        writeStop(0, day, 9 * 60, 60,
                  {site(1), VisitKind::Maintenance, assetOf(site(1), "wf1200"),
                   "Filterwechsel, Halbjahreswartung laut Vertrag Plus", "Vor 10 Uhr, danach Verkauf"});
        writeStop(0, day, 10 * 60 + 30, 60,
                  {site(2), VisitKind::Maintenance, assetOf(site(2), "m60"), "Halbjahreswartung laut Vertrag Plus",
                   "Barleitung meldet: Mühle wieder laut, Bezug zu schnell"});
        writeStop(0, day, 12 * 60 + 45, 75,
                  {site(3), VisitKind::Repair, assetOf(site(3), "bk820"), "Störung: Milchschaum kommt nur noch kalt",
                   "Ersatz-Schäumerkopf mitnehmen"});
        writeStop(0, day, 14 * 60 + 30, 30,
                  {site(4), VisitKind::PickUp, assetOf(site(4), "m65"), "Mühle abholen, Leihgerät bringen", ""});
        for (int customer = 0; customer < 5; ++customer)
            m_planned[site(customer)] = day;
    }

    void writeMaintenancePlans()
    {
        for (const Asset &asset : std::as_const(m_company.assets)) {
            const Customer &customer = m_company.customerOf(asset);
            if (asset.removed || customer.visitsPerYear == 0 || asset.product->category == Category::Accessory)
                continue;
            const Day due = std::max(dueDay(asset.site), m_company.today - days(m_random.between(0, 30)));
            const Day planned = m_planned.at(asset.site).value_or(due);
            m_company.files.maintenancePlan.add("W" + asset.key.mid(1), asset.key, 12 / customer.visitsPerYear,
                                                planned);
        }
    }

    Company &m_company;
    Random m_random;
    QList<bool> m_used;
    QList<std::optional<Day>> m_planned;
};

} // namespace

void writeAppointments(Company &company)
{
    Plan(company).write();
}

} // namespace turnus::demo
