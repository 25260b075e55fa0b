#include "assets/demo/calendar.h"
#include "assets/demo/fleet.h"
#include "assets/demo/visits.h"

#include <QSet>
#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace turnus::demo {

namespace {

/// Something that happened at a site on a day.
struct Event
{
    Day day;
    VisitKind kind;
    int site;
    int asset = -1;
    int trouble = -1;
    int cents = 0; ///< told cost, 0 = drawn

    auto operator<=>(const Event &) const = default;
};

int drawTrouble(Random &random, Category category)
{
    int count = 0;
    int chosen = 0;
    for (std::size_t i = 0; i < troubles().size(); ++i) {
        if (troubles()[i].category == category && random.below(++count) == 0)
            chosen = static_cast<int>(i);
    }
    return chosen;
}

int findTrouble(const char *part)
{
    const auto found =
        std::ranges::find_if(troubles(), [&](const Trouble &trouble) { return qstrcmp(trouble.part, part) == 0; });
    return static_cast<int>(found - troubles().begin());
}

/// Nobody comes at the weekend: such visits lie in the week before, not all of them on Mondays.
Day spreadOverTheWeek(Day day, int salt)
{
    return isWorkingDay(day) ? day : workingDayFrom(day - days(2 + salt % 5));
}

void addMaintenance(const Company &company, Random &random, int site, QList<Event> &events)
{
    const Customer &customer = company.customers.at(company.sites.at(site).customer);
    if (company.sites.at(site).assets.isEmpty())
        return;
    if (customer.story) {
        for (int i = 1; i <= 2 * historyYears; ++i)
            events.append({workingDayFrom(company.today - days(182 * i - 5)), VisitKind::Maintenance, site});
        return;
    }
    // Without a contract about every second year, when he asks for it.
    const int interval = customer.visitsPerYear > 0 ? 365 / customer.visitsPerYear : 760;
    const Day from = std::max(customer.since, historyStart(company));
    for (Day day = from + days(random.between(interval / 2, interval)); day < company.today - days(3);
         day += days(interval + random.between(-interval / 9, interval / 9)))
        events.append({spreadOverTheWeek(day, site), VisitKind::Maintenance, site});
}

/// Breakdowns grow with wear; new machines have few.
void addRepairs(const Company &company, Random &random, int index, QList<Event> &events)
{
    const Asset &asset = company.assets.at(index);
    const Customer &customer = company.customerOf(asset);
    const Day from = std::max({asset.installed, customer.since, historyStart(company)});
    const Day until = asset.removed ? *asset.removed - days(3) : company.today - days(2);
    for (Day day = from + days(random.between(10, 91)); day < until; day += days(91)) {
        const double wear = asset.wear(day);
        if (!random.chance(0.016 + 0.16 * wear * wear * wear))
            continue;
        const VisitKind kind = random.chance(0.14) ? VisitKind::Emergency : VisitKind::Repair;
        events.append({spreadOverTheWeek(day, index), kind, asset.site, index, drawTrouble(random, asset.product->category)});
    }
}

/// The hotel's grinder and coffee machine: repairs that the technician can point at.
void addStoryRepairs(const Company &company, int index, QList<Event> &events)
{
    const Asset &asset = company.assets.at(index);
    const auto add = [&](int monthsAgo, const char *part, int cents) {
        events.append({workingDayFrom(addMonths(company.today, -monthsAgo)), VisitKind::Repair, asset.site, index,
                       findTrouble(part), cents});
    };
    const Text product = asset.product->key;
    if (product == "m60") {
        add(31, "p-scheiben64", 28400);
        add(20, "p-mahl-lager", 31200);
        add(11, "p-mahl-platine", 42600);
        add(3, "p-mahl-motor", 54800);
    } else if (product == "bk420") {
        add(40, "p-bk-ventil", 24000);
        add(26, "p-schaum", 38000);
        add(15, "p-brueh-bk4", 86000);
        add(4, "p-bk-mahl", 86000);
    }
}

/// What arrives at a site on one day is one visit.
void addInstallations(const Company &company, QList<Event> &events)
{
    QSet<std::pair<int, qint64>> seen;
    for (int i = 0; i < company.assets.size(); ++i) {
        const Asset &asset = company.assets.at(i);
        const bool ours = asset.installed > historyStart(company) && asset.installed >= company.customerOf(asset).since;
        const std::pair visit(asset.site, toInteger(asset.installed));
        if (!ours || asset.story || seen.contains(visit))
            continue;
        seen.insert(visit);
        events.append({asset.installed, VisitKind::Installation, asset.site, i});
    }
}

/// One visit after the other, per customer and day, so that meters only run forward.
class Chronicle
{
public:
    Chronicle(Company &company, Random random) : m_company(company), m_random(random) {}

    void write(const Event &event)
    {
        const Site &site = m_company.sites.at(event.site);
        VisitDraft draft;
        draft.kind = event.kind;
        draft.site = event.site;
        draft.day = event.day;
        draft.asset = event.asset >= 0 ? event.asset : mainAsset(site, event.day);
        if (draft.asset < 0)
            return;
        QList<int> served{draft.asset};
        if (event.kind == VisitKind::Maintenance)
            served = servedAssets(site, event.day, draft.asset);
        if (event.kind == VisitKind::Installation)
            served = installedOn(site, event.day);
        draft.minutes = durations.at(static_cast<std::size_t>(event.kind)) + 9 * static_cast<int>(served.size()) +
                        m_random.between(-6, 14);
        draft.start = startOf(site, event.day, draft.minutes);
        draft.summary = summary(event);
        m_visit = writeVisit(m_company, m_random, draft);
        for (const int asset : std::as_const(served))
            serve(event, asset);
        if (event.trouble >= 0)
            writeRepair(m_company, m_random, m_visit, {draft.asset, event.trouble, event.cents});
        if (event.kind == VisitKind::Maintenance && event.day > m_company.today - days(300))
            writeAnswers(m_company, m_random, m_visit, draft.asset);
    }

private:
    static constexpr std::array durations{35, 55, 60, 15, 15, 95, 25};

    static Text summary(const Event &event)
    {
        if (event.trouble >= 0)
            return troubles()[static_cast<std::size_t>(event.trouble)].what;
        if (event.kind == VisitKind::Installation)
            return "Aufgestellt, angeschlossen und eingestellt. Bedienung eingewiesen.";
        return "Wartung nach Liste. Probelauf ohne Befund.";
    }

    /// The first machine that stands there on that day; in the told hotel the grinder.
    [[nodiscard]] int mainAsset(const Site &site, Day day)
    {
        for (const int index : site.assets)
            if (m_company.assets.at(index).story && qstrcmp(m_company.assets.at(index).product->key, "m60") == 0)
                return index;
        for (const int index : site.assets)
            if (m_company.assets.at(index).isAt(day))
                return index;
        return -1;
    }

    [[nodiscard]] QList<int> installedOn(const Site &site, Day day) const
    {
        QList<int> installed;
        for (const int index : site.assets)
            if (m_company.assets.at(index).installed == day)
                installed.append(index);
        return installed;
    }

    QList<int> servedAssets(const Site &site, Day day, int main)
    {
        QList<int> served{main};
        for (const int index : site.assets) {
            const Asset &asset = m_company.assets.at(index);
            if (index != main && asset.isAt(day) && served.size() < 5 && (asset.story || m_random.chance(0.88)))
                served.append(index);
        }
        return served;
    }

    /// A technician's visits of a day follow one another.
    int startOf(const Site &site, Day day, int minutes)
    {
        const int technician = m_company.customers.at(site.customer).technician;
        int &busyUntil = m_busyUntil[{technician, day}];
        const int start = std::max(busyUntil, 7 * 60 + 30 + 5 * m_random.below(18));
        busyUntil = start + minutes + 15 + 5 * m_random.below(6);
        return start;
    }

    void serve(const Event &event, int index)
    {
        Asset &asset = m_company.assets[index];
        const bool newUnit = event.kind == VisitKind::Installation;
        if (asset.product->isMetered())
            writeReading(m_company, m_random, m_visit, index);
        const bool graded = newUnit || asset.story || m_random.chance(event.trouble >= 0 ? 0.9 : 0.72);
        if (graded) {
            const int grade = newUnit ? 1 : drawGrade(asset, event.day);
            writeGrade(m_company, m_visit, index, grade);
            if (grade >= 4)
                m_company.opportunities.append(
                    {m_visit.key, index, m_visit.technician, event.day, m_visit.ended, grade});
            if (grade >= 4 && (asset.story || m_random.chance(0.55)))
                writeFinding(m_company, m_random, m_visit, index, grade);
        }
        if (event.kind == VisitKind::Maintenance && m_random.chance(0.42))
            writeServicePart(m_company, m_visit, index);
    }

    int drawGrade(const Asset &asset, Day day)
    {
        const double noise = asset.story ? 0 : 0.36 * m_random.normal();
        const double grade = 1.0 + 3.9 * std::pow(asset.wear(day), 2.2) + noise;
        return std::clamp(static_cast<int>(std::lround(grade)), 1, 5);
    }

    Company &m_company;
    Random m_random;
    WrittenVisit m_visit;
    std::map<std::pair<int, Day>, int> m_busyUntil;
};

} // namespace

void writeHistory(Company &company)
{
    Random random = company.random.fork(4);
    QList<Event> events;
    for (int site = 0; site < company.sites.size(); ++site)
        addMaintenance(company, random, site, events);
    for (int asset = 0; asset < company.assets.size(); ++asset) {
        if (company.assets.at(asset).story)
            addStoryRepairs(company, asset, events);
        else
            addRepairs(company, random, asset, events);
    }
    addInstallations(company, events);
    std::ranges::sort(events);
    Chronicle chronicle(company, random.fork(1));
    for (const Event &event : std::as_const(events))
        chronicle.write(event);
}

} // namespace turnus::demo
