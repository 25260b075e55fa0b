#include "app/report/pdfreport.h"

#include "core/visit/progress.h"
#include "qml/controls/strokes/signaturestrokes.h"
#include "qml/theme/resources.h"
#include "tests/support/fieldday.h"
#include "tests/support/testdatabase.h"

#include <QCryptographicHash>
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <QThread>
#include <cmath>

using namespace turnus;
using namespace turnus::visit;
using namespace Qt::StringLiterals;
using tests::FieldDay;
using tests::TestDatabase;

namespace {

const QLocale german(QLocale::German, QLocale::Germany);
const QLocale english(QLocale::English, QLocale::UnitedKingdom);

/// A waved line, as a finger draws it.
QByteArray drawnName()
{
    SignatureStrokes drawn;
    drawn.aspect = 2.6;
    SignatureStrokes::Stroke stroke;
    for (int i = 0; i < 60; ++i)
        stroke.append({0.08 + i * 0.013, 0.5 + 0.25 * std::sin(i * 0.6) * (1 - i / 90.0)});
    drawn.strokes = {stroke, {{0.1, 0.85}, {0.7, 0.8}}};
    return drawn.toBytes();
}

QByteArray hexHash(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace

class TestPdfReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void wordsCanBeReadAndCopied_data();
    void wordsCanBeReadAndCopied();
    void fontsAreEmbedded();
    void sameDocumentIsTheSameFile();
    void textThatWasSignedTravelsInIt();
    void photosAreSmallPictures();
    void photoThatIsGoneIsSaid();
    void longTextsFlowOverPages();
    void shortVisitIsOnePage();
    void printsOnAnotherThread();

private:
    void record(int photos);
    QString photo(int number) const;
    ReportDocument document(const QLocale &locale, const QByteArray &strokes = drawnName());
    QByteArray print(const ReportDocument &document, const QString &name);
    QByteArray tool(const QString &program, const QStringList &arguments) const;
    [[nodiscard]] QString text() const; ///< of the PDF printed last
    [[nodiscard]] int pages() const;

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<FieldDay> m_day;
    std::unique_ptr<QTemporaryDir> m_files;
    VisitId m_visit;
    QString m_pdf;
};

void TestPdfReport::initTestCase()
{
    QVERIFY(theme::loadFonts());
}

void TestPdfReport::init()
{
    theme::useLanguage(english);
    m_database = std::make_unique<TestDatabase>();
    m_day = std::make_unique<FieldDay>(*m_database);
    m_files = std::make_unique<QTemporaryDir>();
    m_pdf = m_files->filePath(u"report.pdf"_s);
    m_database->execute(
        "INSERT INTO wording (id, channel, topic, version, language, body) VALUES "
        "(900, 1, 'letterhead', 1, 'de', 'Berger Kaffeetechnik' || char(10) || 'Probeweg 1, 20095 Musterstadt' || "
        "char(10) || "
        "'0123 555-0100 · service@berger-kaffeetechnik.example'),"
        "(901, 1, 'letterhead', 1, 'en', 'Berger Kaffeetechnik' || char(10) || 'Probeweg 1, 20095 Musterstadt'),"
        "(902, 1, 'signature', 1, 'de', 'Mit meiner Unterschrift bestätige ich, dass die aufgeführten Arbeiten "
        "ausgeführt "
        "wurden und ich den Bericht gesehen habe.')");
    m_visit = Visits(m_database->connection()).arrive(FieldDay::hotel, Arrival::ByHand, {}).value();
}

QString TestPdfReport::photo(int number) const
{
    QImage image(1'600, 1'200, QImage::Format_RGB32);
    image.fill(QColor::fromHsv(number * 29 % 360, 90, 170));
    QPainter painter(&image);
    painter.setBrush(QColor::fromHsv((number * 29 + 180) % 360, 120, 230));
    painter.drawEllipse(QPoint(800, 600), 300 + number * 10, 300);
    painter.end();
    const QString path = m_files->filePath(u"photo%1.jpg"_s.arg(number));
    return image.save(path, "JPG", 90) ? path : QString();
}

void TestPdfReport::record(int photos)
{
    storage::Connection &connection = m_database->connection();
    VisitLines lines(connection, m_visit);
    int number = 0;
    const auto list = lines.checklist().value();
    for (const ChecklistEntry &entry : list) {
        const bool defect = ++number == 2;
        const Answer answer = entry.kind == AnswerKind::Number ? Answer::Value : defect ? Answer::Defect : Answer::Ok;
        const Status kept =
            lines.answer(entry.item, answer, 9.1, defect ? u"Dichtung am Auslauf rissig, getauscht"_s : QString());
        QVERIFY2(kept, kept ? "" : qPrintable(kept.error().toString()));
    }
    QVERIFY(lines.recordReading(FieldDay::plausibleReading, false, false));
    QVERIFY(lines.recordGrade(4));
    QVERIFY(lines.recordFinding(u"Brühgruppe undicht"_s, u"Auslauf links"_s, 4));
    QVERIFY(lines.recordPart({FieldDay::gasket, u"BG-31"_s, u"Dichtung BG-31"_s, 2, PartSource::Van, Money{1450}}));
    QVERIFY(lines.recordPart({PartId{621}, u"PU-07"_s, u"Pumpe PU-07"_s, 1, PartSource::Order, {}}));
    DueNote note{.verdict = Verdict::Replace, .horizonMonths = 9, .customerInformed = true, .p50 = dayFrom(21'100)};
    QVERIFY(DueNotes(connection).record(m_visit, note));
    Attachments attachments(connection, m_files->filePath(u"content"_s));
    const LineId finding = lines.findings()->at(0).id;
    for (int i = 0; i < photos; ++i)
        QVERIFY(attachments.addPhoto(m_visit, photo(i), i < 2 ? finding : LineId()));
    m_database->clock.advance(std::chrono::minutes{50});
}

ReportDocument TestPdfReport::document(const QLocale &locale, const QByteArray &strokes)
{
    theme::useLanguage(locale);
    return prepareReport(m_database->connection(), m_files->filePath(u"content"_s), m_visit,
                         {u"Erika Mustermann"_s, strokes}, locale)
        .value();
}

QByteArray TestPdfReport::print(const ReportDocument &document, const QString &name)
{
    const auto rendered = printing::PdfReport().render(document);
    if (!rendered)
        qFatal("%s", qPrintable(rendered.error().toString()));
    QFile file(m_pdf);
    if (!file.open(QIODevice::WriteOnly) || file.write(rendered->bytes) != rendered->bytes.size())
        qFatal("no room for the PDF");
    file.close();
    const QString shown = qEnvironmentVariable("TURNUS_SCREENSHOTS");
    if (!shown.isEmpty())
        QFile::copy(m_pdf, QDir(shown).filePath(u"report-%1.pdf"_s.arg(name)));
    return rendered->bytes;
}

QByteArray TestPdfReport::tool(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

QString TestPdfReport::text() const
{
    return QString::fromUtf8(tool(u"pdftotext"_s, {u"-layout"_s, m_pdf, u"-"_s}));
}

int TestPdfReport::pages() const
{
    const QString info = QString::fromUtf8(tool(u"pdfinfo"_s, {m_pdf}));
    return QRegularExpression(u"Pages:\\s+(\\d+)"_s).match(info).captured(1).toInt();
}

void TestPdfReport::wordsCanBeReadAndCopied_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("de") << german
                        << QStringList{u"Berger Kaffeetechnik"_s,
                                       u"Servicebericht"_s,
                                       u"Hotel Musterhof"_s,
                                       u"Musterstraße 12"_s,
                                       u"BK4-20718"_s,
                                       u"Brühgruppe gereinigt"_s,
                                       u"9,1 bar"_s,
                                       u"214.380 Tassen"_s,
                                       u"Note 4"_s,
                                       u"Brühgruppe undicht"_s,
                                       u"29,00"_s,
                                       u"unbekannt"_s,
                                       u"Oktober 2027"_s,
                                       u"Erika Mustermann"_s,
                                       u"Seite 1 von"_s};
    QTest::newRow("en") << english
                        << QStringList{u"Service report"_s, u"Hotel Musterhof"_s,  u"BK4-20718"_s, u"214,380 cups"_s,
                                       u"grade 4"_s,        u"€29.00"_s,           u"unknown"_s,   u"October 2027"_s,
                                       u"Page 1 of"_s,      u"Erika Mustermann"_s, u"in order"_s};
}

void TestPdfReport::wordsCanBeReadAndCopied()
{
    QFETCH(const QLocale, locale);
    QFETCH(const QStringList, words);
    record(0);
    const ReportDocument printed = document(locale);
    print(printed, u"words-"_s + QString::fromLatin1(QTest::currentDataTag()));
    const QString read = text();
    for (const QString &word : words)
        QVERIFY2(read.contains(word), qPrintable(word + u" is not in:\n"_s + read));
    QVERIFY(read.contains(fingerprint(printed)));
    QVERIFY2(!read.contains(u" 0,00"_s) && !read.contains(u"€0"_s), "an unknown price is not nothing");
}

void TestPdfReport::fontsAreEmbedded()
{
    record(0);
    print(document(german), u"fonts"_s);
    const QStringList fonts = QString::fromUtf8(tool(u"pdffonts"_s, {m_pdf})).split(u'\n', Qt::SkipEmptyParts).mid(2);
    QVERIFY(!fonts.isEmpty());
    for (const QString &font : fonts) {
        QVERIFY2(font.contains(u"TurnusSans"_s), qPrintable(font));
        // name, type, encoding, emb, sub, uni, object
        QVERIFY2(QRegularExpression(u"yes (yes|no)\\s+yes"_s).match(font).hasMatch(), qPrintable(font));
    }
}

void TestPdfReport::sameDocumentIsTheSameFile()
{
    record(3);
    const ReportDocument signedOne = document(german);
    const QByteArray first = print(signedOne, u"same"_s);
    QCOMPARE(hexHash(print(signedOne, u"same"_s)), hexHash(first));
    ReportDocument other = signedOne;
    other.checks.at(0).text += u'!';
    QVERIFY(print(other, u"same"_s) != first);
    const QString created = QString::fromUtf8(tool(u"pdfinfo"_s, {u"-isodates"_s, m_pdf}));
    QVERIFY2(created.contains(toLocal(signedOne.ended).toString(u"yyyy-MM-ddTHH:mm:ss"_s)), qPrintable(created));
}

void TestPdfReport::textThatWasSignedTravelsInIt()
{
    record(2);
    const ReportDocument signedOne = document(german);
    print(signedOne, u"attached"_s);
    const QString out = m_files->filePath(u"out.txt"_s);
    tool(u"pdfdetach"_s, {u"-save"_s, u"1"_s, u"-o"_s, out, m_pdf});
    QFile file(out);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QCOMPARE(QString::fromUtf8(text), reportText(signedOne));
    QCOMPARE(QString::fromLatin1(hexHash(text)), fingerprint(signedOne));
}

void TestPdfReport::photosAreSmallPictures()
{
    record(12);
    const QByteArray pdf = print(document(german), u"12-photos"_s);
    const QStringList images =
        QString::fromUtf8(tool(u"pdfimages"_s, {u"-list"_s, m_pdf})).split(u'\n', Qt::SkipEmptyParts).mid(2);
    QCOMPARE(images.size(), 12);
    QVERIFY2(pdf.size() < 600'000, qPrintable(QString::number(pdf.size())));
    QVERIFY(pages() <= 3);
}

void TestPdfReport::photoThatIsGoneIsSaid()
{
    record(1);
    const ReportDocument signedOne = document(german);
    QVERIFY(QFile::remove(signedOne.findings.at(0).pictures.at(0).path));
    print(signedOne, u"photo-gone"_s);
    QVERIFY(text().contains(u"nicht verfügbar"_s));
}

void TestPdfReport::longTextsFlowOverPages()
{
    record(3);
    QString words;
    for (int i = 0; i < 260; ++i)
        words += u"Wort%1 "_s.arg(i);
    VisitLines lines(m_database->connection(), m_visit);
    QVERIFY(lines.answer(FieldDay::firstItem, Answer::Defect, {}, words));
    QVERIFY(lines.recordFinding(words, {}, 3));
    QVERIFY(lines.recordFinding(QString(600, u'x'), {}, {}));
    print(document(german), u"long"_s);
    const QString read = text();
    for (int i = 0; i < 260; ++i)
        QVERIFY2(read.count(QRegularExpression(u"\\bWort%1\\b"_s.arg(i))) == 2, qPrintable(QString::number(i)));
    QVERIFY(pages() >= 2);
    QVERIFY(read.contains(u"Seite %1 von %1"_s.arg(pages())));
}

void TestPdfReport::shortVisitIsOnePage()
{
    m_database->execute("DELETE FROM checklist_item; DELETE FROM checklist; DELETE FROM wording");
    print(document(german, {}), u"short"_s);
    QCOMPARE(pages(), 1);
    QVERIFY2(text().contains(u"Der getippte Name"_s), qPrintable(text()));
}

void TestPdfReport::printsOnAnotherThread()
{
    record(1);
    const ReportDocument signedOne = document(english);
    const QByteArray here = print(signedOne, u"thread"_s);
    QByteArray there;
    const std::unique_ptr<QThread> thread(
        QThread::create([&] { there = printing::PdfReport().render(signedOne)->bytes; }));
    thread->start();
    QVERIFY(thread->wait());
    QCOMPARE(hexHash(there), hexHash(here));
}

QTEST_MAIN(TestPdfReport)
#include "tst_pdfreport.moc"
