#include "qml/visit/visitviewmodel.h"

#include "core/schedule/limits.h"
#include "core/visit/wording.h"
#include "qml/visit/visitwords.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace turnus::visitpage {

namespace {

const QString openStepDraft = u"step"_s;
constexpr int stepNow = 1;
constexpr int stepDone = 2;
constexpr int stepBlocked = 3;

} // namespace

VisitViewModel::VisitViewModel(const Needs &needs, qint64 id, QObject *parent)
    : QObject(parent),
      m_needs(needs), m_context{needs.connection, needs.clock, needs.contentDirectory, {}, {}, {}, needs.renderer},
      m_readiness(needs.connection, needs.clock, needs.contentDirectory, needs.language)
{
    m_context.failed = [this](const Error &error) { setError(VisitWords::error(error)); };
    m_context.refresh = [this] { refresh(); };
    m_minute.setInterval(std::chrono::minutes{1});
    connect(&m_minute, &QTimer::timeout, this, &VisitViewModel::changed);
    m_minute.start();
    connect(&needs.notifier, &storage::ChangeNotifier::changed, this, [this](const storage::ChangeSet &changes) {
        constexpr std::array concerns{
            "visit"_L1,    "checklist_answer"_L1, "meter_reading"_L1, "condition_grade"_L1, "finding"_L1,
            "part_use"_L1, "attachment"_L1,       "due_note"_L1,      "referral"_L1,        "signature"_L1,
            "outbox"_L1,   "appointment"_L1,      "content_file"_L1,  "asset_removal"_L1,   "complaint"_L1};
        if (std::ranges::any_of(concerns, [&](QLatin1StringView table) { return changes.touches(table); }))
            refresh();
    });
    const auto visit = visit::Visits(needs.connection).load(VisitId{id});
    if (visit) {
        m_appointment = visit->appointment;
        begin(visit->id);
        return;
    }
    m_appointment = AppointmentId{id};
    const auto made = visit::Visits(needs.connection).ofAppointment(m_appointment);
    if (made && *made)
        begin(**made);
    else
        refresh();
}

VisitViewModel::~VisitViewModel()
{
    m_needs.position.cancel();
}

void VisitViewModel::begin(VisitId visit)
{
    m_context.visit = visit;
    const QString open = m_context.draft(openStepDraft);
    m_open = open.isEmpty() ? int{None} : open.toInt();
    m_checklist = std::make_unique<ChecklistModel>(m_context);
    m_readings = std::make_unique<ReadingsViewModel>(m_context);
    m_partsModel = std::make_unique<PartsViewModel>(m_context);
    m_findings = std::make_unique<FindingsViewModel>(m_context, m_needs.pictureDirectory);
    m_dueNote = std::make_unique<DueNoteViewModel>(m_context);
    m_report = std::make_unique<ReportViewModel>(m_context);
    refresh();
    if (m_open == Recommendation)
        m_dueNote->load();
    Q_EMIT arrivedChanged();
    Q_EMIT openStepChanged();
}

void VisitViewModel::refresh()
{
    if (m_appointment) {
        auto stop = schedule::DayPlan(m_needs.connection).stop(m_appointment);
        if (stop)
            m_stop = std::move(*stop);
        else if (!isArrived())
            m_context.failed(stop.error());
        if (!isArrived())
            m_readiness.show({m_stop});
    }
    if (isArrived()) {
        auto facts = visit::loadFacts(m_needs.connection, m_context.contentDirectory, m_context.visit);
        if (!facts) {
            m_context.failed(facts.error());
            return;
        }
        m_facts = std::move(*facts);
        m_checklist->update(m_facts);
        m_readings->update(m_facts);
        m_partsModel->update(m_facts);
        m_findings->update(m_facts);
        m_dueNote->update(m_facts);
        m_report->update(m_facts);
        showSteps();
    }
    Q_EMIT changed();
    Q_EMIT openStepChanged();
}

void VisitViewModel::setLanguage(const QString &language)
{
    m_readiness.setLanguage(language);
    if (isArrived() && m_open == Recommendation)
        m_dueNote->load();
    refresh();
}

void VisitViewModel::showSteps()
{
    const auto passed = visit::PassedSteps(m_needs.connection, m_context.visit).load();
    m_progress = visit::progressOf(m_facts, passed.value_or(QSet<visit::Step>()));
    const QLocale locale;
    QList<StepLine> lines;
    for (const visit::StepState &state : m_progress.steps) {
        StepLine line;
        line.step = static_cast<int>(state.step);
        line.number = static_cast<int>(lines.size()) + 1;
        line.title = VisitWords::step(state.step);
        line.subtitle = VisitWords::stepDetail(state.step, m_facts, locale);
        const bool current = static_cast<int>(lines.size()) == m_progress.current;
        line.status = state.done ? stepDone : state.blocked ? stepBlocked : current ? stepNow : 0;
        if (state.step == visit::Step::Photos)
            line.syncState = VisitWords::photoState(m_facts.photos);
        lines.append(line);
    }
    m_steps.setRows(lines);
}

QString VisitViewModel::title() const
{
    return isArrived() ? m_facts.visit.customerName : m_stop.customerName;
}

QString VisitViewModel::subtitle() const
{
    QStringList words{schedule::KindWords::of(isArrived() ? m_facts.visit.kind : m_stop.kind)};
    const QString product = isArrived() ? m_facts.visit.productName : m_stop.product;
    const QString serial = isArrived() ? m_facts.visit.serial : m_stop.serial;
    if (!product.isEmpty())
        words.append(product);
    if (!serial.isEmpty())
        words.append(serial);
    return words.join(u" · "_s);
}

QString VisitViewModel::address() const
{
    return m_stop.street.isEmpty() ? QString() : m_stop.street + u", "_s + m_stop.city;
}

QString VisitViewModel::arrivalText() const
{
    return isArrived() ? tr("Arrived %1").arg(VisitWords::time(m_facts.visit.started, QLocale())) : QString();
}

QString VisitViewModel::arrivalDetail() const
{
    return isArrived() ? VisitWords::arrival(m_facts.visit) : QString();
}

int VisitViewModel::arrivalMinute() const
{
    const QTime time = toLocal(m_facts.visit.started).time();
    return time.hour() * 60 + time.minute();
}

QString VisitViewModel::onSiteText() const
{
    if (!isArrived())
        return {};
    const Instant until = m_facts.visit.ended.value_or(m_needs.clock.now());
    const auto minutes = std::chrono::floor<std::chrono::minutes>(until - m_facts.visit.started).count();
    if (minutes < 120)
        return tr("%n min on site", nullptr, static_cast<int>(minutes));
    return tr("%1 h %2 min on site").arg(minutes / 60).arg(minutes % 60);
}

int VisitViewModel::rowOf(int step) const
{
    const auto found = std::ranges::find(m_steps.rows(), step, &StepLine::step);
    return found == m_steps.rows().end() ? -1 : static_cast<int>(found - m_steps.rows().begin());
}

QString VisitViewModel::currentTitle() const
{
    const StepLine *line = m_steps.at(m_progress.current);
    return line ? line->title : QString();
}

void VisitViewModel::setOpenStep(int step)
{
    if (step == m_open || !isArrived() || (step != None && rowOf(step) < 0))
        return;
    m_open = step;
    m_context.setDraft(openStepDraft, step == None ? QString() : QString::number(step));
    if (step == Recommendation)
        m_dueNote->load();
    if (step == Signature)
        m_report->update(m_facts);
    Q_EMIT openStepChanged();
}

QString VisitViewModel::openTitle() const
{
    return rowOf(m_open) < 0 ? QString() : VisitWords::shortStep(static_cast<visit::Step>(m_open));
}

QString VisitViewModel::openSubtitle() const
{
    const int row = rowOf(m_open);
    if (row < 0)
        return {};
    const QString place = tr("Step %1 of %2").arg(row + 1).arg(stepCount());
    return m_facts.visit.productName.isEmpty() ? place : m_facts.visit.productName + u" · "_s + place;
}

QString VisitViewModel::nextTitle() const
{
    const int row = rowOf(m_open);
    const StepLine *after = row < 0 ? nullptr : m_steps.at(row + 1);
    return after ? after->title : QString();
}

int VisitViewModel::syncState() const
{
    return VisitWords::syncState(m_facts.visit.carried);
}

QString VisitViewModel::savedText() const
{
    const auto held = std::ranges::count(m_facts.photos, schedule::Carried::Confirmed, &visit::Attachment::carried);
    const auto photos = static_cast<qsizetype>(m_facts.photos.size());
    if (m_facts.visit.carried == schedule::Carried::Confirmed)
        return tr("The server holds every entry and every photo.");
    if (held < photos)
        return tr("Saved on this device. %1 of %2 photos confirmed.").arg(held).arg(photos);
    return tr("Saved on this device. The server has not confirmed everything yet.");
}

void VisitViewModel::lookForArrival()
{
    if (isArrived() || m_searching)
        return;
    m_searching = true;
    m_distance.clear();
    Q_EMIT changed();
    m_needs.position.request([this](std::optional<schedule::GeoPoint> here) {
        m_searching = false;
        if (!here || !m_stop.place) {
            m_distance = here ? tr("The site has no position. Please enter the arrival by hand.")
                              : tr("No position. Please enter the arrival by hand.");
            Q_EMIT changed();
            return;
        }
        const double metres = schedule::distanceMetres(*here, *m_stop.place);
        if (metres <= schedule::limits::arrivalMetres && !isDriving()) {
            m_distance = tr("You are at the site.");
            Q_EMIT changed();
            return;
        }
        if (metres <= schedule::limits::arrivalMetres) {
            arrive(visit::Arrival::ByPosition, static_cast<int>(std::lround(metres)));
            return;
        }
        const QLocale locale;
        m_distance = metres < 1'000 ? tr("%1 m to go").arg(locale.toString(std::round(metres / 10) * 10, 'f', 0))
                                    : tr("%1 km to go").arg(locale.toString(metres / 1'000, 'f', 1));
        Q_EMIT changed();
    });
}

void VisitViewModel::startDriving()
{
    if (m_context.check(visit::Visits(m_needs.connection).startDriving(m_appointment))) {
        refresh();
        lookForArrival();
    }
}

void VisitViewModel::arriveByHand()
{
    arrive(visit::Arrival::ByHand, std::nullopt);
}

void VisitViewModel::arrive(visit::Arrival how, std::optional<int> metres)
{
    if (isArrived())
        return;
    m_needs.position.cancel();
    m_searching = false;
    const auto made = visit::Visits(m_needs.connection).arrive(m_appointment, how, metres);
    if (!made) {
        m_context.failed(made.error());
        return;
    }
    begin(*made);
}

bool VisitViewModel::correctArrival(int minuteOfDay)
{
    if (!isArrived() || minuteOfDay < 0 || minuteOfDay >= 24 * 60)
        return false;
    const Instant at = startOfLocalDay(localDay(m_facts.visit.started)) + std::chrono::minutes{minuteOfDay};
    return m_context.check(visit::Visits(m_needs.connection).correctArrival(m_context.visit, at));
}

void VisitViewModel::openRow(int row)
{
    if (const StepLine *line = m_steps.at(row))
        setOpenStep(line->step);
}

void VisitViewModel::openCurrent()
{
    openRow(m_progress.current);
}

void VisitViewModel::next()
{
    const int row = rowOf(m_open);
    if (row < 0)
        return;
    m_context.check(visit::PassedSteps(m_needs.connection, m_context.visit).pass(static_cast<visit::Step>(m_open)));
    showSteps();
    Q_EMIT changed();
    const StepLine *after = m_steps.at(row + 1);
    setOpenStep(after ? after->step : int{None});
}

void VisitViewModel::setError(const QString &error)
{
    if (error == m_error)
        return;
    m_error = error;
    Q_EMIT errorChanged();
}

} // namespace turnus::visitpage
