#pragma once

#include "core/support/ids.h"
#include "core/support/money.h"
#include "sync/server/integration/records.h"
#include "sync/server/service/erasure.h"

#include <string>
#include <string_view>

/// The JSON of records that the company's other systems send and get.
namespace turnus::server {

/// The body of PUT: an object of fields.
[[nodiscard]] Result<GivenRecord> decodeRecord(std::string_view json, const QString &type, const QString &key);
/// The body of the batch: {"records":[{"type":…,"key":…,"fields":{…}}]}.
[[nodiscard]] Result<QList<GivenRecord>> decodeRecords(std::string_view json);

[[nodiscard]] std::string encode(const protocol::Table &table, const QString &key, const Records::Known &known);
[[nodiscard]] std::string encode(const GivenRecord &record, const RecordResult &result);
[[nodiscard]] std::string encode(const QList<GivenRecord> &records, const QList<RecordResult> &results);
/// An Error with the list of problems beside it.
[[nodiscard]] std::string encode(const QList<GivenRecord> &records, const QList<RecordProblem> &problems);

/// What sales makes of a referral: {"stage":…,"reason":…,"amountCents":…}.
struct StageMove
{
    QString stage;
    QString reason;
    std::optional<Money> amount;
};
[[nodiscard]] Result<StageMove> decodeStageMove(std::string_view json);
[[nodiscard]] std::string encode(ReferralId referral, const StageMove &move);
/// {"customer":key,"reason":…,"dryRun":true}
struct ErasureWish
{
    QString customer;
    QString reason;
    bool dryRun = false;
};
[[nodiscard]] Result<ErasureWish> decodeErasure(std::string_view json);
[[nodiscard]] std::string encode(const ErasureReport &report, bool dryRun);
/// {"customerNames":true}; an empty body is none.
[[nodiscard]] Result<bool> decodeCalendarRequest(std::string_view json);
[[nodiscard]] std::string encodeCalendarPath(std::string_view path);

} // namespace turnus::server
