#include "tests/sync/server/support/companyhistory.h"

#include <cmath>
#include <random>

using namespace Qt::StringLiterals;
using namespace turnus::server;

namespace turnus::tests {

namespace {

constexpr int unitsPerCustomer = 5;
constexpr int recordYears = 7;

class HistoryWriter
{
public:
    HistoryWriter(Company &company, std::uint64_t seed) : m_company(company), m_random(seed) {}

    void write(int count)
    {
        const Status written = m_company.connection().write([&]() -> Status {
            ChangeLog log(m_company.connection(), m_company.clock.now());
            RowStore rows(m_company.connection(), log);
            for (int i = 0; i < count; ++i)
                addUnit(rows, i);
            log.flush();
            return {};
        });
        if (!written)
            qFatal("%s", qPrintable(written.error().toString()));
    }

private:
    double draw() { return double(m_random() >> 11) * 0x1.0p-53; }
    static void put(RowStore &rows, const char *table, qint64 id, qint64 channel, const Fields &fields)
    {
        const protocol::Table &described = *protocol::findTable(table);
        Row row{id, channel, QList<Value>(static_cast<qsizetype>(described.columns.size()))};
        for (const auto &[name, value] : fields)
            row.values[protocol::columnIndex(described, name)] = value;
        rows.insert(described, row);
    }
    static Value at(Day day) { return toInteger(Instant(day)) + 10LL * 3'600'000; }

    void addCustomer(RowStore &rows, qint64 customer, qint64 channel)
    {
        put(rows, "customer", customer, channel, {{"name", u"Betrieb %1"_s.arg(customer)}, {"segment_id", 70LL}});
        put(rows, "site", customer + 50'000, channel,
            {{"customer_id", customer},
             {"name", u"Haus"_s},
             {"street", u"Weg 1"_s},
             {"postal_code", u"20095"_s},
             {"city", u"Hamburg"_s},
             {"country", u"DE"_s}});
    }

    void addUnit(RowStore &rows, int index)
    {
        const qint64 id = 1000 + index;
        const qint64 customer = 100'000 + index / unitsPerCustomer;
        const qint64 channel = index / unitsPerCustomer % 2 == 0 ? Company::nord : Company::south;
        if (index % unitsPerCustomer == 0)
            addCustomer(rows, customer, channel);
        const Day today = m_company.clock.today();
        const Day installed = today - days(int(draw() * 365 * 14) + 30);
        const Day observed = std::max(installed, today - days(365 * recordYears));
        const double use = 90.5 * (0.6 + 0.9 * draw());
        const int life =
            int(2922 * std::pow(-std::log(1 - draw()) / std::log(2.0), 1 / 3.5) * std::pow(90.5 / use, 0.5));
        const Day end = installed + days(life);
        if (end < observed)
            return;
        const bool gone = end <= today;
        put(rows, "asset", id, channel,
            {{"customer_id", customer},
             {"site_id", customer + 50'000},
             {"product_id", 301LL},
             {"serial", u"GR-%1"_s.arg(id)},
             {"installed", toInteger(installed)},
             {"installed_year_only", 0LL},
             {"observed_from", toInteger(observed)},
             {"status", gone ? u"removed"_s : u"active"_s}});
        addFacts(rows, id, channel, installed, observed, std::min(end, today), double(life), use);
        if (gone) {
            put(rows, "asset_removal", m_next++, channel,
                {{"asset_id", id},
                 {"reason", index % 4 == 0 ? u"condition"_s : u"failed"_s},
                 {"removed", toInteger(end)},
                 {"at", at(end)}});
        }
    }

    void addFacts(RowStore &rows, qint64 asset, qint64 channel, Day installed, Day observed, Day until, double life,
                  double use)
    {
        for (Day day = observed + days(int(draw() * 365)); day < until; day += days(365)) {
            const double age = double((day - installed).count());
            const double wear = std::pow(age / life, 1.5) + 0.1 * (draw() - 0.5);
            const qint64 grade = 1 + (wear > 0.36) + (wear > 0.6) + (wear > 0.78) + (wear > 0.9);
            put(rows, "condition_grade", m_next++, channel,
                {{"asset_id", asset}, {"technician_id", Company::jana}, {"at", at(day)}, {"grade", grade}});
            put(rows, "meter_reading", m_next++, channel,
                {{"asset_id", asset},
                 {"at", at(day)},
                 {"value", std::round(age * use)},
                 {"meter_exchanged", 0LL},
                 {"implausible_confirmed", 0LL}});
            if (draw() < 0.15 + 0.5 * std::pow(age / life, 4))
                put(rows, "repair", m_next++, channel,
                    {{"asset_id", asset}, {"at", at(day)}, {"description", u"Mahlwerk"_s}, {"cost_cents", 23'000LL}});
        }
    }

    Company &m_company;
    std::mt19937_64 m_random;
    qint64 m_next = 200'000;
};

} // namespace

void addHistory(Company &company, int count, std::uint64_t seed)
{
    HistoryWriter(company, seed).write(count);
    const Status counted = company.connection().write([&]() -> Status {
        run(company.connection(), u"UPDATE meta SET value = 1000000 WHERE key = 'next_id'"_s);
        return {};
    });
    if (!counted)
        qFatal("%s", qPrintable(counted.error().toString()));
}

} // namespace turnus::tests
