#include "qml/team/teamviewmodel.h"

#include "core/support/clock.h"
#include "qml/bonus/words.h"

#include <QLocale>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::team {

using bonus::Words;

TeamViewModel::TeamViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier, const Clock &clock,
                             StaffId supervisor, const QString &contentDirectory, QObject *parent)
    : QObject(parent), m_review(connection), m_conflicts(connection), m_clock(clock), m_supervisor(supervisor),
      m_reviewed(connection, notifier, clock, supervisor, contentDirectory)
{
    connect(&notifier, &storage::ChangeNotifier::changed, this, [this](const storage::ChangeSet &changes) {
        for (const QLatin1StringView table : {"bonus_entry"_L1, "bonus_decision"_L1, "bonus_rule"_L1, "referral"_L1,
                                              "staff"_L1, "team"_L1, "open_conflict"_L1, "conflict_choice"_L1}) {
            if (changes.touches(table))
                return reload();
        }
    });
    reload();
}

QString TeamViewModel::heading() const
{
    QStringList teams;
    for (const bonus::TeamMember &member : m_team) {
        if (!teams.contains(member.team))
            teams.append(member.team);
    }
    teams.append(Words::month(bonus::monthOf(m_clock.now())));
    return teams.join(u" · "_s);
}

void TeamViewModel::reload()
{
    auto team = m_review.membersLedBy(m_supervisor);
    m_error = team ? QString() : Words::error(team.error());
    m_team = team ? std::move(*team) : std::vector<bonus::TeamMember>();
    const auto conflicts = m_conflicts.open();
    m_conflictCount = conflicts ? static_cast<int>(conflicts->size()) : 0;
    fillMembers();
    fillQueue();
    Q_EMIT changed();
}

void TeamViewModel::retranslate()
{
    reload();
    m_reviewed.retranslate();
}

void TeamViewModel::fillMembers()
{
    QList<MemberRow> rows;
    qint64 largest = 1;
    const Day month = bonus::monthOf(m_clock.now());
    for (const bonus::TeamMember &member : m_team) {
        const bonus::Tally tally = tallyOf(member.lines, month);
        rows.append({.staff = member.id.value,
                     .name = Words::shortName(member.name),
                     .team = member.team,
                     .postings = tally.approved.count + tally.reserved.count,
                     .approvedCents = tally.approved.amount.cents,
                     .reservedCents = tally.reserved.amount.cents});
        largest = std::max(largest, std::max<qint64>(0, tally.approved.amount.cents) + tally.reserved.amount.cents);
    }
    for (MemberRow &row : rows) {
        row.approvedShare = static_cast<double>(std::max<qint64>(0, row.approvedCents)) / static_cast<double>(largest);
        row.reservedShare = static_cast<double>(row.reservedCents) / static_cast<double>(largest);
    }
    m_members.setRows(rows);
}

void TeamViewModel::fillQueue()
{
    std::vector<const bonus::Line *> open;
    for (const bonus::TeamMember &member : m_team) {
        for (const bonus::Line &line : member.lines) {
            if (line.isOpen())
                open.push_back(&line);
        }
    }
    std::ranges::sort(open, {}, [](const bonus::Line *line) { return std::pair(line->booked, line->id); });
    QList<QueueRow> rows;
    for (const bonus::Line *line : open) {
        const QString who = Words::shortName(line->technicianName);
        rows.append({.line = line->id.value,
                     .title = Words::title(*line),
                     .who = line->customer.isEmpty() ? who : tr("%1 · %2").arg(who, line->customer),
                     .amount = line->amount.toString(QLocale()),
                     .since = sinceWords(line->booked)});
    }
    // the line under review, or the one that took its place
    const auto kept = std::ranges::find(rows, m_selected, &QueueRow::line);
    const qsizetype row =
        kept != rows.end() ? kept - rows.begin() : std::min<qsizetype>(m_selectedRow, rows.size() - 1);
    m_selectedRow = static_cast<int>(std::max<qsizetype>(0, row));
    m_selected = rows.isEmpty() ? 0 : rows.at(m_selectedRow).line;
    if (!rows.isEmpty())
        rows[m_selectedRow].selected = true;
    m_queue.setRows(rows);
    m_reviewed.show(BonusEntryId{m_selected});
}

void TeamViewModel::select(qint64 line)
{
    m_selected = line;
    fillQueue();
}

QString TeamViewModel::sinceWords(Instant booked) const
{
    const auto waited = (m_clock.today() - localDay(booked)).count();
    return waited <= 0 ? tr("since today") : tr("for %n day(s)", "", static_cast<int>(waited));
}

} // namespace turnus::team
