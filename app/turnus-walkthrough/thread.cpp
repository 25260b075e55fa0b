#include "app/turnus-walkthrough/thread.h"

#include "app/turnus/application.h"

#include <QDir>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace turnus::walkthrough {

namespace {

const QSize handheldSize(412, 892);
const QSize tabletSize(1280, 800);
/// In front of the hotel of the demo company where the grinder is due.
const schedule::GeoPoint hamburg{53.5511, 9.9937};
constexpr auto technician = "jana.muster";
constexpr auto supervisor = "birgit.berger";
constexpr auto password = "demo-turnus";
/// The hotel is the third appointment of the demo company's technician.
constexpr auto hotel = "today.stop.2";

const QList<QPointF> signatureLine{{0.12, 0.62}, {0.18, 0.30}, {0.24, 0.66}, {0.30, 0.42}, {0.36, 0.62}, {0.42, 0.48},
                                   {0.48, 0.60}, {0.56, 0.36}, {0.60, 0.64}, {0.68, 0.50}, {0.80, 0.56}};

} // namespace

Thread::Thread(const Options &options, const Clock &clock) : m_options(options), m_clock(clock) {}

Thread::~Thread() = default;

Status Thread::run()
{
    if (!QDir().mkpath(m_options.pictures))
        return fail(Domain::Storage, u"io", u"cannot make "_s + m_options.pictures);
    TURNUS_TRY(open(u"technician"_s, handheldSize));
    TURNUS_TRY(signIn(QString::fromLatin1(technician)));
    TURNUS_TRY(goOffline(true));
    TURNUS_TRY(arrive());
    TURNUS_TRY(checkAndRead());
    TURNUS_TRY(partsAndFinding());
    TURNUS_TRY(noteAndShow());
    TURNUS_TRY(refer());
    TURNUS_TRY(sign());
    TURNUS_TRY(goOffline(false));
    TURNUS_TRY(sync());
    TURNUS_TRY(open(u"supervisor"_s, tabletSize));
    TURNUS_TRY(signIn(QString::fromLatin1(supervisor)));
    TURNUS_TRY(approve());
    TURNUS_TRY(open(u"technician"_s, handheldSize));
    TURNUS_TRY(seeTheBonus());
    close();
    return {};
}

Status Thread::open(const QString &handheld, QSize size)
{
    close();
    app::Options options;
    options.dataDirectory = QDir(m_options.directory).filePath(handheld);
    options.server = m_options.server;
    options.language = m_options.language;
    options.theme = u"light"_s;
    options.size = size;
    options.position = hamburg;
    TURNUS_ASSIGN(application, app::Application::open(options, m_clock));
    m_application = std::move(application);
    if (!m_application->show())
        return fail(Domain::Content, u"walkthrough", u"the interface does not load"_s);
    m_finger = std::make_unique<Finger>(*m_application->window());
    return {};
}

void Thread::close()
{
    m_finger.reset();
    m_application.reset();
}

Status Thread::picture(const QString &name)
{
    const QString file = u"%1-%2.png"_s.arg(++m_pictures, 2, 10, QLatin1Char('0')).arg(name);
    QTextStream(stdout) << "  " << file << Qt::endl;
    return m_finger->picture(QDir(m_options.pictures).filePath(file));
}

Status Thread::tapTo(const QString &name, const QString &picture)
{
    TURNUS_TRY(m_finger->tap(name));
    return this->picture(picture);
}

qint64 Thread::waiting() const
{
    storage::Connection &connection = m_application->connection();
    return connection
        .read([&] {
            storage::Statement row = connection.query("SELECT count(*) FROM outbox");
            return row.step() ? row.integer(0) : 0;
        })
        .value_or(-1);
}

Status Thread::signIn(const QString &login)
{
    TURNUS_TRY(m_finger->see(u"signIn.login"_s));
    TURNUS_TRY(m_finger->type(u"signIn.login"_s, login));
    TURNUS_TRY(m_finger->type(u"signIn.password"_s, QString::fromLatin1(password)));
    TURNUS_TRY(picture(u"sign-in-"_s + login.section(u'.', 0, 0)));
    TURNUS_TRY(m_finger->tap(u"signIn.go"_s));
    return m_finger->waitFor(u"the first page after the sign-in"_s, [this] {
        return m_application->session().isSignedIn() && m_finger->find(u"syncChip"_s) != nullptr;
    });
}

Status Thread::goOffline(bool offline)
{
    TURNUS_TRY(m_finger->tap(u"nav.more"_s));
    TURNUS_TRY(m_finger->tap(u"more.settings"_s));
    TURNUS_TRY(tapTo(u"settings.offline"_s, offline ? u"offline"_s : u"online"_s));
    TURNUS_TRY(m_finger->tap(u"back"_s));
    TURNUS_TRY(m_finger->tap(u"nav.today"_s));
    return offline ? picture(u"today"_s) : Status();
}

Status Thread::arrive()
{
    TURNUS_TRY(tapTo(QString::fromLatin1(hotel), u"on-the-way"_s));
    return tapTo(u"arrive.actions.primary"_s, u"visit"_s);
}

Status Thread::checkAndRead()
{
    TURNUS_TRY(tapTo(u"visit.actions.primary"_s, u"checklist"_s));
    for (int item = 0; m_finger->find(u"check.%1"_s.arg(item)); ++item) {
        const QString name = u"check.%1"_s.arg(item);
        if (m_finger->find(name + u".answer.0"_s))
            TURNUS_TRY(m_finger->tap(name + u".answer.0"_s));
        else if (m_finger->find(name + u".value"_s))
            TURNUS_TRY(m_finger->type(name + u".value"_s, item == 1 ? u"9"_s : u"25"_s)); // grams, seconds
    }
    TURNUS_TRY(picture(u"checklist-done"_s));
    TURNUS_TRY(m_finger->tap(u"step.actions.primary"_s));
    for (const QChar digit : u"832100"_s)
        TURNUS_TRY(m_finger->tap(u"pad."_s + digit));
    TURNUS_TRY(picture(u"reading"_s));
    TURNUS_TRY(m_finger->tap(u"readings.grade.4"_s));
    TURNUS_TRY(picture(u"reading-and-grade"_s));
    TURNUS_TRY(m_finger->tap(u"pad.ok"_s));
    return m_finger->tap(u"step.actions.primary"_s);
}

Status Thread::partsAndFinding()
{
    TURNUS_TRY(m_finger->type(u"parts.search"_s, u"mahl"_s));
    TURNUS_TRY(m_finger->tap(u"parts.hit.0.van"_s));
    TURNUS_TRY(picture(u"parts"_s));
    TURNUS_TRY(m_finger->tap(u"step.actions.primary"_s));
    TURNUS_TRY(picture(u"photos"_s));
    TURNUS_TRY(m_finger->tap(u"step.actions.primary"_s));
    TURNUS_TRY(m_finger->type(u"findings.what"_s, u"Mahlscheiben stumpf, Mahlgut heiß"_s));
    TURNUS_TRY(m_finger->type(u"findings.place"_s, u"Mahlwerk"_s));
    TURNUS_TRY(m_finger->tap(u"findings.grade.4"_s));
    TURNUS_TRY(picture(u"finding"_s));
    return m_finger->tap(u"step.actions.primary"_s);
}

Status Thread::noteAndShow()
{
    TURNUS_TRY(picture(u"recommendation"_s));
    if (!m_finger->find(u"due.verdict.2"_s)) // the note opens by itself where a replacement is near
        TURNUS_TRY(m_finger->tap(u"recommendation.note"_s));
    TURNUS_TRY(m_finger->tap(u"due.verdict.2"_s));
    TURNUS_TRY(m_finger->tap(u"due.horizon.6"_s));
    TURNUS_TRY(m_finger->tap(u"due.informed.0"_s));
    TURNUS_TRY(picture(u"due-note"_s));
    TURNUS_TRY(tapTo(u"due.actions.primary"_s, u"proposal"_s));
    TURNUS_TRY(tapTo(u"proposal.actions.helper"_s, u"presentation-1"_s));
    TURNUS_TRY(m_finger->swipeLeft(u"presentation.pages"_s));
    TURNUS_TRY(picture(u"presentation-2"_s));
    TURNUS_TRY(m_finger->swipeLeft(u"presentation.pages"_s));
    TURNUS_TRY(picture(u"presentation-3"_s));
    return m_finger->hold(u"presentation.end"_s);
}

Status Thread::refer()
{
    TURNUS_TRY(m_finger->tap(u"proposal.repair"_s));
    TURNUS_TRY(m_finger->type(u"repair.price"_s, u"780"_s));
    TURNUS_TRY(m_finger->tap(u"repair.accept"_s));
    TURNUS_TRY(picture(u"proposal-with-repair"_s));
    TURNUS_TRY(m_finger->tap(u"proposal.actions.primary"_s));
    TURNUS_TRY(m_finger->tap(u"referral.interest.0"_s));
    TURNUS_TRY(m_finger->tap(u"referral.agreed"_s));
    TURNUS_TRY(m_finger->tap(u"referral.phone"_s));
    TURNUS_TRY(picture(u"referral"_s));
    TURNUS_TRY(tapTo(u"referral.actions.primary"_s, u"referral-handed-over"_s));
    return m_finger->tap(u"referral.actions.primary"_s);
}

Status Thread::sign()
{
    TURNUS_TRY(picture(u"recommendation-done"_s));
    TURNUS_TRY(m_finger->tap(u"step.actions.primary"_s));
    TURNUS_TRY(m_finger->draw(u"signature.box.pad"_s, signatureLine));
    if (m_finger->find(u"signature.suggestion"_s))
        TURNUS_TRY(m_finger->tap(u"signature.suggestion"_s));
    else
        TURNUS_TRY(m_finger->type(u"signature.name"_s, u"K. Elbers"_s));
    TURNUS_TRY(picture(u"signature"_s));
    TURNUS_TRY(m_finger->tap(u"step.actions.primary"_s));
    TURNUS_TRY(m_finger->see(u"visit.actions.primary"_s)); // the report is made and saved
    TURNUS_TRY(picture(u"completed"_s));
    TURNUS_TRY(tapTo(u"visit.actions.primary"_s, u"today-with-a-visit-done"_s));
    TURNUS_TRY(tapTo(u"syncChip"_s, u"outbox-offline"_s));
    return m_finger->tap(u"back"_s);
}

Status Thread::sync()
{
    TURNUS_TRY(tapTo(u"syncChip"_s, u"outbox"_s));
    TURNUS_TRY(m_finger->tap(u"outbox.primary"_s));
    TURNUS_TRY(m_finger->waitFor(u"everything to be confirmed"_s, [this] { return waiting() == 0; }));
    TURNUS_TRY(picture(u"outbox-confirmed"_s));
    TURNUS_TRY(m_finger->tap(u"back"_s));
    return tapTo(u"nav.bonus"_s, u"bonus-reserved"_s);
}

Status Thread::approve()
{
    TURNUS_TRY(picture(u"team"_s));
    TURNUS_TRY(tapTo(u"nav.approvals"_s, u"approvals"_s));
    int newest = 0;
    while (m_finger->find(u"team.queue.%1"_s.arg(newest + 1)))
        ++newest;
    TURNUS_TRY(tapTo(u"team.queue.%1"_s.arg(newest), u"evidence"_s));
    TURNUS_TRY(tapTo(u"review.approve"_s, u"approved"_s));
    return m_finger->waitFor(u"the decision to be confirmed"_s, [this] { return waiting() == 0; });
}

Status Thread::seeTheBonus()
{
    TURNUS_TRY(tapTo(u"syncChip"_s, u"outbox-next-sync"_s));
    TURNUS_TRY(m_finger->tap(u"outbox.primary"_s));
    TURNUS_TRY(m_finger->tap(u"back"_s));
    TURNUS_TRY(tapTo(u"nav.bonus"_s, u"bonus-approved"_s));
    TURNUS_TRY(m_finger->tap(u"bonus.row.0"_s));
    TURNUS_TRY(picture(u"bonus-explained"_s));
    TURNUS_TRY(tapTo(u"nav.opportunities"_s, u"leads"_s));
    TURNUS_TRY(tapTo(u"opportunities.referrals"_s, u"referrals"_s));
    return tapTo(u"referral.0"_s, u"referral-fate"_s);
}

} // namespace turnus::walkthrough
