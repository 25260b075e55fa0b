#include "core/care/complaints.h"

#include "core/care/limits.h"
#include "core/storage/devicestate.h"
#include "core/support/limits.h"

using namespace Qt::StringLiterals;

namespace turnus::care {

using storage::Statement;
using storage::Writer;

namespace {

#define TURNUS_COMPLAINT_ROWS                                                                                          \
    "SELECT q.id, q.asset_id, ifnull(p.name, ''), ifnull(a.place, ''), q.what, ifnull(s.name, ''), q.opened, "         \
    "q.settled, ifnull(q.settlement, '') FROM complaint q LEFT JOIN asset a ON a.id = q.asset_id "                     \
    "LEFT JOIN product p ON p.id = a.product_id LEFT JOIN staff s ON s.id = q.technician_id "

std::vector<Complaint> readComplaints(Statement row)
{
    std::vector<Complaint> found;
    while (row.step()) {
        found.push_back({.id = row.id<ComplaintId>(0),
                         .asset = row.id<AssetId>(1),
                         .product = row.text(2),
                         .place = row.text(3),
                         .what = row.text(4),
                         .takenBy = row.text(5),
                         .opened = row.instant(6),
                         .settled = row.maybeInstant(7),
                         .settlement = row.text(8)});
    }
    return found;
}

/// Words that a person typed, without the space around them.
Result<QString> wordsOf(const QString &text, QStringView codeWhenEmpty)
{
    if (text.size() > turnus::limits::textLength)
        return fail(Domain::Input, u"text-too-long", u"complaint"_s);
    const QString words = text.trimmed();
    if (words.isEmpty())
        return fail(Domain::Input, codeWhenEmpty, {});
    return words;
}

} // namespace

Result<ComplaintId> Complaints::open(const ComplaintDraft &draft)
{
    TURNUS_ASSIGN(what, wordsOf(draft.what, u"complaint-empty"));
    return m_connection.write([&](Writer &writer) -> Result<ComplaintId> {
        if (draft.asset) {
            Statement unit = m_connection.query("SELECT customer_id FROM asset WHERE id = ?", draft.asset);
            if (!unit.step() || unit.id<CustomerId>(0) != draft.customer)
                return fail(Domain::Input, u"complaint-unit", u"no asset %1 there"_s.arg(draft.asset.value));
        }
        const StaffId me{storage::DeviceState(m_connection).integer(storage::DeviceState::staffId).value_or(0)};
        TURNUS_ASSIGN(id, writer.mint<ComplaintId>());
        writer.insert("complaint", id, "customer", draft.customer,
                      {{"customer_id", draft.customer},
                       {"asset_id", draft.asset},
                       {"visit_id", draft.visit},
                       {"technician_id", me},
                       {"what", what},
                       {"opened", writer.now()}});
        return id;
    });
}

Status Complaints::settle(ComplaintId complaint, const QString &settlement)
{
    TURNUS_ASSIGN(words, wordsOf(settlement, u"settlement-empty"));
    return m_connection.write([&](Writer &writer) -> Status {
        Statement row = m_connection.query("SELECT opened, settled FROM complaint WHERE id = ?", complaint);
        if (!row.step())
            return fail(Domain::Storage, u"not-found", u"no complaint %1 on this device"_s.arg(complaint.value));
        if (!row.isNull(1))
            return fail(Domain::Input, u"complaint-settled", u"complaint %1"_s.arg(complaint.value));
        // Whoever took it may have had a clock that runs ahead.
        writer.update("complaint", complaint,
                      {{"settled", std::max(writer.now(), row.instant(0))}, {"settlement", words}});
        return {};
    });
}

std::string Complaints::openSql()
{
    return TURNUS_COMPLAINT_ROWS "WHERE q.customer_id = ? AND q.settled IS NULL ORDER BY q.opened, q.id";
}

Result<std::vector<Complaint>> Complaints::openOf(CustomerId customer) const
{
    return m_connection.read([&] { return readComplaints(m_connection.query(openSql(), customer)); });
}

Result<std::vector<Complaint>> Complaints::settledOf(CustomerId customer) const
{
    return m_connection.read([&] {
        return readComplaints(
            m_connection.query(TURNUS_COMPLAINT_ROWS
                               "WHERE q.customer_id = ? AND q.settled IS NOT NULL ORDER BY q.settled DESC, q.id DESC "
                               "LIMIT ?",
                               customer, limits::settledShown));
    });
}

Result<std::vector<ComplaintUnit>> Complaints::units(CustomerId customer) const
{
    return m_connection.read([&] {
        std::vector<ComplaintUnit> found;
        Statement row = m_connection.query("SELECT a.id, p.name, a.place, a.serial FROM asset a JOIN product p "
                                           "ON p.id = a.product_id WHERE a.customer_id = ? AND a.status = 'active' "
                                           "ORDER BY p.name, a.place, a.id",
                                           customer);
        while (row.step())
            found.push_back({row.id<AssetId>(0), row.text(1), row.text(2), row.text(3)});
        return found;
    });
}

} // namespace turnus::care
