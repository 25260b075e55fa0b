#pragma once

#include "core/bonus/ledger.h"
#include "core/storage/connection.h"

#include <QStringList>

namespace turnus::bonus {

struct TeamMember
{
    StaffId id;
    QString name;
    QString team;
    std::vector<Line> lines;
};

struct Finding
{
    QString what;
    QString place;
    int grade = 0; ///< 0: not graded
};

struct GradeAt
{
    int grade = 0;
    Instant at;
};

struct BrochureShown
{
    QString title;
    int pages = 0;
    milliseconds shown{0};
};

struct ConsentGiven
{
    QString givenBy;
    QString medium; ///< phone, email, visit
    QString purpose;
    bool granted = false;
    Instant at;
};

struct Photo
{
    QString sha256;
    bool present = false; ///< every byte is on this device
};

/// The due note behind a referral, as it was when the advice was given.
struct DueNoteSeen
{
    QString verdict;
    QString forecastStatus;
    QString reasons;
    bool customerInformed = false;
    std::optional<Day> p10;
    std::optional<Day> p50;
    std::optional<Day> p90;
};

/// All that a bonus line rests on.
struct Evidence
{
    VisitId visit;
    QString visitKind;
    Instant visitStarted;
    QString arrival; ///< position, hand; empty unknown
    QString visitSummary;
    QString assetName;
    QString serial;
    std::optional<Day> installed;
    QString site;
    QString city;
    QString interest;
    QString note;
    bool repairShown = false;
    std::optional<Money> price; ///< of what was recommended, at the referral's day
    std::optional<DueNoteSeen> dueNote;
    std::vector<Finding> findings;
    std::vector<GradeAt> grades; ///< of the asset, oldest first
    std::vector<BrochureShown> brochures;
    std::vector<ConsentGiven> consents;
    std::vector<Photo> photos;
};

/// What a supervisor reviews: the lines of the teams he leads, their evidence, his decision.
class ReviewStore
{
public:
    explicit ReviewStore(storage::Connection &connection) : m_connection(connection) {}

    /// The technicians of the teams that `supervisor` leads, by name, with their lines.
    Result<std::vector<TeamMember>> membersLedBy(StaffId supervisor);
    /// nullopt when the line has no referral or its visit is not on this device.
    Result<std::optional<Evidence>> evidenceOf(const Line &line);
    /// Records the decision as a fact; the server posts it. A refusal needs its reason. Errors (input):
    /// "reason-missing", "reason-too-long", "already-decided", "own-bonus", "line-missing".
    Status decide(BonusEntryId line, bool approve, const QString &reason, StaffId by);

private:
    storage::Connection &m_connection;
};

} // namespace turnus::bonus
