#include "sync/protocol/codec.h"
#include "sync/protocol/limits.h"
#include "tests/sync/protocol/randombatch.h"

#include <QFile>
#include <QTest>

using namespace turnus;
using namespace turnus::protocol;
using namespace Qt::StringLiterals;

class TestMessages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRequestComesBackAsItWas();
    void aNoOpRequestIsSmall();
    void aBriefRequestComesBackAsItWas();
    void whatSaysMoreThanWhereTheDeviceIsIsNotBrief();
    void aMalformedBriefRequestIsRefused_data();
    void aMalformedBriefRequestIsRefused();
    void anAnswerCutAnywhereIsReadPieceByPiece();
    void anAnswerOutOfOrderIsAnError();
    void aTooLongBlockIsRefusedBeforeItIsRead();
    void aRequestThatUnpacksToTooMuchIsRefused();
    void wrongControlSaysWhere_data();
    void wrongControlSaysWhere();
    void rubbishIsAnErrorAndNeverACrash();
    void sessionsAndErrorsComeBack();
    void everyTableIsDescribedSoundly();
    void theDocumentsExamplesAreWhatIsSpoken();
};

namespace {

SyncRequest request()
{
    SyncRequest request{.replica = 7, .lastSequence = 950, .setBack = 7'313};
    request.cursors = {{1, 33, {}}, {10, 400, "27:4294967299"}};
    request.settled = {{12, "phone"}, {9, "note", 3}};
    tests::RandomBatches random(3);
    while (request.operations.size() < 40) {
        if (Batch batch = random.next(); batch.isOperations())
            request.operations.push_back(std::move(batch));
    }
    return request;
}

AnswerControl control()
{
    return {.serverTime = 1'791'187'200'000,
            .replica = 9,
            .setBack = SetBack{7'313, 940, 1'791'100'800'000},
            .applied = {{1, 5}, {7, 7}},
            .receipts = {{6, Outcome::Conflict, "", {{"phone", std::string("0123"), 17, "Rolf", true}}},
                         {8, Outcome::Refused, "foreign-channel: not yours", {}},
                         {9,
                          Outcome::Merged,
                          "",
                          {{"a", qint64{-4}}, {"b", 2.5}, {"c", Blob{std::string("\0\xff", 2)}}, {"d", Value{}}}}},
            .settled = {{3, "note"}},
            .channels = {{10, ChannelKind::Territory, 50, "Nord"}},
            .removed = {11, 12}};
}

QString codeOf(const Status &status)
{
    return status ? QString() : status.error().code;
}

} // namespace

void TestMessages::aRequestComesBackAsItWas()
{
    const SyncRequest sent = request();
    const auto back = decodeRequest(encodeRequest(sent));
    QVERIFY2(back, back ? "" : qPrintable(back.error().toString()));
    QVERIFY(*back == sent);
}

void TestMessages::aNoOpRequestIsSmall()
{
    const SyncRequest nothing{.replica = 7, .lastSequence = 950, .cursors = {{1, 33, {}}, {10, 400, {}}, {20, 8, {}}}};
    QVERIFY(encodeRequest(nothing).size() < 110);
}

void TestMessages::aBriefRequestComesBackAsItWas()
{
    const SyncRequest nothing{.replica = 9'999,
                              .lastSequence = 12'345,
                              .receipted = 12'345,
                              .cursors = {{1, 92'402, {}}, {77, 1'999'999, {}}, {190, 0, {}}}};
    const auto text = encodeBrief(nothing);
    QVERIFY(text);
    QVERIFY(text->size() <= 22);
    QVERIFY(decodeBrief(*text).value() == nothing);
    const SyncRequest large{.replica = 1LL << 31,
                            .lastSequence = std::numeric_limits<qint64>::max(),
                            .receipted = 0,
                            .cursors = {{5, 0, {}}, {std::numeric_limits<qint64>::max(), 1LL << 62, {}}}};
    QVERIFY(decodeBrief(encodeBrief(large).value()).value() == large);
    SyncRequest restored = large;
    restored.setBack = std::numeric_limits<qint64>::max();
    QVERIFY(decodeBrief(encodeBrief(restored).value()).value() == restored);
}

void TestMessages::whatSaysMoreThanWhereTheDeviceIsIsNotBrief()
{
    const SyncRequest nothing{.replica = 7, .lastSequence = 9, .receipted = 9, .cursors = {{1, 33, {}}}};
    QVERIFY(encodeBrief(nothing));
    const auto isBrief = [&](auto &&change) {
        SyncRequest request = nothing;
        change(request);
        return encodeBrief(request).has_value();
    };
    QVERIFY(!isBrief([](SyncRequest &request) { request.protocol = 1; }));
    QVERIFY(!isBrief([](SyncRequest &request) { request.check = true; }));
    QVERIFY(!isBrief([](SyncRequest &request) { request.receipted = 10; }));
    QVERIFY(!isBrief([](SyncRequest &request) { request.receipted.reset(); }));
    QVERIFY(!isBrief([](SyncRequest &request) { request.cursors.clear(); }));
    QVERIFY(!isBrief([](SyncRequest &request) { request.cursors[0].position = "27:1"; }));
    QVERIFY(!isBrief([](SyncRequest &request) { request.cursors.push_back({1, 34, {}}); }));
    QVERIFY(!isBrief([](SyncRequest &request) { request.settled = {{12, "phone"}}; }));
    QVERIFY(!isBrief([](SyncRequest &request) { request.differed = {{1, 33, 0, 0}}; }));
    QVERIFY(!isBrief([](SyncRequest &request) { request.operations.emplace_back(); }));
    QVERIFY(!isBrief([](SyncRequest &request) {
        for (qint64 channel = 2; channel < 2'000; ++channel)
            request.cursors.push_back({channel, 1, {}});
    }));
}

void TestMessages::aMalformedBriefRequestIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no base64url") << QByteArray("Bw+JB/8");
    QTest::newRow("no channel") << QByteArray("BwkA");
    QTest::newRow("more open than given out") << QByteArray("BwkKASE");
    QTest::newRow("a channel without its cursor") << QByteArray("BwkAAQ");
    QTest::newRow("a channel twice") << QByteArray("BwkAASEAIQ");
    QTest::newRow("a number that does not end") << QByteArray("BwkAAYCA");
    QTest::newRow("a number longer than needed") << QByteArray("BwkAAYAA");
    QTest::newRow("a number too large") << QByteArray("BwkAAf___________wE");
    QTest::newRow("too long") << QByteArray(5'000, 'A');
}

void TestMessages::aMalformedBriefRequestIsRefused()
{
    QFETCH(QByteArray, text);
    const auto read = decodeBrief(text.toStdString());
    QVERIFY(!read);
    QCOMPARE(read.error().code, u"brief-malformed"_s);
}

void TestMessages::anAnswerCutAnywhereIsReadPieceByPiece()
{
    tests::RandomBatches random(9);
    std::vector<Batch> batches;
    while (batches.size() < 3) {
        if (Batch batch = random.next(); !batch.isOperations())
            batches.push_back(std::move(batch));
    }
    AnswerWriter writer;
    writer.control(control());
    writer.frame(batches);
    writer.position({10, 401, "x"});
    writer.end({.more = true});
    const std::string bytes = writer.take();

    AnswerReader reader;
    std::vector<AnswerPart> parts;
    for (std::size_t at = 0; at < bytes.size(); at += 7) {
        reader.feed(std::string_view(bytes).substr(at, 7));
        for (;;) {
            auto part = reader.next();
            QVERIFY2(part, part ? "" : qPrintable(part.error().toString()));
            if (!*part)
                break;
            QCOMPARE(reader.isComplete(), std::holds_alternative<AnswerEnd>(**part));
            parts.push_back(std::move(**part));
        }
    }
    QVERIFY(reader.isComplete());
    QCOMPARE(parts.size(), 4U);
    QVERIFY(std::get<AnswerControl>(parts[0]) == control());
    QVERIFY(std::get<Frame>(parts[1]) == batches);
    QVERIFY((std::get<Position>(parts[2]) == Position{10, 401, "x"}));
    QVERIFY(std::get<AnswerEnd>(parts[3]).more);
}

void TestMessages::anAnswerOutOfOrderIsAnError()
{
    AnswerWriter writer;
    writer.position({10, 401, {}});
    AnswerReader reader;
    reader.feed(writer.take());
    QVERIFY(!reader.next());

    writer.control({});
    writer.end({});
    writer.end({});
    AnswerReader second;
    second.feed(writer.take());
    QVERIFY(second.next());
    QVERIFY(second.next());
    QVERIFY(!second.next());
}

void TestMessages::aTooLongBlockIsRefusedBeforeItIsRead()
{
    AnswerReader reader;
    reader.feed(std::string_view("J\xff\xff\xff\xff", 5));
    const auto part = reader.next();
    QVERIFY(!part);
    QCOMPARE(part.error().code, u"block-too-large"_s);
}

void TestMessages::aRequestThatUnpacksToTooMuchIsRefused()
{
    SyncRequest request;
    constexpr std::size_t large = limits::frameMaxBytes - 10'000;
    for (qint64 i = 1; i * large <= limits::requestMaxPlainBytes + large; ++i) {
        Batch batch = Batch::over(BatchKind::Inserts, *findTable("contact"));
        batch.ids.push_back(i);
        batch.sequences.push_back(i);
        batch.times.push_back(1);
        batch.values[0].addInteger(1);
        batch.values[1].addBytes(std::string(large, 'x'));
        for (std::size_t column = 2; column < batch.values.size(); ++column)
            batch.values[column].addNull();
        request.operations.push_back(std::move(batch));
    }
    const std::string body = encodeRequest(request);
    QVERIFY(body.size() < 100'000);
    const auto decoded = decodeRequest(body);
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().code, u"message-too-large"_s);
}

void TestMessages::wrongControlSaysWhere_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("where");
    QTest::newRow("no JSON") << QByteArray("{") << u"no JSON"_s;
    QTest::newRow("no object") << QByteArray("5") << u"object"_s;
    QTest::newRow("no replica") << QByteArray(R"({"protocol":1,"lastSequence":0})") << u"request.replica"_s;
    QTest::newRow("text for a number") << QByteArray(R"({"protocol":"1","replica":7,"lastSequence":0})")
                                       << u"request.protocol"_s;
    QTest::newRow("cursor without value")
        << QByteArray(R"({"protocol":1,"replica":7,"lastSequence":0,"cursors":[[1]]})") << u"request.cursors[0][1]"_s;
    QTest::newRow("negative channel") << QByteArray(
                                             R"({"protocol":1,"replica":7,"lastSequence":0,"cursors":[[1,2],[-1,1]]})")
                                      << u"request.cursors[1][0]"_s;
}

void TestMessages::wrongControlSaysWhere()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, where);
    std::string body("J");
    body.push_back(static_cast<char>(json.size()));
    body.append(3, '\0').append(json.toStdString());
    const auto decoded = decodeRequest(body);
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().code, u"message-malformed"_s);
    QVERIFY2(decoded.error().detail.contains(where), qPrintable(decoded.error().detail));
}

void TestMessages::rubbishIsAnErrorAndNeverACrash()
{
    std::mt19937 random(4);
    const std::string good = encodeRequest(request());
    for (int run = 0; run < 2000; ++run) {
        std::string bytes = good.substr(0, run % 3 == 0 ? random() % good.size() : good.size());
        for (std::size_t i = 0, hits = 1 + random() % 4; i < hits && !bytes.empty(); ++i)
            bytes[random() % bytes.size()] = static_cast<char>(random());
        const auto decoded = decodeRequest(bytes);
        QVERIFY(decoded || decoded.error().domain == Domain::Protocol);
        AnswerReader reader;
        reader.feed(bytes);
        (void)reader.next();
    }
    QCOMPARE(codeOf(decodeRequest("").map([](const auto &) {})), u"message-malformed"_s);
}

void TestMessages::sessionsAndErrorsComeBack()
{
    const SessionRequest asked{"jana.muster", "geheim „ü\"", "Handgerät", 7};
    QVERIFY(decodeSessionRequest(encode(asked)).value() == asked);
    const SessionRequest fresh{"jana.muster", "x", "y", std::nullopt};
    QVERIFY(decodeSessionRequest(encode(fresh)).value() == fresh);
    const SessionAnswer answer{"a", 5, "r", 7, 100, "Jana Muster", "technician"};
    QVERIFY(decodeSessionAnswer(encode(answer)).value() == answer);
    QVERIFY(decodeRefreshRequest(encode(RefreshRequest{"r"})).value() == RefreshRequest{"r"});
    const Error error{Domain::Access, u"locked"_s, u"für 5 Minuten"_s};
    QCOMPARE(decodeError(encode(error)).value(), error);
    QVERIFY(!decodeError("<html>"));
    QVERIFY(!decodeSessionRequest(std::string(limits::jsonMaxBytes + 1, ' ')));
}

void TestMessages::everyTableIsDescribedSoundly()
{
    for (const Table &table : tables()) {
        QCOMPARE(findTable(table.number), &table);
        QCOMPARE(findTable(table.name), &table);
        QVERIFY(table.columns.size() <= limits::batchMaxColumns);
        if (!table.parent.empty())
            QVERIFY(columnIndex(table, table.parent) >= 0);
        for (const Column &column : table.columns)
            QCOMPARE(column.type == ColumnType::Id, !column.refersTo.empty() && findTable(column.refersTo));
    }
}

void TestMessages::theDocumentsExamplesAreWhatIsSpoken()
{
    const auto recorded = [](const char *name) {
        QFile file(QStringLiteral(TURNUS_PROTOCOL_EXAMPLES "/") + QString::fromLatin1(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    };
    const SyncRequest nothing{.replica = 7, .lastSequence = 950, .cursors = {{1, 33, {}}, {10, 400, {}}, {20, 8, {}}}};
    QVERIFY(decodeRequest(recorded("request-nothing.bin")).value() == nothing);
    QCOMPARE(encodeRequest(nothing), recorded("request-nothing.bin"));
    AnswerWriter writer;
    writer.control({.serverTime = 1'791'187'200'000});
    writer.end({});
    QCOMPARE(writer.take(), recorded("answer-nothing.bin"));
}

QTEST_GUILESS_MAIN(TestMessages)
#include "tst_messages.moc"
