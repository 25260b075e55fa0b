#include "core/visit/completion.h"
#include "core/visit/progress.h"
#include "core/visit/wording.h"
#include "tests/support/fieldday.h"
#include "tests/support/plainreports.h"
#include "tests/support/testdatabase.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTest>
#include <algorithm>

using namespace turnus;
using namespace turnus::visit;
using namespace Qt::StringLiterals;
using tests::FieldDay;
using tests::TestDatabase;

namespace {

// The smallest PNG that is one: 1 x 1 pixel.
const QByteArray pixel = QByteArray::fromHex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cfc000000301010018dd8d"
    "b00000000049454e44ae426082");

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace

class TestCompletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void photoIsCopiedAndHashedBeforeItIsNamed();
    void whatIsNoPictureIsRefused();
    void fullDiskLeavesNoRow();
    void signedReportIsTheFileWithTheHash();
    void signatureProvesWhatTheReportSays();
    void whatChangedAfterTheSignatureIsNotKept();
    void reportTellsOnlyWhatTheCustomerWasTold();
    void reportRecommendsNothingDuringAComplaint();
    void reportNamesUnknownPrices();
    void companyWritesItsLetterheadAndWhatIsConfirmed();
    void completingTwiceIsRefused();
    void requiredItemsHoldItBack();
    void signatureNeedsAName();
    void repairIsAFactOfItsOwn();
    void unknownPriceMakesTheRepairsCostUnknown();
    void dueNoteComesBackAsWritten();

private:
    storage::Connection &connection() { return m_database->connection(); }
    QString content() const { return m_files->filePath(u"content"_s); }
    QString picture() const
    {
        QFile file(m_files->filePath(u"camera.jpg"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(pixel) != pixel.size())
            qFatal("no test picture");
        return file.fileName();
    }
    void answerAll()
    {
        VisitLines lines(connection(), m_visit);
        const auto list = lines.checklist().value();
        for (const ChecklistEntry &entry : list)
            QVERIFY(lines.answer(entry.item, entry.kind == AnswerKind::Number ? Answer::Value : Answer::Ok, 9.1));
    }
    Status finish(const QString &signer = u"Erika Mustermann"_s)
    {
        TURNUS_ASSIGN(document, prepareReport(connection(), content(), m_visit, {signer, "strokes"}, QLocale::c()));
        return keep(document);
    }
    Status keep(const ReportDocument &document)
    {
        return complete(connection(), content(), m_visit, document, *tests::PlainReports().render(document),
                        QLocale::c());
    }
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<FieldDay> m_day;
    std::unique_ptr<QTemporaryDir> m_files;
    VisitId m_visit;
};

void TestCompletion::init()
{
    m_database = std::make_unique<TestDatabase>();
    m_day = std::make_unique<FieldDay>(*m_database);
    m_files = std::make_unique<QTemporaryDir>();
    m_visit = Visits(connection()).arrive(FieldDay::hotel, Arrival::ByHand, {}).value();
}

void TestCompletion::photoIsCopiedAndHashedBeforeItIsNamed()
{
    Attachments attachments(connection(), content());
    QVERIFY(attachments.addPhoto(m_visit, picture()));
    const auto photos = attachments.photos(m_visit).value();
    QCOMPARE(photos.size(), size_t{1});
    QCOMPARE(photos.at(0).sha256, hashOf(pixel));
    QCOMPARE(photos.at(0).mediaType, u"image/png"_s); // by its bytes, not by its name
    QCOMPARE(photos.at(0).carried, schedule::Carried::Local);
    QFile stored(attachments.pathOf(photos.at(0).sha256));
    QVERIFY(stored.open(QIODevice::ReadOnly));
    QCOMPARE(stored.readAll(), pixel);
    QCOMPARE(m_database->integer("SELECT present FROM content_file WHERE sha256 <> 'b620'"), 1);
    m_database->execute("DELETE FROM outbox");
    // The server has the row, but not yet the bytes.
    QCOMPARE(attachments.photos(m_visit)->at(0).carried, schedule::Carried::Sent);
    m_database->execute("UPDATE content_file SET held = 1");
    QCOMPARE(attachments.photos(m_visit)->at(0).carried, schedule::Carried::Confirmed);
}

void TestCompletion::whatIsNoPictureIsRefused()
{
    QFile file(m_files->filePath(u"virus.png"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n");
    file.close();
    Attachments attachments(connection(), content());
    QCOMPARE(attachments.addPhoto(m_visit, file.fileName()).error().code, u"not-a-picture"_s);
    QVERIFY(!attachments.addPhoto(m_visit, m_files->filePath(u"missing.png"_s)));
    QCOMPARE(m_database->integer("SELECT count(*) FROM attachment"), 0);
}

void TestCompletion::fullDiskLeavesNoRow()
{
    // a file stands where the content directory should be
    QFile blocker(content());
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    Attachments attachments(connection(), content());
    QCOMPARE(attachments.addPhoto(m_visit, picture()).error().code, u"disk"_s);
    QCOMPARE(m_database->integer("SELECT count(*) FROM attachment"), 0);
}

void TestCompletion::signedReportIsTheFileWithTheHash()
{
    answerAll();
    VisitLines lines(connection(), m_visit);
    QVERIFY(lines.recordReading(FieldDay::plausibleReading, false, false));
    QVERIFY(lines.recordGrade(4));
    QVERIFY(lines.recordFinding(u"Brühgruppe undicht"_s, {}, 4));
    m_database->clock.advance(std::chrono::minutes{50});
    const Status done = finish();
    QVERIFY2(done, done ? "" : qPrintable(done.error().toString()));
    const VisitFacts facts = loadFacts(connection(), content(), m_visit).value();
    QVERIFY(facts.visit.completed);
    QCOMPARE(*facts.visit.ended - facts.visit.started, milliseconds(std::chrono::minutes{50}));
    QCOMPARE(facts.signer, u"Erika Mustermann"_s);
    QVERIFY(facts.visit.summary.contains(u"Brühgruppe undicht"_s));
    const QString hash = *connection().read([&] {
        storage::Statement row = connection().query("SELECT report_sha256 FROM signature");
        return row.step() ? row.text(0) : QString();
    });
    QFile report(content() + u'/' + hash);
    QVERIFY(report.open(QIODevice::ReadOnly));
    const QByteArray text = report.readAll();
    QCOMPARE(hashOf(text), hash);
    QVERIFY(text.contains("Hotel Musterhof"));
    QVERIFY(text.contains("214380 cups"));
    QCOMPARE(m_database->integer("SELECT count(*) FROM attachment WHERE kind = 'report'"), 1);
    QCOMPARE(m_database->integer("SELECT count(*) FROM appointment WHERE id = 502 AND status = 'done'"), 1);
    QCOMPARE(progressOf(facts, {}).steps.back().done, true);
}

void TestCompletion::signatureProvesWhatTheReportSays()
{
    answerAll();
    QVERIFY(Attachments(connection(), content()).addPhoto(m_visit, picture()));
    const auto document =
        prepareReport(connection(), content(), m_visit, {u"Erika Mustermann"_s, "strokes"}, QLocale::c()).value();
    const QString text = reportText(document);
    QVERIFY2(text.contains(hashOf(pixel)), "the photo is bound by its hash");
    QVERIFY2(text.contains(hashOf("strokes")), "so is the drawn signature");
    QCOMPARE(fingerprint(document), hashOf(text.toUtf8()));
    ReportDocument other = document;
    other.checks.at(0).text = u"defect"_s;
    QVERIFY(fingerprint(other) != fingerprint(document));
}

void TestCompletion::whatChangedAfterTheSignatureIsNotKept()
{
    answerAll();
    const auto document =
        prepareReport(connection(), content(), m_visit, {u"Erika Mustermann"_s, "strokes"}, QLocale::c()).value();
    QVERIFY(VisitLines(connection(), m_visit).recordFinding(u"Nachtrag"_s, {}, 3));
    QCOMPARE(keep(document).error().code, u"report-changed"_s);
    QCOMPARE(m_database->integer("SELECT count(*) FROM signature"), 0);
    QCOMPARE(m_database->integer("SELECT count(*) FROM attachment"), 0);
    QVERIFY(!loadFacts(connection(), content(), m_visit)->visit.completed);
    QVERIFY(finish());
}

void TestCompletion::reportTellsOnlyWhatTheCustomerWasTold()
{
    answerAll();
    DueNote note{.verdict = Verdict::Replace, .horizonMonths = 9, .customerInformed = false};
    QVERIFY(DueNotes(connection()).record(m_visit, note));
    const auto advice = [&] {
        return prepareReport(connection(), content(), m_visit, {u"Erika Mustermann"_s, {}}, QLocale::c())
            .value()
            .advice.fields.size();
    };
    QCOMPARE(advice(), size_t{0});
    note.customerInformed = true;
    QVERIFY(DueNotes(connection()).record(m_visit, note));
    QCOMPARE(advice(), size_t{1});
}

void TestCompletion::reportRecommendsNothingDuringAComplaint()
{
    answerAll();
    const DueNote note{.verdict = Verdict::Replace, .horizonMonths = 9, .customerInformed = true};
    QVERIFY(DueNotes(connection()).record(m_visit, note));
    const auto advises = [&] {
        const VisitFacts facts = loadFacts(connection(), content(), m_visit).value();
        const auto document =
            reportDocument(connection(), content(), facts, connection().clock().now(), {}, QLocale::c());
        const bool report = !document->advice.fields.empty();
        const auto lines = reportLines(facts, connection().clock().now(), QLocale::c());
        const bool summary = std::ranges::any_of(lines, [](const auto &line) { return line.label == u"Advice"; });
        return report == summary ? std::optional(report) : std::nullopt;
    };
    QCOMPARE(advises(), std::optional(true));
    m_database->execute(
        "INSERT INTO complaint (id, channel, customer_id, technician_id, what, opened) SELECT 7000, "
        "channel, customer_id, technician_id, 'Zu laut', started FROM visit WHERE appointment_id = 502");
    QCOMPARE(advises(), std::optional(false));
    QVERIFY(finish());
    QCOMPARE(advises(), std::optional(false));
    // What was signed stays what it was.
    m_database->clock.advance(std::chrono::hours{1});
    const std::string later = std::to_string(toInteger(m_database->clock.now()));
    m_database->execute(("UPDATE complaint SET settlement = 'Gedämmt', settled = " + later).c_str());
    QCOMPARE(advises(), std::optional(false));
    m_database->execute("UPDATE complaint SET settled = opened");
    QCOMPARE(advises(), std::optional(true));
    m_database->execute(("UPDATE complaint SET settled = NULL, settlement = NULL, opened = " + later).c_str());
    QCOMPARE(advises(), std::optional(true));
}

void TestCompletion::reportNamesUnknownPrices()
{
    answerAll();
    VisitLines lines(connection(), m_visit);
    QVERIFY(lines.recordPart({PartId{621}, {}, u"Pumpe PU-07"_s, 1, PartSource::Order, {}}));
    const auto parts = [&] {
        return prepareReport(connection(), content(), m_visit, {u"Erika Mustermann"_s, {}}, QLocale::c()).value().parts;
    };
    QCOMPARE(parts().rows.at(0).price, u"unknown"_s);
    QCOMPARE(parts().sum, u"unknown"_s);
    QVERIFY(lines.recordPart({FieldDay::gasket, {}, u"Dichtung BG-31"_s, 2, PartSource::Van, Money{1450}}));
    QCOMPARE(parts().sum, Money{2900}.toString(QLocale::c()));
    QVERIFY(parts().note.contains(u"without a price"_s));
}

void TestCompletion::companyWritesItsLetterheadAndWhatIsConfirmed()
{
    answerAll();
    m_database->execute("INSERT INTO wording (id, channel, topic, version, language, body) VALUES "
                        "(900, 1, 'letterhead', 1, 'en', 'Old Name'),"
                        "(901, 1, 'letterhead', 2, 'en', 'Berger Ltd' || char(10) || 'Probeweg 1'),"
                        "(902, 1, 'letterhead', 1, 'de', 'Berger GmbH'),"
                        "(903, 1, 'signature', 1, 'en', 'The work was done.')");
    const auto in = [&](const QLocale &locale) {
        return prepareReport(connection(), content(), m_visit, {u"Erika Mustermann"_s, {}}, locale).value();
    };
    QCOMPARE(in(QLocale::English).letterhead, (QStringList{u"Berger Ltd"_s, u"Probeweg 1"_s}));
    QCOMPARE(in(QLocale::German).letterhead, QStringList{u"Berger GmbH"_s});
    QCOMPARE(in(QLocale::German).signature.statement, u"The work was done."_s);
}

void TestCompletion::completingTwiceIsRefused()
{
    answerAll();
    QVERIFY(finish());
    QCOMPARE(finish().error().code, u"completed"_s);
    QCOMPARE(m_database->integer("SELECT count(*) FROM signature"), 1);
}

void TestCompletion::requiredItemsHoldItBack()
{
    QCOMPARE(finish().error().code, u"required-open"_s);
    QCOMPARE(m_database->integer("SELECT count(*) FROM signature"), 0);
    const Progress steps = progressOf(loadFacts(connection(), content(), m_visit).value(), {});
    QVERIFY(steps.steps.back().blocked);
}

void TestCompletion::signatureNeedsAName()
{
    answerAll();
    QCOMPARE(finish(u" "_s).error().code, u"signer-missing"_s);
}

void TestCompletion::repairIsAFactOfItsOwn()
{
    m_database->execute("UPDATE visit SET kind = 'repair'");
    VisitLines lines(connection(), m_visit);
    QVERIFY(lines.recordPart({FieldDay::gasket, {}, u"Dichtung BG-31"_s, 2, PartSource::Van, Money{1450}}));
    QVERIFY(finish());
    QCOMPARE(m_database->integer("SELECT cost_cents FROM repair"), 2900);
}

void TestCompletion::unknownPriceMakesTheRepairsCostUnknown()
{
    m_database->execute("UPDATE visit SET kind = 'repair'");
    VisitLines lines(connection(), m_visit);
    QVERIFY(lines.recordPart({PartId{621}, {}, u"Pumpe PU-07"_s, 1, PartSource::Order, {}}));
    QVERIFY(finish());
    QCOMPARE(m_database->integer("SELECT count(*) FROM repair WHERE cost_cents IS NULL"), 1);
}

void TestCompletion::dueNoteComesBackAsWritten()
{
    forecast::Forecast seen;
    seen.status = forecast::DueStatus::Due;
    seen.p10 = dayFrom(21'000);
    seen.p50 = dayFrom(21'100);
    seen.p90 = dayFrom(21'300);
    seen.reasons = {{.kind = forecast::ReasonKind::Condition, .monthsEarlier = 4.2, .grade = 4, .count = 2}};
    DueNote note{.verdict = Verdict::Replace, .horizonMonths = 9, .customerInformed = true};
    note.signs = Sign::Grade | Sign::PartsEnd;
    setForecast(note, seen);
    note.id = DueNotes(connection()).record(m_visit, note).value();
    QCOMPARE(*DueNotes(connection()).ofVisit(m_visit).value(), note);
    QCOMPARE(note.reasons, u"condition months=4.2 grade=4 count=2"_s);
    DueNote later{.verdict = Verdict::Keep};
    later.id = DueNotes(connection()).record(m_visit, later).value();
    QCOMPARE(DueNotes(connection()).ofVisit(m_visit)->value().verdict, Verdict::Keep);
}

QTEST_GUILESS_MAIN(TestCompletion)
#include "tst_completion.moc"
