#include "qml/team/reviewviewmodel.h"

#include "core/support/clock.h"
#include "qml/bonus/words.h"
#include "qml/team/evidencewords.h"
#include "qml/team/teamlimits.h"

#include <QDir>
#include <QLocale>
#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace turnus::team {

using bonus::Words;

ReviewViewModel::ReviewViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier, const Clock &clock,
                                 StaffId reviewer, QString contentDirectory, QObject *parent)
    : QObject(parent), m_ledger(connection), m_review(connection), m_drafts(connection), m_clock(clock),
      m_reviewer(reviewer), m_contentDirectory(std::move(contentDirectory))
{
    connect(&notifier, &storage::ChangeNotifier::changed, this, [this](const storage::ChangeSet &changes) {
        for (const QLatin1StringView table :
             {"bonus_entry"_L1, "bonus_decision"_L1, "bonus_rule"_L1, "referral"_L1, "referral_event"_L1,
              "attachment"_L1, "content_file"_L1, "consent"_L1, "finding"_L1, "page_view"_L1}) {
            if (changes.touches(table))
                return reload();
        }
    });
}

void ReviewViewModel::show(BonusEntryId line)
{
    if (line == m_id)
        return;
    m_id = line;
    setError({});
    reload();
    m_reason = m_drafts.text(draftKey()).value_or(QString());
    Q_EMIT reasonChanged();
}

void ReviewViewModel::reload()
{
    auto found = m_ledger.line(m_id);
    m_line = found ? *found : std::nullopt;
    if (!found)
        setError(Words::error(found.error()));
    QList<bonus::CalculationStep> steps;
    QList<bonus::HistoryStep> history;
    m_title.clear();
    m_subtitle.clear();
    m_rule.clear();
    m_mismatch.clear();
    if (m_line) {
        const QString name = Words::title(*m_line);
        m_title = m_line->customer.isEmpty() ? name : u"%1, %2"_s.arg(name, m_line->customer);
        m_subtitle = tr("By %1, noted %2")
                         .arg(Words::shortName(m_line->technicianName), Words::day(m_line->booked, m_clock.now()));
        m_rule = tr("Computed by rule %1, version %2").arg(m_line->ruleNumber).arg(m_line->ruleVersion);
        const auto rule = m_ledger.rule(m_line->rule);
        const auto explained = rule ? explain(*m_line, *rule) : tl::unexpected(rule.error());
        if (!explained)
            m_mismatch = Words::error(explained.error());
        else if (!explained->matches)
            m_mismatch =
                tr("Booked were %1: this does not follow from the rule.").arg(m_line->amount.toString(QLocale()));
        if (explained)
            steps = calculationOf(*m_line, *explained);
        const auto fate = m_ledger.fateOf(m_line->referral);
        history = historyOf(*m_line, fate ? *fate : std::vector<bonus::FateEvent>(), m_clock.now());
    }
    m_calculation.setRows(steps);
    m_history.setRows(history);
    fillEvidence();
    Q_EMIT changed();
}

void ReviewViewModel::fillEvidence()
{
    QList<EvidenceRow> rows;
    QList<PhotoRow> photos;
    if (m_line) {
        const auto evidence = m_review.evidenceOf(*m_line);
        if (evidence && *evidence) {
            rows = EvidenceWords(m_clock.now()).rowsOf(**evidence);
            for (const bonus::Photo &photo : (*evidence)->photos) {
                const QUrl file = QUrl::fromLocalFile(QDir(m_contentDirectory).filePath(photo.sha256));
                photos.append({photo.sha256, photo.present ? file : QUrl()});
            }
        }
    }
    const auto context = std::stable_partition(rows.begin(), rows.end(),
                                               [](const EvidenceRow &row) { return row.tone != EvidenceRow::Plain; });
    m_context.setRows(QList<EvidenceRow>(context, rows.end()));
    rows.erase(context, rows.end());
    m_evidence.setRows(rows);
    m_photos.setRows(photos);
}

QString ReviewViewModel::fourEyes() const
{
    if (!m_line || m_line->amount < limits::secondLookFrom)
        return {};
    return tr("From %1 on a second person should look at the evidence too.")
        .arg(Words::rounded(limits::secondLookFrom));
}

QString ReviewViewModel::decision() const
{
    if (!m_line || m_line->isOpen())
        return {};
    if (m_line->pending) {
        const QString who = Words::shortName(m_line->pending->byName);
        return m_line->pending->approved ? tr("Approved by %1. The server has not answered yet.").arg(who)
                                         : tr("Declined by %1. The server has not answered yet.").arg(who);
    }
    return tr("This bonus is %1.").arg(Words::state(m_line->state()));
}

void ReviewViewModel::setReason(const QString &reason)
{
    if (reason == m_reason)
        return;
    m_reason = reason;
    setError({});
    const Status kept = reason.isEmpty() ? m_drafts.remove(draftKey()) : m_drafts.set(draftKey(), reason);
    if (!kept)
        setError(Words::error(kept.error()));
    Q_EMIT reasonChanged();
}

bool ReviewViewModel::decide(bool approve)
{
    const QString name = m_title;
    const QString key = draftKey();
    const Status done = m_review.decide(m_id, approve, approve ? QString() : m_reason, m_reviewer);
    setError(done ? QString() : Words::error(done.error()));
    if (!done)
        return false;
    if (const Status cleared = m_drafts.remove(key); !cleared)
        setError(Words::error(cleared.error()));
    m_reason.clear();
    Q_EMIT reasonChanged();
    Q_EMIT decided(approve ? tr("Approved: %1").arg(name) : tr("Declined: %1").arg(name));
    return true;
}

void ReviewViewModel::setError(const QString &error)
{
    if (error == m_error)
        return;
    m_error = error;
    Q_EMIT errorChanged();
}

QString ReviewViewModel::draftKey() const
{
    return u"approval/%1/reason"_s.arg(m_id.value);
}

} // namespace turnus::team
