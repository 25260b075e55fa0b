#include "sync/server/service/events.h"

#include "sync/server/store/connection.h"
#include "sync/server/store/eventstore.h"
#include "sync/server/store/keystore.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>

using namespace Qt::StringLiterals;
using namespace turnus::protocol;

namespace turnus::server {

namespace {

namespace bj = boost::json;

/// Free texts stay in the company.
constexpr std::array<std::string_view, 3> untold{"reason", "note", "summary"};

QString isoTime(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

bj::value jsonOf(KeyStore &keys, const Column &column, const Value &value)
{
    if (isNull(value))
        return nullptr;
    switch (column.type) {
    case ColumnType::Id:
        return bj::value(keys.keyOf(*findTable(column.refersTo), integerOf(value)).toStdString());
    case ColumnType::Instant:
        return bj::value(isoTime(integerOf(value)).toStdString());
    case ColumnType::Text:
        return bj::value(server::textOf(value).toStdString());
    case ColumnType::Flag:
        return integerOf(value) != 0;
    default:
        return integerOf(value);
    }
}

/// "customer" of "customer_id".
std::string memberOf(const Column &column)
{
    std::string name(column.name);
    return column.type == ColumnType::Id ? name.substr(0, name.size() - 3) : name;
}

} // namespace

QStringList Events::types()
{
    return {QString::fromLatin1(stageChanged), QString::fromLatin1(visitCompleted), QString::fromLatin1(bonusApproved)};
}

void Events::tell(const char *type, const Table &table, const Row &row)
{
    EventStore store(m_connection);
    const QString name = QString::fromLatin1(type);
    const QList<qint64> webhooks = store.wanting(name);
    if (webhooks.isEmpty())
        return;
    KeyStore keys(m_connection);
    bj::object data{{"id", row.id}};
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Column &column = table.columns[i];
        if (std::ranges::find(untold, column.name) == untold.end())
            data[memberOf(column)] = jsonOf(keys, column, row.values.at(static_cast<qsizetype>(i)));
    }
    store.add(name, named(table.name) + u'/' + QString::number(row.id), m_now,
              QString::fromStdString(bj::serialize(data)), webhooks);
}

void Events::onReferral(const Row &referral)
{
    tell(stageChanged, *findTable("referral"), referral);
}

void Events::onVisit(const Row &visit)
{
    const Table &table = *findTable("visit");
    if (textOf(visit.values.at(columnIndex(table, "status"))) == "completed"_L1)
        tell(visitCompleted, table, visit);
}

void Events::onApproval(const Row &entry)
{
    tell(bonusApproved, *findTable("bonus_entry"), entry);
}

} // namespace turnus::server
