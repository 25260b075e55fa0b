#pragma once

#include "core/support/ids.h"
#include "core/support/time.h"
#include "sync/protocol/dayreceipt.h"

#include <QString>
#include <map>
#include <optional>
#include <vector>

namespace turnus::storage {
class Connection;
}

namespace turnus::client {

/// Whether a receipt is the company's server's.
enum class Signature {
    Good,
    NotTrusted, ///< by a key that this handheld has no reason to trust
    Wrong,      ///< not the signature of what the file says
    Unreadable
};

/// Lines of one table that this handheld has and the receipt does not list like that.
struct LineGap
{
    QString table;
    qint64 missing = 0; ///< rows; 0: as many, but with other content
    bool operator==(const LineGap &) const = default;
};

/// One visit of the day: what is here beside what the receipt lists.
struct VisitProof
{
    qint64 visit = 0;
    QString customer; ///< as this handheld knows it; empty when the visit is not here any more
    bool listed = false;
    bool completed = false; ///< as the receipt has it
    qint64 lines = 0;       ///< that the receipt lists
    std::vector<LineGap> gaps;
    int files = 0;
    int filesHeld = 0;

    /// The server holds every line and every byte.
    [[nodiscard]] bool isConfirmed() const { return listed && completed && gaps.empty() && filesHeld == files; }
    bool operator==(const VisitProof &) const = default;
};

/// A receipt that lies on this handheld, checked and compared.
struct DayProof
{
    Day day;
    Signature signature = Signature::Unreadable;
    QString key; ///< id of the key that signed
    Instant issued;
    Instant fetched;
    std::vector<VisitProof> visits;
    int referrals = 0;
    int bonusEntries = 0;
    qint64 operationsUpTo = 0; ///< the highest number of this database's that the server has dealt with

    [[nodiscard]] bool isWhole() const;
    [[nodiscard]] qint64 lines() const;
    [[nodiscard]] int files() const;
    [[nodiscard]] int filesHeld() const;
};

/// The signed statements of what the server holds, as they lie here; needs no network.
class ShiftReceipts
{
public:
    explicit ShiftReceipts(storage::Connection &connection) : m_connection(connection) {}

    /// Days of which there is one, the latest first.
    [[nodiscard]] Result<std::vector<Day>> days();
    /// Nothing when there is none of that day.
    [[nodiscard]] Result<std::optional<DayProof>> proof(Day day);
    /// The file as the server signed it; "not-found".
    [[nodiscard]] Result<QByteArray> file(Day day);
    /// Public keys that are trusted here, raw.
    [[nodiscard]] Result<std::vector<std::string>> trustedKeys();

private:
    using Lines = std::map<qint64, std::vector<protocol::ReceiptLines>>;

    [[nodiscard]] DayProof check(Day day, const QByteArray &file, Instant fetched);
    [[nodiscard]] std::vector<std::string> readKeys();
    [[nodiscard]] std::vector<VisitProof> visitsHere(const protocol::DayReceipt &receipt);
    [[nodiscard]] Lines linesHere(const std::vector<VisitProof> &visits);
    void compareFiles(VisitProof &visit, const protocol::ReceiptVisit *listed);

    storage::Connection &m_connection;
};

} // namespace turnus::client
