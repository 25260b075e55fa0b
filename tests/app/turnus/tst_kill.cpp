// kill -9 of the app in the middle of a visit, again and again: started anew it goes on where it was, and nothing that
// was recorded is lost or there twice. The app runs in a process of its own, worked by touch.
#include "app/turnus-walkthrough/finger.h"
#include "app/turnus/application.h"
#include "tests/support/fieldday.h"
#include "tests/support/testdatabase.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QProcess>
#include <QQuickItem>
#include <QQuickWindow>
#include <QRandomGenerator>
#include <QTest>
#include <QTextStream>
#include <algorithm>
#include <array>

using namespace turnus;
using namespace Qt::StringLiterals;
using tests::FieldDay;
using tests::TestDatabase;
using walkthrough::Finger;

namespace {

const QString reading = u"214380"_s;
const QString defect = u"Brühgruppe undicht"_s;
constexpr int leastKills = 8;
constexpr int mostKills = 80;
constexpr int mostSteps = 3; ///< that one run may do before it is killed
constexpr int mostDelayMs = 300;
constexpr int patienceMs = 120'000;

/// A technician who looks at the screen and does what comes next; who killed the app before does not matter to him.
class Technician
{
public:
    explicit Technician(app::Application &application)
        : m_database(application.connection()), m_finger(*application.window())
    {
    }

    /// The name of the step that shows; by the item that only this step has.
    [[nodiscard]] QString step() const
    {
        for (const auto &[name, item] : steps) {
            if (m_finger.find(item))
                return name;
        }
        return {};
    }
    [[nodiscard]] bool isDone() const
    {
        return integer("SELECT count(*) FROM visit WHERE status = 'completed' AND appointment_id = 502") > 0;
    }
    [[nodiscard]] qint64 recorded() const { return integer("SELECT count(*) FROM outbox"); }
    [[nodiscard]] Status act(const QString &step);

    struct Step
    {
        QString name;
        QString item;
    };
    /// From what lies on top to what lies below.
    inline static const std::array steps{Step{u"due-note"_s, u"due.verdict.2"_s},
                                         Step{u"signature"_s, u"signature.box.pad"_s},
                                         Step{u"recommendation"_s, u"recommendation"_s},
                                         Step{u"findings"_s, u"findings.what"_s},
                                         Step{u"photos"_s, u"photos"_s},
                                         Step{u"parts"_s, u"parts"_s},
                                         Step{u"readings"_s, u"readings.display"_s},
                                         Step{u"checklist"_s, u"checklist"_s},
                                         Step{u"visit"_s, u"visit.actions.primary"_s},
                                         Step{u"arrive"_s, u"arrive.actions.primary"_s},
                                         Step{u"today"_s, u"today.actions.primary"_s}};

private:
    [[nodiscard]] qint64 integer(const char *sql) const
    {
        return m_database
            .read([&] {
                storage::Statement row = m_database.query(sql);
                return row.step() ? row.integer(0) : 0;
            })
            .value_or(-1);
    }
    [[nodiscard]] QString shown(const QString &name) const
    {
        const QQuickItem *item = m_finger.find(name);
        return item ? item->property("text").toString() : QString();
    }
    [[nodiscard]] Status forward() { return m_finger.tap(u"step.actions.primary"_s); }
    [[nodiscard]] Status check();
    [[nodiscard]] Status read();
    [[nodiscard]] Status note();

    storage::Connection &m_database;
    Finger m_finger;
};

Status Technician::act(const QString &step)
{
    if (step == u"today" || step == u"arrive" || step == u"visit")
        return m_finger.tap(step + u".actions.primary"_s);
    if (step == u"checklist")
        return check();
    if (step == u"readings")
        return read();
    if (step == u"parts") {
        const qint64 used = integer("SELECT coalesce(sum(quantity), 0) FROM part_use");
        return used == 0   ? m_finger.tap(u"parts.hit.0.van"_s)
               : used == 1 ? m_finger.tap(u"parts.used.0.more"_s)
                           : forward();
    }
    if (step == u"photos")
        return forward();
    if (step == u"findings") {
        const QString typed = shown(u"findings.what"_s);
        if (typed == defect) {
            TURNUS_TRY(m_finger.tap(u"findings.grade.4"_s));
            return forward();
        }
        return m_finger.type(u"findings.what"_s, defect.mid(typed.size(), 6));
    }
    if (step == u"recommendation")
        return integer("SELECT count(*) FROM due_note") > 0 ? forward() : m_finger.tap(u"recommendation.note"_s);
    if (step == u"due-note")
        return note();
    if (m_finger.find(u"signature.suggestion"_s))
        TURNUS_TRY(m_finger.tap(u"signature.suggestion"_s));
    TURNUS_TRY(m_finger.draw(u"signature.box.pad"_s, {{0.1, 0.6}, {0.3, 0.3}, {0.5, 0.7}, {0.8, 0.4}}));
    TURNUS_TRY(forward());
    return m_finger.waitFor(u"the report to be saved"_s, [this] { return isDone(); });
}

Status Technician::check()
{
    const qint64 answered = integer("SELECT count(*) FROM checklist_answer");
    if (answered < 2)
        return m_finger.tap(u"check.%1.answer.0"_s.arg(answered));
    if (answered == 2 && shown(u"check.2.value"_s) != u"9")
        return m_finger.type(u"check.2.value"_s, u"9"_s);
    return forward();
}

Status Technician::read()
{
    if (integer("SELECT count(*) FROM meter_reading WHERE visit_id IS NOT NULL") > 0)
        return forward();
    const QString display = shown(u"readings.display"_s);
    const QString missing = reading.mid(display.size(), 2);
    for (const QChar digit : missing)
        TURNUS_TRY(m_finger.tap(u"pad."_s + digit));
    if (!missing.isEmpty())
        return {};
    TURNUS_TRY(m_finger.tap(u"readings.grade.4"_s));
    return m_finger.tap(u"pad.ok"_s);
}

Status Technician::note()
{
    TURNUS_TRY(m_finger.tap(u"due.verdict.2"_s));
    TURNUS_TRY(m_finger.tap(u"due.horizon.9"_s));
    TURNUS_TRY(m_finger.tap(u"due.informed.0"_s));
    return m_finger.tap(u"due.actions.helper"_s);
}

/// The child: tells each step before it acts, and how many operations the outbox holds.
int perform(const QString &directory)
{
    QTextStream out(stdout);
    const tests::FakeClock clock;
    auto opened = app::Application::open({.dataDirectory = directory,
                                          .language = u"de"_s,
                                          .theme = u"light"_s,
                                          .position = schedule::GeoPoint{52.0, 9.0}},
                                         clock);
    if (!opened || !(*opened)->show()) {
        QTextStream(stderr) << (opened ? u"no window"_s : opened.error().toString()) << Qt::endl;
        return 1;
    }
    Technician technician(**opened);
    if (!QTest::qWaitFor([&] { return !technician.step().isEmpty(); }, patienceMs))
        return 1;
    while (!technician.isDone()) {
        if (!QTest::qWaitFor([&] { return !technician.step().isEmpty(); }, patienceMs))
            return 1;
        const QString step = technician.step();
        out << step << ' ' << technician.recorded() << Qt::endl;
        if (const Status acted = technician.act(step); !acted) {
            QTextStream(stderr) << step << ": " << acted.error().toString() << Qt::endl;
            return 1;
        }
    }
    return 0;
}

int depthOf(const QString &step)
{
    const auto found =
        std::ranges::find(Technician::steps, step == u"due-note" ? u"recommendation"_s : step, &Technician::Step::name);
    return static_cast<int>(Technician::steps.end() - found);
}

} // namespace

class TestKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void visitGoesOnAfterEveryKill();
};

namespace {

/// What one run of the app told before it ended or was killed.
struct Run
{
    bool killed = false;
    int exitCode = 0;
    QString firstStep;
    QString lastStep;
    qint64 recorded = 0; ///< operations in the outbox when it began its last step
};

/// Runs the app and kills it at the given step, counted from 0, after a delay; or to its end when that comes first.
Run runAndKill(const QString &directory, int step, int delayMs)
{
    Run run;
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {u"--visit"_s, directory});
    for (int told = 0; told <= step; ++told) {
        if (!child.canReadLine() && !child.waitForReadyRead(patienceMs))
            break;
        const QStringList words = QString::fromUtf8(child.readLine()).trimmed().split(u' ');
        if (told == 0)
            run.firstStep = words.first();
        run.lastStep = words.first();
        run.recorded = words.last().toLongLong();
    }
    run.killed = !child.waitForFinished(delayMs) && child.state() != QProcess::NotRunning;
    child.kill();
    child.waitForFinished();
    if (!run.killed)
        run.exitCode = child.exitStatus() == QProcess::NormalExit ? child.exitCode() : -1;
    return run;
}

} // namespace

void TestKill::visitGoesOnAfterEveryKill()
{
    TestDatabase database;
    const FieldDay day(database);
    const QString directory = QFileInfo(database.path()).path();
    QRandomGenerator random(20'261'124);
    int kills = 0;
    QString before = u"today"_s;
    for (bool ended = false; !ended;) {
        const Run run = runAndKill(directory, random.bounded(mostSteps), random.bounded(mostDelayMs));
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(depthOf(run.firstStep) >= depthOf(before), qPrintable(before + u" before, now "_s + run.firstStep));
        database.reopen();
        QVERIFY(database.integer("SELECT count(*) FROM outbox") >= run.recorded);
        before = run.lastStep;
        ended = !run.killed;
        kills += run.killed ? 1 : 0;
        QVERIFY(kills < mostKills);
    }
    QVERIFY2(kills >= leastKills, qPrintable(u"only %1 kills"_s.arg(kills)));
    QCOMPARE(database.integer("SELECT count(*) FROM visit WHERE appointment_id = 502"), 1);
    QCOMPARE(database.integer("SELECT count(*) FROM visit WHERE appointment_id = 502 AND status = 'completed'"), 1);
    QCOMPARE(database.integer("SELECT count(*) FROM checklist_answer"), 3);
    QCOMPARE(database.integer("SELECT count(*) FROM meter_reading WHERE visit_id IS NOT NULL"), 1);
    QCOMPARE(database.integer("SELECT value FROM meter_reading WHERE visit_id IS NOT NULL"), 214'380);
    QCOMPARE(database.integer("SELECT sum(quantity) FROM part_use"), 2);
    QCOMPARE(database.integer("SELECT count(*) FROM finding WHERE what = 'Brühgruppe undicht'"), 1);
    QCOMPARE(database.integer("SELECT count(*) FROM due_note WHERE verdict = 'replace' AND horizon_months = 9"), 1);
    QCOMPARE(database.integer("SELECT count(*) FROM signature WHERE length(strokes) > 20"), 1);
}

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == u"--visit")
        return perform(arguments.at(2));
    TestKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_kill.moc"
