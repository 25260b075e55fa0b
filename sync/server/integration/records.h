#pragma once

#include "core/support/clock.h"
#include "sync/server/exchange/csvform.h"
#include "sync/server/service/principal.h"
#include "sync/server/store/rowstore.h"

#include <QHash>

namespace turnus::server {

class Connection;

/// One field as the caller wrote it.
struct GivenField
{
    enum class Form { Null, Flag, Integer, Real, Text, Other };
    QString name;
    Form form = Form::Null;
    Value value; ///< flags as 0 or 1
};

/// One row as the company's other system knows it: by its own key, with fields named as the columns of the CSV form.
struct GivenRecord
{
    QString type; ///< "customers"
    QString key;
    QList<GivenField> fields;
};

struct RecordProblem
{
    int record = 0; ///< position in the request
    QString field;
    QString code;
    QString reason;
};

struct RecordResult
{
    enum class Outcome { Created, Changed, Unchanged };
    qint64 id = 0;
    Outcome outcome = Outcome::Unchanged;
};

/// Either problems, then nothing was written, or one result a record.
struct UpsertAnswer
{
    QList<RecordProblem> problems;
    QList<RecordResult> results;
};

/// Takes records of the ERP into the company: a known key is brought up to date (a field left out stays as it is), a
/// new one added, all in one transaction and through the change log. The same records again change nothing.
class Records
{
public:
    explicit Records(const Clock &clock) : m_clock(clock) {}

    /// The types, as they stand in paths: "customers", "contacts" …
    [[nodiscard]] static QStringList types();
    /// nullptr when there is no such type.
    [[nodiscard]] static const protocol::Table *tableOf(const QString &type);
    /// The fields that a record of the table has: those of the CSV form but key and files.
    [[nodiscard]] static QList<CsvColumn> fieldsOf(const protocol::Table &table);

    [[nodiscard]] Result<UpsertAnswer> upsert(Connection &connection, const Principal &principal,
                                              const QList<GivenRecord> &records);
    /// The row of that key as a record, values as in the CSV form. Error "record-missing".
    struct Known
    {
        qint64 id = 0;
        QList<std::pair<CsvColumn, Value>> fields; ///< references as the keys of their rows
    };
    [[nodiscard]] Result<Known> find(Connection &connection, const protocol::Table &table, const QString &key);

private:
    const Clock &m_clock;
};

} // namespace turnus::server
