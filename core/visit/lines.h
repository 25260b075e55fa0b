#pragma once

#include "core/storage/connection.h"
#include "core/support/ids.h"
#include "core/visit/plausibility.h"

#include <vector>

namespace turnus::visit {

using LineId = Id<struct LineTag>;

/// How an item of a checklist is answered.
enum class AnswerKind { OkDefect, Number, Text };
enum class Answer { Open, Ok, Defect, NotApplicable, Value };

struct ChecklistEntry
{
    ChecklistItemId item;
    QString label;
    AnswerKind kind = AnswerKind::OkDefect;
    QString unit;
    bool required = false;
    Answer answer = Answer::Open;
    std::optional<double> value;
    QString note;
    /// Of a measured value: where the unit counts as worn out, and whether values fall towards it.
    std::optional<double> limit;
    bool falls = false;

    bool operator==(const ChecklistEntry &) const = default;
};

struct FindingLine
{
    LineId id;
    QString what;
    QString place;
    std::optional<int> grade;

    bool operator==(const FindingLine &) const = default;
};

enum class PartSource { Van, Order };

/// Parts of one kind, summed over what was recorded and taken back.
struct PartLine
{
    PartId part; ///< null for a part that is not on the list
    QString number;
    QString name;
    int quantity = 0;
    PartSource source = PartSource::Van;
    std::optional<Money> unitPrice; ///< nullopt: unknown, never 0

    bool operator==(const PartLine &) const = default;
};

struct PartHit
{
    PartId part;
    QString number;
    QString name;
    std::optional<Money> price;

    bool operator==(const PartHit &) const = default;
};

struct GradeLine
{
    int grade = 0;
    Instant at;

    bool operator==(const GradeLine &) const = default;
};

struct Readings
{
    std::vector<Reading> earlier;   ///< of the asset before this visit, oldest first
    std::optional<Reading> current; ///< the visit's own, the newest if it was corrected
    std::optional<GradeLine> earlierGrade;
    std::optional<GradeLine> currentGrade;
};

/// The facts of one visit. Every record…() is one transaction: what it returned from is saved. A correction is a new
/// fact; the newest counts.
class VisitLines
{
public:
    VisitLines(storage::Connection &connection, VisitId visit) : m_connection(connection), m_visit(visit) {}

    [[nodiscard]] Result<std::vector<ChecklistEntry>> checklist() const;
    Status answer(ChecklistItemId item, Answer answer, std::optional<double> value = {}, const QString &note = {});

    [[nodiscard]] Result<Readings> readings() const;
    Status recordReading(double value, bool meterExchanged, bool implausibleConfirmed);
    /// 1 as new … 5 broken.
    Status recordGrade(int grade);

    [[nodiscard]] Result<std::vector<FindingLine>> findings() const;
    Status recordFinding(const QString &what, const QString &place, std::optional<int> grade);

    [[nodiscard]] Result<std::vector<PartLine>> parts() const;
    /// A negative quantity takes back.
    Status recordPart(const PartLine &line);
    /// Parts of the visit's product and parts for all, whose number or name contains every word.
    [[nodiscard]] Result<std::vector<PartHit>> findParts(const QString &text) const;

private:
    [[nodiscard]] AssetId asset() const;
    Result<AssetId> assetNeeded() const;

    storage::Connection &m_connection;
    VisitId m_visit;
};

} // namespace turnus::visit
