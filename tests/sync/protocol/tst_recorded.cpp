#include "sync/protocol/codec.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace turnus;
using namespace turnus::protocol;
using namespace Qt::StringLiterals;

namespace {

QString pathOf(const char *name)
{
    return QDir(QStringLiteral(TURNUS_FIXTURES)).filePath(QString::fromLatin1(name));
}

/// What was recorded; with TURNUS_RECORD set, what is not there yet is recorded now.
std::string recorded(const char *name, const std::string &now)
{
    QFile file(pathOf(name));
    if (!file.exists() && qEnvironmentVariableIsSet("TURNUS_RECORD")) {
        if (!file.open(QIODevice::WriteOnly) || file.write(now.data(), static_cast<qint64>(now.size())) < 0)
            qFatal("cannot write %s", name);
        file.close();
    }
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no recording %s", name);
    return file.readAll().toStdString();
}

/// A day's work: a visit, a reading, a completed appointment; a conflict that was settled.
SyncRequest request()
{
    SyncRequest request{.protocol = 1, .replica = 7, .lastSequence = 950};
    request.cursors = {{1, 33, {}}, {10, 400, "27:4294967299"}};
    request.settled = {{12, "phone"}};
    Batch readings = Batch::over(BatchKind::Inserts, *findTable("meter_reading"));
    readings.ids = {30'064'771'073, 30'064'771'074};
    readings.sequences = {948, 949};
    readings.times = {1'791'187'200'000, 1'791'187'260'000};
    for (const double value : {1'234.5, 1'240.0}) {
        readings.values[0].addInteger(202);
        readings.values[1].addNull();
        readings.values[2].addInteger(1'791'187'200'000);
        readings.values[3].addReal(value);
        readings.values[4].addInteger(0);
        readings.values[5].addInteger(1);
    }
    const Table &appointment = *findTable("appointment");
    Batch done = Batch::over(BatchKind::Updates, appointment, {columnIndex(appointment, "status")});
    done.ids = {203};
    done.sequences = {950};
    done.times = {1'791'187'300'000};
    done.olds[0].addBytes("planned");
    done.values[0].addBytes("done");
    request.operations = {readings, done};
    return request;
}

/// The same of version 2, in which a device says what it was told.
SyncRequest requestOfVersion2()
{
    SyncRequest now = request();
    now.protocol = 2;
    now.receipted = 947;
    return now;
}

/// A device without anything to send, which asks in brief.
SyncRequest briefRequest()
{
    return {
        .protocol = 2, .replica = 7, .lastSequence = 950, .receipted = 950, .cursors = {{1, 33, {}}, {10, 400, {}}}};
}

AnswerControl control()
{
    AnswerControl control{.protocol = 1, .serverTime = 1'791'187'400'000};
    control.applied = {{948, 949}};
    control.receipts = {
        {950, Outcome::Conflict, "", {{"status", std::string("cancelled"), 1'791'187'390'000, "Dora Plan", true}}}};
    control.channels = {{10, ChannelKind::Territory, 50, "Nord"}};
    control.removed = {11};
    return control;
}

Batch rows()
{
    Batch segments = Batch::over(BatchKind::Rows, *findTable("segment"));
    segments.ids = {70, 71, 72};
    segments.channels = {1, 1, 1};
    for (const std::string_view name : {"Hotel", "Bar", "Bar"})
        segments.values[0].addBytes(name);
    segments.values[1].addNull();
    segments.values[1].addBytes("A");
    segments.values[1].addNull();
    return segments;
}

std::string answer()
{
    AnswerWriter writer;
    writer.control(control());
    writer.frame(std::vector<Batch>{rows()});
    writer.position({1, 34, {}});
    writer.end({true});
    return writer.take();
}

/// A block of JSON.
std::string jsonBlock(char type, const std::string &json)
{
    std::string block{type};
    for (int i = 0; i < 4; ++i)
        block += static_cast<char>(json.size() >> (8 * i));
    return block + json;
}

} // namespace

/// Messages of each version, byte for byte as its programs wrote them: later programs must read them alike.
class TestRecorded : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestIsReadAsItWasMeant();
    void answerIsReadAsItWasMeant();
    void requestOfALaterAppIsReadWithoutWhatIsUnknown();
    void answerOfALaterServerIsReadWithoutWhatIsUnknown();
    void whatIsWrittenTodayReadsAlike();
    void requestOfVersion2IsReadAsItWasMeant();
    void briefRequestIsReadAsItWasMeant();
    void answerOfVersion2IsReadAsItWasMeant();
};

void TestRecorded::requestIsReadAsItWasMeant()
{
    const auto read = decodeRequest(recorded("v1/request.bin", encodeRequest(request())));
    QVERIFY2(read, read ? "" : qPrintable(read.error().toString()));
    QVERIFY(*read == request());
}

void TestRecorded::answerIsReadAsItWasMeant()
{
    AnswerReader reader;
    reader.feed(recorded("v1/answer.bin", answer()));
    QVERIFY(std::get<AnswerControl>(**reader.next()) == control());
    QVERIFY(std::get<Frame>(**reader.next()) == Frame{rows()});
    QVERIFY((std::get<Position>(**reader.next()) == Position{1, 34, {}}));
    QVERIFY(std::get<AnswerEnd>(**reader.next()).more);
    QVERIFY(reader.isComplete());
}

void TestRecorded::requestOfALaterAppIsReadWithoutWhatIsUnknown()
{
    const std::string later = jsonBlock(
        'J',
        R"({"protocol":1,"battery":{"percent":[80]},"replica":7,"lastSequence":5,"cursors":[[1,33]],"mood":null})");
    const auto read = decodeRequest(recorded("v1/request-later.bin", later));
    QVERIFY2(read, read ? "" : qPrintable(read.error().toString()));
    SyncRequest expected{.protocol = 1, .replica = 7, .lastSequence = 5};
    expected.cursors = {{1, 33, {}}};
    QVERIFY(*read == expected);
}

void TestRecorded::answerOfALaterServerIsReadWithoutWhatIsUnknown()
{
    const std::string later =
        jsonBlock('J', R"({"protocol":1,"serverTime":5,"advice":["update"],"applied":[[1,2]]})") + jsonBlock('E', "{}");
    AnswerReader reader;
    reader.feed(recorded("v1/answer-later.bin", later));
    AnswerControl expected{.protocol = 1, .serverTime = 5};
    expected.applied = {{1, 2}};
    const auto first = reader.next();
    QVERIFY2(first, first ? "" : qPrintable(first.error().toString()));
    QVERIFY(std::get<AnswerControl>(**first) == expected);
    QVERIFY(std::get<AnswerEnd>(**reader.next()) == AnswerEnd{});
}

void TestRecorded::whatIsWrittenTodayReadsAlike()
{
    QVERIFY(*decodeRequest(encodeRequest(request())) == request());
    AnswerReader reader;
    reader.feed(answer());
    QVERIFY(std::get<AnswerControl>(**reader.next()) == control());
}

void TestRecorded::requestOfVersion2IsReadAsItWasMeant()
{
    const auto read = decodeRequest(recorded("v2/request.bin", encodeRequest(requestOfVersion2())));
    QVERIFY2(read, read ? "" : qPrintable(read.error().toString()));
    QVERIFY(*read == requestOfVersion2());
}

void TestRecorded::briefRequestIsReadAsItWasMeant()
{
    const std::string text = recorded("v2/brief.txt", encodeBrief(briefRequest()).value());
    QVERIFY(decodeBrief(text).value() == briefRequest());
    QVERIFY(encodeBrief(briefRequest()) == text);
}

void TestRecorded::answerOfVersion2IsReadAsItWasMeant()
{
    AnswerControl now = control();
    now.protocol = 2;
    now.snapshots = {10};
    now.load = {9'041, 154'000, 2'000, 31'000};
    now.sums = {{10, 400, 9'041, -3'365}};
    AnswerWriter writer;
    writer.control(now);
    writer.frame(std::vector<Batch>{rows()});
    writer.position({10, 0, "400:27:4294967299"});
    writer.end({true});
    AnswerReader reader;
    reader.feed(recorded("v2/answer.bin", writer.take()));
    QVERIFY(std::get<AnswerControl>(**reader.next()) == now);
    QVERIFY(std::get<Frame>(**reader.next()) == Frame{rows()});
    QVERIFY((std::get<Position>(**reader.next()) == Position{10, 0, "400:27:4294967299"}));
    QVERIFY(std::get<AnswerEnd>(**reader.next()).more);
}

QTEST_GUILESS_MAIN(TestRecorded)
#include "tst_recorded.moc"
