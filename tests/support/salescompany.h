#pragma once

#include "tests/support/testdatabase.h"

namespace turnus::tests {

/// Adds to a TestDatabase what the pages about assets, opportunities, brochures and referrals show: the coffee machine
/// BK 420 of Hotel Musterhof with eight years of facts and a visit under way, its successors with prices and
/// accessories, more customers around it, brochures of both languages, consent wordings. All texts are made up.
class SalesCompany
{
public:
    explicit SalesCompany(TestDatabase &database);

    static constexpr ProductId bk420{400};
    static constexpr ProductId bk520{401};
    static constexpr ProductId bk620{402};
    static constexpr ProductId bk820{403};
    static constexpr ProductId milkCooler{404};
    static constexpr ProductId waterFilter{405};
    static constexpr AssetId machine{500};
    static constexpr AssetId youngMachine{501};
    static constexpr ServiceContractId contract{510};
    static constexpr ContactId contact{520};
    static constexpr VisitId visit{530};
    static constexpr AppointmentId appointment{531};
    static constexpr BrochureId hotelBrochure{540};
    static constexpr BrochureId repairBrochure{541};
    static constexpr BrochureId expiredBrochure{542};
    static constexpr BrochureId englishBrochure{543};
    static constexpr BrochureId contractBrochure{544};
    static constexpr CustomerId canteen{600};
    static constexpr AssetId canteenGrinder{620};

    /// Many customers "Betrieb 0001 …" with a site and four machines each, for lists and search.
    void addCustomers(int count);
    /// A finding on the machine in the visit under way, as the visit's page records it.
    void addFinding(int grade = 4);
    /// The day that the database's clock shows.
    [[nodiscard]] Day today() const { return m_database.clock.today(); }

private:
    void addProducts();
    void addMachine();
    void addNeighbours();
    void addBrochures();
    void run(const QString &sql);
    [[nodiscard]] qint64 ms(int monthsAgo) const;
    [[nodiscard]] qint64 dayNumber(int monthsAgo) const;

    TestDatabase &m_database;
};

} // namespace turnus::tests
