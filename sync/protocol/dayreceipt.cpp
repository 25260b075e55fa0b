#include "sync/protocol/dayreceipt.h"

#include "sync/protocol/jsonreader.h"
#include "sync/protocol/limits.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

using namespace Qt::StringLiterals;

namespace turnus::protocol {

namespace {

namespace bj = boost::json;

constexpr qint64 format = 1;

template <class T, class Write>
bj::array arrayOf(const std::vector<T> &all, Write &&write)
{
    bj::array array;
    for (const T &one : all)
        array.push_back(write(one));
    return array;
}

template <class T, class Read>
std::vector<T> listOf(const JsonReader &reader, Read &&read)
{
    std::vector<T> all;
    reader.each([&](const JsonReader &one) { all.push_back(read(one)); });
    return all;
}

bj::object visitObject(const ReceiptVisit &visit)
{
    bj::object object{{"id", visit.visit}, {"kind", visit.kind}, {"status", visit.status}, {"started", visit.started}};
    if (visit.ended)
        object["ended"] = *visit.ended;
    object["lines"] = arrayOf(visit.lines, [](const ReceiptLines &one) {
        return bj::object{{"table", one.table}, {"rows", one.rows}, {"sha256", one.sha256}};
    });
    object["files"] = arrayOf(visit.files, [](const ReceiptFile &one) {
        return bj::object{{"sha256", one.sha256}, {"size", one.size}, {"kind", one.kind}, {"held", one.held}};
    });
    return object;
}

ReceiptVisit decodeVisit(const JsonReader &reader)
{
    ReceiptVisit visit{.visit = reader.at("id").integer(1),
                       .kind = reader.at("kind").text(),
                       .status = reader.at("status").text(),
                       .started = reader.at("started").integer(std::numeric_limits<qint64>::min())};
    if (reader.has("ended"))
        visit.ended = reader.at("ended").integer(std::numeric_limits<qint64>::min());
    visit.lines = listOf<ReceiptLines>(reader.at("lines"), [](const JsonReader &one) {
        return ReceiptLines{one.at("table").text(), one.at("rows").integer(), one.at("sha256").text()};
    });
    visit.files = listOf<ReceiptFile>(reader.at("files"), [](const JsonReader &one) {
        return ReceiptFile{one.at("sha256").text(), one.at("size").integer(), one.at("kind").text(),
                           one.at("held").boolean()};
    });
    return visit;
}

} // namespace

bool ReceiptVisit::isWhole() const
{
    return status == "completed" && std::ranges::all_of(files, &ReceiptFile::held);
}

std::vector<const Table *> tablesOfVisit()
{
    std::vector<const Table *> all;
    for (const Table &table : tables()) {
        if (table.name == "visit" || columnIndex(table, "visit_id") >= 0)
            all.push_back(&table);
    }
    return all;
}

void LinesHash::add(const RowHash &row)
{
    m_hash.addData(QByteArrayView(row.bytes()));
    ++m_rows;
}

ReceiptLines LinesHash::lines(const Table &table) const
{
    return {std::string(table.name), m_rows, m_hash.result().toHex().toStdString()};
}

std::string encode(const DayReceipt &receipt)
{
    return bj::serialize(bj::object{
        {"format", format},
        {"company", receipt.company},
        {"staff", receipt.staff},
        {"name", receipt.name},
        {"day", receipt.day},
        {"from", receipt.from},
        {"until", receipt.until},
        {"issued", receipt.issued},
        {"visits", arrayOf(receipt.visits, visitObject)},
        {"referrals", arrayOf(receipt.referrals,
                              [](const ReceiptReferral &one) {
                                  return bj::object{{"id", one.referral}, {"visit", one.visit}, {"stage", one.stage}};
                              })},
        {"bonus", arrayOf(receipt.bonus,
                          [](const ReceiptPosting &one) {
                              return bj::object{{"id", one.entry}, {"kind", one.kind}, {"cents", one.cents}};
                          })},
        {"replicas", arrayOf(receipt.replicas, [](const ReceiptReplica &one) {
             return bj::object{{"id", one.replica}, {"highest", one.highest}, {"refused", one.refused}};
         })}});
}

Result<DayReceipt> decodeDayReceipt(std::string_view statement)
{
    TURNUS_ASSIGN(value, parseJson(statement, limits::jsonMaxBytes));
    Status status;
    const JsonReader reader(value, u"receipt"_s, status);
    constexpr qint64 least = std::numeric_limits<qint64>::min();
    if (reader.at("format").integer() != format)
        reader.at("format").wrong(u"%1"_s.arg(format));
    DayReceipt receipt{.company = reader.at("company").text(),
                       .staff = reader.at("staff").integer(1),
                       .name = reader.at("name").text(),
                       .day = reader.at("day").text(),
                       .from = reader.at("from").integer(least),
                       .until = reader.at("until").integer(least),
                       .issued = reader.at("issued").integer()};
    receipt.visits = listOf<ReceiptVisit>(reader.at("visits"), decodeVisit);
    receipt.referrals = listOf<ReceiptReferral>(reader.at("referrals"), [](const JsonReader &one) {
        return ReceiptReferral{one.at("id").integer(1), one.at("visit").integer(1), one.at("stage").text()};
    });
    receipt.bonus = listOf<ReceiptPosting>(reader.at("bonus"), [](const JsonReader &one) {
        return ReceiptPosting{one.at("id").integer(1), one.at("kind").text(), one.at("cents").integer(least)};
    });
    receipt.replicas = listOf<ReceiptReplica>(reader.at("replicas"), [](const JsonReader &one) {
        return ReceiptReplica{one.at("id").integer(), one.at("highest").integer(), one.at("refused").integer()};
    });
    TURNUS_TRY(status);
    return receipt;
}

} // namespace turnus::protocol
