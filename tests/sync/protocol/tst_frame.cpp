#include "sync/protocol/codec.h"
#include "sync/protocol/columns.h"
#include "sync/protocol/limits.h"
#include "tests/sync/protocol/randombatch.h"

#include <QTest>
#include <zstd.h>

using namespace turnus;
using namespace turnus::protocol;
using namespace Qt::StringLiterals;

class TestFrame : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void randomBatchesComeBackAsTheyWere();
    void extremeIntegersComeBack();
    void extremeRealsComeBack();
    void idsInARowTakeOneByteEach();
    void theBytesOfAFrameAreTheDocumentedOnes();
    void rubbishIsAnErrorAndNeverACrash();
    void everyCutIsAnError();
    void everyFlippedByteIsAnErrorOrADecodableFrame();
    void aFrameThatSaysItIsHugeIsRefusedUnread();
    void unknownTablesAndColumnsAreNamedOrSkipped();
    void nullInAColumnThatAllowsNoneIsRefused();
};

namespace {

std::string packed(std::string_view plain)
{
    std::string out(ZSTD_compressBound(plain.size()), '\0');
    out.resize(ZSTD_compress(out.data(), out.size(), plain.data(), plain.size(), 1));
    return out;
}

std::string unpacked(std::string_view frame)
{
    std::string out(static_cast<std::size_t>(ZSTD_getFrameContentSize(frame.data(), frame.size())), '\0');
    ZSTD_decompress(out.data(), out.size(), frame.data(), frame.size());
    return out;
}

Batch segments()
{
    Batch batch = Batch::over(BatchKind::Rows, *findTable("segment"));
    for (const qint64 id : {70, 71, 72}) {
        batch.ids.push_back(id);
        batch.channels.push_back(1);
        batch.values[0].addBytes(id == 70 ? "Hotel" : "Bar");
        if (id == 71)
            batch.values[1].addBytes("A");
        else
            batch.values[1].addNull();
    }
    return batch;
}

void checkIntegers(const std::vector<qint64> &values)
{
    cbor::Writer writer;
    encodeIntegers(writer, values);
    const std::string bytes = writer.take();
    cbor::Reader reader(bytes);
    std::vector<qint64> back;
    QVERIFY(decodeIntegers(reader, values.size(), back));
    QCOMPARE(back, values);
    QVERIFY(reader.atEnd());
}

} // namespace

void TestFrame::randomBatchesComeBackAsTheyWere()
{
    for (unsigned seed = 1; seed <= 300; ++seed) {
        tests::RandomBatches random(seed);
        std::vector<Batch> batches;
        for (std::size_t i = 0, count = 1 + random.below(4); i < count; ++i)
            batches.push_back(random.next());
        const auto decoded = decodeFrame(encodeFrame(batches), Unknown::Refuse);
        QVERIFY2(decoded, qPrintable(u"seed %1: %2"_s.arg(seed).arg(decoded ? QString() : decoded.error().toString())));
        QVERIFY2(*decoded == batches, qPrintable(u"seed %1"_s.arg(seed)));
    }
}

void TestFrame::extremeIntegersComeBack()
{
    constexpr qint64 least = std::numeric_limits<qint64>::min();
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    checkIntegers({});
    checkIntegers({least});
    checkIntegers({least, most});
    checkIntegers({most, least, 0, -1, 1});
    checkIntegers({-128, 127, -128});
    checkIntegers({0, 255, 0, 256});
    checkIntegers({(qint64{7} << 32) + 1, (qint64{7} << 32) + 2, 5});
}

void TestFrame::extremeRealsComeBack()
{
    Batch batch = Batch::over(BatchKind::Fields, *findTable("site"), {6, 7});
    const double values[] = {0.0,  -0.0,  1e300, -1e-300, 53.5511, 9.99, std::numeric_limits<double>::denorm_min(),
                             1e15, -1e15, 0.1};
    for (const double value : values) {
        batch.ids.push_back(batch.ids.empty() ? 1 : batch.ids.back() + 1);
        batch.values[0].addReal(value);
        batch.values[1].addReal(48.137154);
    }
    const auto decoded = decodeFrame(encodeFrame({&batch, 1}), Unknown::Refuse);
    QVERIFY(decoded);
    for (std::size_t i = 0; i < std::size(values); ++i) {
        QCOMPARE(decoded->front().values[0].real(i), values[i]);
        QCOMPARE(std::signbit(decoded->front().values[0].real(i)), std::signbit(values[i]));
    }
    QCOMPARE(decoded->front().values[1].real(3), 48.137154);
}

void TestFrame::idsInARowTakeOneByteEach()
{
    std::vector<qint64> ids;
    for (qint64 i = 0; i < 1000; ++i)
        ids.push_back((qint64{2} << 32) + i * 2);
    cbor::Writer writer;
    encodeIntegers(writer, ids);
    QVERIFY(writer.take().size() < 1030);
}

void TestFrame::theBytesOfAFrameAreTheDocumentedOnes()
{
    const Batch batch = segments();
    const std::string plain = unpacked(encodeFrame({&batch, 1}));
    QCOMPARE(QByteArray::fromStdString(plain).toHex(' '),
             QByteArray("81 89 01 04 03 82 64 6e 61 6d 65 64 63 61 72 65"
                        " 83 01 18 46 d8 48 42 01 01" // ids: deltas from 70, sint8 [1, 1]
                        " 82 02 01"                   // channels: constant 1
                        " f6"                         // no times
                        " 82"                         // two columns
                        " 82 f6 83 05 83 00 03 d8 40 43 02 00 00 4b 48 6f 74 65 6c 42 61 72 42 61 72"
                        " 82 41 05 83 05 82 02 01 41 41" // care: NULL in rows 0 and 2, one text "A"
                        " 80"));
    const auto decoded = decodeFrame(packed(plain), Unknown::Refuse);
    QVERIFY(decoded);
    QCOMPARE(QString::fromStdString(print(decoded->front())), u"rows segment: 3\n"
                                                              "  channel 1 id=70 name=\"Hotel\" care=NULL\n"
                                                              "  channel 1 id=71 name=\"Bar\" care=\"A\"\n"
                                                              "  channel 1 id=72 name=\"Bar\" care=NULL\n"_s);
}

void TestFrame::rubbishIsAnErrorAndNeverACrash()
{
    std::mt19937 random(11);
    for (int run = 0; run < 3000; ++run) {
        std::string bytes(random() % 200, '\0');
        for (char &c : bytes)
            c = static_cast<char>(random());
        const auto raw = decodeFrame(bytes, Unknown::Skip);
        QVERIFY(!raw);
        QCOMPARE(raw.error().domain, Domain::Protocol);
        const auto inside = decodeFrame(packed(bytes), Unknown::Skip);
        QVERIFY(!inside || inside->empty());
    }
}

void TestFrame::everyCutIsAnError()
{
    tests::RandomBatches random(5);
    const std::vector batches{random.next(), random.next()};
    const std::string plain = unpacked(encodeFrame(batches));
    for (std::size_t size = 0; size < plain.size(); ++size)
        QVERIFY(!decodeFrame(packed(std::string_view(plain).substr(0, size)), Unknown::Refuse));
    const std::string frame = encodeFrame(batches);
    for (std::size_t size = 0; size < frame.size(); ++size)
        QVERIFY(!decodeFrame(std::string_view(frame).substr(0, size), Unknown::Refuse));
}

void TestFrame::everyFlippedByteIsAnErrorOrADecodableFrame()
{
    const Batch batch = segments();
    const std::string plain = unpacked(encodeFrame({&batch, 1}));
    for (std::size_t at = 0; at < plain.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string damaged = plain;
            damaged[at] = static_cast<char>(damaged[at] ^ 1 << bit);
            const auto decoded = decodeFrame(packed(damaged), Unknown::Skip);
            if (decoded && !decoded->empty())
                QVERIFY(!print(decoded->front()).empty());
        }
    }
    const std::string frame = encodeFrame({&batch, 1});
    std::string damaged = frame;
    damaged[frame.size() / 2] = static_cast<char>(damaged[frame.size() / 2] ^ 4);
    QVERIFY(!decodeFrame(damaged, Unknown::Skip));
}

void TestFrame::aFrameThatSaysItIsHugeIsRefusedUnread()
{
    const auto decoded = decodeFrame(packed(std::string(limits::frameMaxBytes + 1, '\0')), Unknown::Refuse);
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().code, u"frame-too-large"_s);
}

void TestFrame::unknownTablesAndColumnsAreNamedOrSkipped()
{
    const Batch batch = segments();
    std::string plain = unpacked(encodeFrame({&batch, 1}));
    std::string otherColumn = plain;
    otherColumn.replace(otherColumn.find("care"), 4, "cake");
    const auto refused = decodeFrame(packed(otherColumn), Unknown::Refuse);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"unknown-column"_s);
    QVERIFY(refused.error().detail.contains(u"segment has no column cake"_s));
    const auto skipped = decodeFrame(packed(otherColumn), Unknown::Skip);
    QVERIFY(skipped);
    QCOMPARE(skipped->front().columns, std::vector<int>{0});
    QCOMPARE(skipped->front().skipped, std::vector<std::string>{"cake"});
    QVERIFY(skipped->front().values[0].bytes(0) == "Hotel");

    plain[3] = 0x00;
    const auto noTable = decodeFrame(packed(plain), Unknown::Refuse);
    QVERIFY(!noTable);
    QCOMPARE(noTable.error().code, u"unknown-table"_s);
    const auto without = decodeFrame(packed(plain), Unknown::Skip);
    QVERIFY(without);
    QVERIFY(without->empty());
}

void TestFrame::nullInAColumnThatAllowsNoneIsRefused()
{
    Batch batch = Batch::over(BatchKind::Fields, *findTable("segment"), {0});
    batch.ids.push_back(70);
    batch.values[0].addNull();
    const auto decoded = decodeFrame(encodeFrame({&batch, 1}), Unknown::Refuse);
    QVERIFY(!decoded);
    QVERIFY(decoded.error().detail.contains(u"NULL in column name"_s));
}

QTEST_GUILESS_MAIN(TestFrame)
#include "tst_frame.moc"
