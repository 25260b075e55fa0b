#pragma once

#include "sync/protocol/checksum.h"
#include "sync/protocol/seal.h"

#include <QCryptographicHash>

/// What the server says that it holds of one person's day (README.md, "Day receipts").
namespace turnus::protocol {

constexpr std::string_view receiptPurpose = "turnus-receipt-1";

/// Rows of one table that belong to a visit.
struct ReceiptLines
{
    std::string table;
    qint64 rows = 0;
    std::string sha256; ///< over their bytes, ascending by id
    bool operator==(const ReceiptLines &) const = default;
};

struct ReceiptFile
{
    std::string sha256;
    qint64 size = 0;
    std::string kind;
    bool held = false; ///< the server has every byte
    bool operator==(const ReceiptFile &) const = default;
};

struct ReceiptVisit
{
    qint64 visit = 0;
    std::string kind;
    std::string status;
    qint64 started = 0;
    std::optional<qint64> ended;
    std::vector<ReceiptLines> lines;
    std::vector<ReceiptFile> files;
    /// The visit is completed and every file that its rows name is there.
    [[nodiscard]] bool isWhole() const;
    bool operator==(const ReceiptVisit &) const = default;
};

struct ReceiptReferral
{
    qint64 referral = 0;
    qint64 visit = 0;
    std::string stage;
    bool operator==(const ReceiptReferral &) const = default;
};

struct ReceiptPosting
{
    qint64 entry = 0;
    std::string kind;
    qint64 cents = 0;
    bool operator==(const ReceiptPosting &) const = default;
};

/// How far the server is with what one installed database recorded.
struct ReceiptReplica
{
    qint64 replica = 0;
    qint64 highest = 0; ///< operation number dealt with
    qint64 refused = 0; ///< operations that were refused
    bool operator==(const ReceiptReplica &) const = default;
};

struct DayReceipt
{
    std::string company;
    qint64 staff = 0;
    std::string name;
    std::string day; ///< 2026-10-14
    qint64 from = 0; ///< ms UTC: the day as the person's clock has it
    qint64 until = 0;
    qint64 issued = 0; ///< by the server's clock
    std::vector<ReceiptVisit> visits;
    std::vector<ReceiptReferral> referrals;
    std::vector<ReceiptPosting> bonus;
    std::vector<ReceiptReplica> replicas;
    bool operator==(const DayReceipt &) const = default;
};

/// The visit itself and every table whose rows name one, in the order of table numbers.
[[nodiscard]] std::vector<const Table *> tablesOfVisit();

/// Hashes the rows of one table of one visit, which are added ascending by id.
class LinesHash
{
public:
    void add(const RowHash &row);
    [[nodiscard]] ReceiptLines lines(const Table &table) const;

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_rows = 0;
};

/// The statement that is signed: one line.
[[nodiscard]] std::string encode(const DayReceipt &receipt);
[[nodiscard]] Result<DayReceipt> decodeDayReceipt(std::string_view statement);

} // namespace turnus::protocol
