#pragma once

#include "sync/server/integration/records.h"

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

} // namespace turnus::server
