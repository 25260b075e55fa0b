#include "qml/bonus/bonusviewmodel.h"

#include "core/support/clock.h"
#include "qml/bonus/words.h"

#include <QLocale>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::bonus {

namespace {

LedgerEntry::Status statusOf(const Line &line)
{
    switch (line.state()) {
    case EntryKind::Reserved:
        return LedgerEntry::Noted;
    case EntryKind::Approved:
        return LedgerEntry::Released;
    case EntryKind::Declined:
        return LedgerEntry::Declined;
    case EntryKind::Paid:
        return LedgerEntry::Paid;
    case EntryKind::Reversed:
        break;
    }
    // the counter-posting stands in its own row: this one keeps what it was before
    return line.posting(EntryKind::Paid)       ? LedgerEntry::Paid
           : line.posting(EntryKind::Approved) ? LedgerEntry::Released
                                               : LedgerEntry::Reversed;
}

QString iconOf(EventKind event)
{
    switch (event) {
    case EventKind::Order:
        return u"cup"_s;
    case EventKind::Contract:
        return u"shield"_s;
    case EventKind::Referral:
        break;
    }
    return u"chance"_s;
}

} // namespace

BonusViewModel::BonusViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier, const Clock &clock,
                               StaffId technician, QObject *parent)
    : QObject(parent), m_ledger(connection), m_review(connection), m_clock(clock), m_technician(technician)
{
    connect(&notifier, &storage::ChangeNotifier::changed, this, [this](const storage::ChangeSet &changes) {
        if (changes.touches("bonus_entry"_L1) || changes.touches("bonus_decision"_L1) ||
            changes.touches("referral"_L1) || changes.touches("referral_event"_L1) || changes.touches("bonus_rule"_L1))
            reload();
    });
    reload();
}

QString BonusViewModel::month() const
{
    return Words::month(monthOf(m_clock.now()));
}

QString BonusViewModel::paidCaption() const
{
    return m_tally.paidMonth ? Words::inMonth(*m_tally.paidMonth) : tr("nothing yet");
}

void BonusViewModel::reload()
{
    auto lines = m_ledger.linesOf(m_technician);
    m_error = lines ? QString() : Words::error(lines.error());
    m_lines = lines ? std::move(*lines) : std::vector<Line>();
    if (const auto leader = m_ledger.leaderOf(m_technician))
        m_leader = Words::shortName(*leader);
    if (!m_lines.empty())
        m_person = m_lines.front().technicianName;
    m_tally = tallyOf(m_lines, monthOf(m_clock.now()));
    fillEntries();
    if (m_shown.line != 0)
        show(m_shown.line);
    Q_EMIT changed();
}

void BonusViewModel::nameTheirs()
{
    m_theirs = true;
    Q_EMIT changed();
}

void BonusViewModel::retranslate()
{
    reload();
}

void BonusViewModel::fillEntries()
{
    QList<std::pair<Instant, LedgerEntry>> dated;
    for (const Line &line : m_lines) {
        LedgerEntry entry = entryOf(line);
        if (entry.id == m_expanded)
            expand(entry, line);
        dated.append({line.booked, entry});
        const Posting *back = line.posting(EntryKind::Reversed);
        if (!back || entry.status == LedgerEntry::Reversed)
            continue;
        entry.id = back->id.value;
        entry.title = Words::reversalTitle(line);
        entry.detail = back->reason.isEmpty() ? line.customer : back->reason;
        entry.cents = -line.amount.cents;
        entry.status = LedgerEntry::Reversed;
        entry.iconName = u"undo"_s;
        entry.month = Words::month(monthOf(back->at));
        entry.expanded = false;
        if (entry.id == m_expanded)
            expand(entry, line);
        dated.append({back->at, entry});
    }
    std::ranges::stable_sort(dated, std::ranges::greater{}, &std::pair<Instant, LedgerEntry>::first);
    QList<LedgerEntry> entries;
    for (auto &[at, entry] : dated)
        entries.append(std::move(entry));
    m_entries.setRows(entries);
}

LedgerEntry BonusViewModel::entryOf(const Line &line) const
{
    return {.id = line.id.value,
            .line = line.id.value,
            .title = Words::title(line),
            .detail = line.customer.isEmpty()
                          ? Words::tr("Rule %1, version %2").arg(line.ruleNumber).arg(line.ruleVersion)
                          : line.customer,
            .cents = line.amount.cents,
            .status = statusOf(line),
            .iconName = iconOf(line.event),
            .month = Words::month(monthOf(line.booked)),
            .pending = line.pending.has_value(),
            .hasReferral = !line.referral.isNull()};
}

void BonusViewModel::expand(LedgerEntry &entry, const Line &line)
{
    entry.expanded = true;
    entry.lines.clear();
    if (const auto rule = m_ledger.rule(line.rule)) {
        const auto explained = explain(line, *rule);
        if (explained)
            entry.lines.append(
                tr("%1 · your share %2").arg(Words::formula(*explained), Words::percent(wholeInBasisPoints)));
        entry.lines.append(Words::rule(line, *rule));
    }
    entry.evidence = evidenceWords(line);
    entry.waiting = waitingWords(line);
}

QString BonusViewModel::evidenceWords(const Line &line)
{
    QStringList words;
    const auto found = m_review.evidenceOf(line);
    if (found && *found) {
        const Evidence &evidence = **found;
        if (!evidence.findings.empty())
            words.append(tr("%n finding(s)", "", static_cast<int>(evidence.findings.size())));
        if (!evidence.photos.empty())
            words.append(tr("%n photo(s)", "", static_cast<int>(evidence.photos.size())));
        if (evidence.dueNote)
            words.append(tr("due note"));
        if (!evidence.brochures.empty())
            words.append(tr("brochure shown"));
    }
    return words.join(u", "_s);
}

QString BonusViewModel::waitingWords(const Line &line) const
{
    const Instant now = m_clock.now();
    if (line.pending) {
        const QString who = Words::shortName(line.pending->byName);
        return line.pending->approved ? tr("%1 has approved, the server has not answered yet").arg(who)
                                      : tr("%1 has declined, the server has not answered yet").arg(who);
    }
    switch (line.state()) {
    case EntryKind::Reserved:
        return m_leader.isEmpty() ? tr("To be reviewed since %1").arg(Words::day(line.booked, now))
                                  : tr("With %2 since %1").arg(Words::day(line.booked, now), m_leader);
    case EntryKind::Declined: {
        const Posting &last = line.postings.back();
        return last.reason.isEmpty() ? tr("Declined by %1").arg(Words::shortName(last.byName))
                                     : tr("Declined by %1: %2").arg(Words::shortName(last.byName), last.reason);
    }
    case EntryKind::Approved:
    case EntryKind::Reversed:
    case EntryKind::Paid:
        break;
    }
    const Posting *approved = line.posting(EntryKind::Approved);
    return approved ? tr("Approved by %1 on %2").arg(Words::shortName(approved->byName), Words::day(approved->at, now))
                    : QString();
}

const Line *BonusViewModel::find(qint64 line) const
{
    const auto found = std::ranges::find(m_lines, BonusEntryId{line}, &Line::id);
    return found == m_lines.end() ? nullptr : &*found;
}

void BonusViewModel::toggle(qint64 entry)
{
    m_expanded = m_expanded == entry ? 0 : entry;
    fillEntries();
}

void BonusViewModel::show(qint64 id)
{
    const Line *line = find(id);
    if (!line)
        return;
    m_shown = {.line = id, .title = Words::title(*line), .detail = line->customer};
    QList<CalculationStep> steps;
    if (const auto rule = m_ledger.rule(line->rule)) {
        m_shown.rule =
            rule->name.isEmpty() ? Words::rule(*line, *rule) : u"%1 · %2"_s.arg(rule->name, Words::rule(*line, *rule));
        const auto explained = explain(*line, *rule);
        if (explained) {
            steps = calculationOf(*line, *explained);
            m_shown.matches = explained->matches;
            m_shown.verdict =
                explained->matches
                    ? tr("Computed again on this device: right to the cent.")
                    : tr("Booked were %1. Please ask your supervisor.").arg(line->amount.toString(QLocale()));
        } else {
            m_shown.verdict = Words::error(explained.error());
        }
    } else {
        m_shown.verdict = Words::error(rule.error());
    }
    m_calculation.setRows(steps);
    const auto fate = m_ledger.fateOf(line->referral);
    m_history.setRows(historyOf(*line, fate ? *fate : std::vector<FateEvent>(), m_clock.now()));
    Q_EMIT shownChanged();
}

} // namespace turnus::bonus
