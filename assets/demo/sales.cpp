#include "assets/demo/bonus.h"
#include "assets/demo/calendar.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace turnus::demo {

namespace {

constexpr int salesDays = 540; ///< how far back due notes and referrals go
constexpr auto seller = "nina.vogt";

/// How far a referral has come, by its age.
const char *drawStage(Random &random, int ageDays, int indexOfTechnician)
{
    if (indexOfTechnician < 3 || ageDays < 6)
        return "new";
    if (indexOfTechnician == 4)
        return "declined";
    if (ageDays < 40)
        return random.chance(0.6) ? "accepted" : "offered";
    const double draw = random.real();
    if (draw < 0.38)
        return "won";
    if (draw < 0.6)
        return "lost";
    if (draw < 0.72)
        return "declined";
    return draw < 0.9 ? "offered" : "accepted";
}

class SalesBook
{
public:
    explicit SalesBook(Company &company)
        : m_company(company), m_files(company.files), m_random(company.random.fork(5)), m_bonus(company)
    {
    }

    void write()
    {
        for (int technician = 0; technician < technicianCount; ++technician) {
            int referrals = 0;
            for (auto it = m_company.opportunities.crbegin(); it != m_company.opportunities.crend(); ++it) {
                const int age = static_cast<int>((m_company.today - it->day).count());
                if (it->technician != technician || age > salesDays || referrals >= 30)
                    continue;
                const bool newest = referrals < 3;
                if (!newest && !m_random.chance(0.7))
                    continue;
                const Text note = writeDueNote(*it);
                const Asset &asset = m_company.assets.at(it->asset);
                if (asset.product->successor && !asset.story && (newest || m_random.chance(0.26)))
                    writeReferral(*it, note, drawStage(m_random, age, referrals++));
            }
            writeContracts(technician);
        }
        m_bonus.finish();
    }

private:
    Text writeDueNote(const Opportunity &opportunity)
    {
        const Asset &asset = m_company.assets.at(opportunity.asset);
        const bool replace = opportunity.grade == 5 || asset.wear(opportunity.day) > 0.82;
        const char *verdict = replace ? "replace" : (m_random.chance(0.5) ? "repair" : "keep");
        const int age = static_cast<int>((opportunity.day - asset.installed).count());
        const double rest = std::max(40.0, (asset.lifeDays - age) * m_random.real(0.8, 1.2));
        const Day middle = opportunity.day + days(static_cast<int>(rest));
        const bool partsEnd = asset.product->partsEndMonths != 0 && asset.product->partsEndMonths < 18;
        const Text signs = partsEnd ? "grade,parts_end" : (m_random.chance(0.3) ? "grade,repair_cost" : "grade");
        const char *status = rest < 120 ? "overdue" : (rest < 300 ? "due" : "plan");
        Text key = "D" + Text::number(m_files.dueNote.rows() + 1);
        const std::optional<int> horizon =
            replace ? std::optional(std::clamp(static_cast<int>(rest / 30.4), 1, 24)) : std::nullopt;
        m_files.dueNote.add(key, asset.key, opportunity.visit, verdict, horizon, signs, replace, status,
                            opportunity.day + days(static_cast<int>(rest * 0.35)), middle,
                            opportunity.day + days(static_cast<int>(rest * 1.9) + 60), none,
                            "Zustandsnote " + Text::number(opportunity.grade) + ", " + Text::number(age * 10 / 3652) +
                                " Jahre im Einsatz",
                            opportunity.at);
        return key;
    }

    void writePresentation(const Opportunity &opportunity, const Product &successor)
    {
        const auto [brochure, pages] = brochureOf(successor);
        if (brochure.isEmpty() || !m_random.chance(0.75))
            return;
        Instant at = opportunity.at - std::chrono::minutes(8);
        const int shown = m_random.between(2, pages);
        for (int page = 1; page <= shown; ++page) {
            const int ms = m_random.between(4000, 48000);
            m_files.pageView.add("PV" + Text::number(m_files.pageView.rows() + 1), brochure, opportunity.visit, page,
                                 ms, at);
            at += milliseconds(ms);
        }
    }

    void writeConsent(const Opportunity &opportunity, const Customer &customer, const char *technician)
    {
        constexpr std::array media{"phone", "email", "visit"};
        m_files.consent.add("CO" + Text::number(m_files.consent.rows() + 1), customer.key, customer.contact,
                            opportunity.visit, technician, customer.contactName, m_random.pick(media), "sales_contact",
                            !m_random.chance(0.06), "w-contact-2-de", addMonths(opportunity.day, 24), opportunity.at);
    }

    void writeReferral(const Opportunity &opportunity, const Text &note, const char *stage)
    {
        const Asset &asset = m_company.assets.at(opportunity.asset);
        const Customer &customer = m_company.customerOf(asset);
        const Technician &technician = technicians()[static_cast<std::size_t>(opportunity.technician)];
        const Product &successor = *findProduct(asset.product->successor);
        writePresentation(opportunity, successor);
        writeConsent(opportunity, customer, technician.key);
        constexpr std::array interests{"hot", "later", "later", "information"};
        constexpr std::array notes{"Möchte ein Angebot mit Leasing",
                                   "Interesse auch am Servicevertrag",
                                   "Bitte erst nach der Saison melden",
                                   "Probestellung gewünscht",
                                   "",
                                   "",
                                   ""};
        const Course course = drawCourse(opportunity.day, stage);
        const bool amountKnown = course.stage == "offered" || course.stage == "won" || course.stage == "lost";
        const int amount = successor.priceCents * m_random.between(96, 118) / 100 / 1000 * 1000;
        const Text key = "RF" + Text::number(m_files.referral.rows() + 1);
        m_files.referral.add(key, customer.key, m_company.sites.at(asset.site).key, customer.contact, asset.key,
                             opportunity.visit, note, technician.key, successor.key, m_random.pick(interests),
                             m_random.pick(notes), m_random.chance(0.7),
                             amountKnown ? std::optional(amount) : std::nullopt, course.stage, opportunity.at);
        followUp({key, opportunity.technician, opportunity.at, opportunity.day}, course, amount);
    }

    void event(const BonusCase &referral, const char *stage, const char *staff, const char *reason, Instant at)
    {
        m_files.referralEvent.add("RE" + Text::number(m_files.referralEvent.rows() + 1), referral.referral, stage,
                                  staff, reason, at);
    }

    /// When each step came; a step that would lie ahead has not been taken.
    struct Course
    {
        Text stage;
        Day decided;
        Day offered;
        Day closed;
    };
    Course drawCourse(Day from, const Text &wanted)
    {
        Course course{wanted, {}, {}, {}};
        course.decided = workingDayFrom(from + days(m_random.between(1, 4)));
        course.offered = workingDayFrom(course.decided + days(m_random.between(2, 9)));
        course.closed = workingDayFrom(course.offered + days(m_random.between(5, 24)));
        const bool ends = wanted == "won" || wanted == "lost";
        if (ends && course.closed >= m_company.today)
            course.stage = "offered";
        if ((ends || wanted == "offered") && course.offered >= m_company.today)
            course.stage = "accepted";
        if (course.decided >= m_company.today)
            course.stage = "new";
        return course;
    }

    /// What became of it, and what it earned.
    void followUp(const BonusCase &referral, const Course &course, int amount)
    {
        const Text &stage = course.stage;
        const char *supervisor = supervisorOf(technicians()[static_cast<std::size_t>(referral.technician)].team);
        if (stage == "new") {
            m_bonus.referral(referral, BonusOutcome::Open, {});
            return;
        }
        const Instant decidedAt = berlin(course.decided, m_random.between(480, 1000));
        if (stage == "declined") {
            constexpr std::array reasons{"Kein Befund am Gerät dokumentiert", "Kunde hatte schon selbst angefragt",
                                         "Mangel mit der Reparatur behoben"};
            const char *reason = m_random.pick(reasons);
            event(referral, "declined", supervisor, reason, decidedAt);
            m_bonus.referral(referral, BonusOutcome::Declined, {decidedAt, course.decided, reason});
            return;
        }
        event(referral, "accepted", supervisor, "", decidedAt);
        m_bonus.referral(referral, BonusOutcome::Approved, {decidedAt, course.decided, ""});
        if (stage == "accepted")
            return;
        event(referral, "offered", seller, "", berlin(course.offered, 610));
        if (stage == "offered")
            return;
        constexpr std::array lost{"Budget erst im nächsten Jahr", "Mitbewerber beauftragt", "Kunde lässt reparieren"};
        const Instant closedAt = berlin(course.closed, 890);
        event(referral, stage == "won" ? "won" : "lost", seller, stage == "won" ? "" : m_random.pick(lost), closedAt);
        if (stage == "won")
            m_bonus.order({referral.referral, referral.technician, closedAt, course.closed}, amount);
    }

    void writeContracts(int technician)
    {
        const int count = m_random.between(1, 4);
        for (int i = 0; i < count; ++i) {
            const Day day = workingDayFrom(m_company.today - days(m_random.between(25, 420)));
            m_bonus.contract({{}, technician, berlin(day, m_random.between(540, 960)), day});
        }
    }

    Company &m_company;
    Files &m_files;
    Random m_random;
    BonusBook m_bonus;
};

} // namespace

void writeSales(Company &company)
{
    SalesBook(company).write();
}

} // namespace turnus::demo
