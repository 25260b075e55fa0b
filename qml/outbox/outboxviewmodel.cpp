#include "qml/outbox/outboxviewmodel.h"

#include "core/storage/devicestate.h"
#include "core/support/clock.h"
#include "qml/outbox/outboxwords.h"

#include <QLocale>
#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace turnus::outbox {

namespace {

/// As SyncRing.SyncState of Turnus.Controls.
enum RingState { Local, Sent, Confirmed, Held };

} // namespace

OutboxViewModel::OutboxViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier, const Clock &clock,
                                 shell::SyncFace &sync, QString discarded, QObject *parent)
    : QObject(parent), m_connection(connection), m_book(connection), m_clock(clock), m_sync(sync),
      m_directory(std::move(discarded))
{
    connect(&notifier, &storage::ChangeNotifier::changed, this, [this](const storage::ChangeSet &changes) {
        // Channels start again when the server was set back.
        for (const QLatin1StringView table :
             {"outbox"_L1, "receipt"_L1, "conflict"_L1, "content_file"_L1, "day_receipt"_L1, "channel"_L1}) {
            if (changes.touches(table))
                return reload();
        }
    });
    connect(&sync, &shell::SyncFace::changed, this, &OutboxViewModel::changed);
    reload();
}

void OutboxViewModel::reload()
{
    const auto counts = m_book.counts();
    m_counts = counts.value_or(client::OutboxCounts());
    if (!counts)
        setError(OutboxWords::error(counts.error()));
    fillSubjects();
    fillHeld();
    fillConflicts();
    fillReceipt();
    Q_EMIT changed();
}

void OutboxViewModel::fillSubjects()
{
    const auto subjects = m_book.subjects();
    if (!subjects)
        return setError(OutboxWords::error(subjects.error()));
    QList<SubjectRow> rows;
    std::optional<Instant> oldest;
    for (const client::OutboxSubject &subject : *subjects) {
        const bool onlyHeld = subject.here == 0 && subject.sent == 0;
        const int state = subject.here > 0 ? Local : onlyHeld ? Held : Sent;
        rows.append({.id = u"%1/%2"_s.arg(subject.table).arg(subject.row),
                     .title = OutboxWords::title(subject.table, subject.customer),
                     .detail = OutboxWords::kinds(subject.table, subject.tables),
                     .iconName = OutboxWords::iconOf(subject.table),
                     .syncState = state,
                     .waiting = state == Local ? subject.here
                                : onlyHeld     ? subject.quarantined
                                               : subject.sent});
        if (!oldest || subject.since < *oldest)
            oldest = subject.since;
    }
    m_oldest = oldest ? OutboxWords::time(*oldest, m_clock.now()) : QString();
    m_subjects.setRows(rows);
}

void OutboxViewModel::fillHeld()
{
    const auto held = m_book.quarantined();
    if (!held)
        return setError(OutboxWords::error(held.error()));
    QList<HeldRow> rows;
    for (const client::QuarantinedOperation &operation : *held)
        rows.append({operation.sequence, OutboxWords::title(operation.table, operation.customer),
                     OutboxWords::refusal(operation.reason), OutboxWords::hasContent(operation.reason),
                     OutboxWords::mayBeTriedAgain(operation.reason)});
    m_held.setRows(rows);
}

void OutboxViewModel::fillConflicts()
{
    const auto conflicts = m_book.conflicts();
    if (!conflicts)
        return setError(OutboxWords::error(conflicts.error()));
    const Instant now = m_clock.now();
    QList<ConflictRow> rows;
    for (const client::OpenConflict &conflict : *conflicts) {
        const QString who = conflict.theirsBy.isEmpty() ? tr("Office") : OutboxWords::shortName(conflict.theirsBy);
        rows.append({.id = conflict.id,
                     .title = tr("Please choose: %1").arg(OutboxWords::field(conflict.field)),
                     .customer = conflict.customer,
                     .mineCaption = tr("You, %1").arg(OutboxWords::time(conflict.mineAt, now)),
                     .mine = conflict.mine.isEmpty() ? tr("nothing") : conflict.mine,
                     .theirsCaption = tr("%1, %2", "who, when").arg(who, OutboxWords::time(conflict.theirsAt, now)),
                     .theirs = conflict.theirs.isEmpty() ? tr("nothing") : conflict.theirs,
                     .canKeepBoth = conflict.canKeepBoth});
    }
    m_conflicts.setRows(rows);
}

void OutboxViewModel::fillReceipt()
{
    client::ShiftReceipts receipts(m_connection);
    const auto days = receipts.days();
    if (!days)
        return setError(OutboxWords::error(days.error()));
    m_receipt.reset();
    if (days->empty())
        return;
    if (auto proof = receipts.proof(days->front()))
        m_receipt = std::move(*proof);
    else
        setError(OutboxWords::error(proof.error()));
}

QString OutboxViewModel::receiptText() const
{
    if (!m_receipt)
        return {};
    return m_receipt->signature == client::Signature::Good ? ReceiptWords::summary(*m_receipt)
                                                           : ReceiptWords::signature(*m_receipt);
}

QString OutboxViewModel::situation() const
{
    if (!m_sync.isOnline())
        return tr("You work offline · everything is saved");
    const auto contact = m_connection.read(
        [&] { return storage::DeviceState(m_connection).integer(storage::DeviceState::lastContact); });
    const QString when = contact && *contact ? OutboxWords::time(instantFrom(**contact), m_clock.now()) : QString();
    switch (m_sync.state()) {
    case shell::SyncFace::State::Syncing:
        return tr("Sending and receiving");
    case shell::SyncFace::State::Offline:
    case shell::SyncFace::State::Failed:
        return when.isEmpty() ? tr("No contact yet · everything is saved")
                              : tr("No contact since %1 · everything is saved").arg(when);
    case shell::SyncFace::State::SignedOut:
        return tr("Signed out · everything is saved");
    case shell::SyncFace::State::Idle:
        break;
    }
    return when.isEmpty() ? tr("Everything is saved") : tr("Last contact %1").arg(when);
}

QString OutboxViewModel::blocked() const
{
    if (!m_sync.isOnline())
        return tr("You work offline. Switch that off to send.");
    return m_sync.state() == shell::SyncFace::State::SignedOut ? tr("Please sign in to send.") : QString();
}

QString OutboxViewModel::files() const
{
    if (m_counts.files == 0)
        return {};
    return tr("%1 of %2 confirmed", "photos and reports").arg(m_counts.filesHeld).arg(m_counts.files);
}

QString OutboxViewModel::filesTitle() const
{
    return tr("Photos and reports, %n", nullptr, m_counts.files);
}

QString OutboxViewModel::filesWaiting() const
{
    const int refused = m_counts.filesRefused;
    return refused > 0 ? tr("%n set aside", "files", refused)
                       : tr("%n here only", "files", m_counts.files - m_counts.filesHeld);
}

QString OutboxViewModel::outgoing() const
{
    QStringList parts;
    if (m_counts.fileBytes > 0)
        parts.append(QLocale().formattedDataSize(m_counts.fileBytes, 1, QLocale::DataSizeSIFormat));
    if (!m_oldest.isEmpty())
        parts.append(tr("oldest %1").arg(m_oldest));
    return parts.join(u", "_s);
}

QString OutboxViewModel::failure() const
{
    return m_sync.isOnline() && m_sync.state() == shell::SyncFace::State::Failed ? m_sync.error() : QString();
}

QString OutboxViewModel::setBack() const
{
    if (!m_counts.setBack)
        return {};
    const client::SetBackNotice &notice = *m_counts.setBack;
    const QString what = notice.to
                             ? tr("The server was set back to %1.").arg(OutboxWords::time(*notice.to, m_clock.now()))
                             : tr("The server was set back to an earlier state.");
    const QString again =
        notice.records ? tr("%n record(s) that it lost are sent again, and their files.", nullptr, *notice.records)
                       : tr("What it lost is sent again.");
    return u"%1 %2"_s.arg(what, again);
}

void OutboxViewModel::retry(qint64 sequence)
{
    const Status done = m_book.retry(sequence);
    setError(done ? QString() : OutboxWords::error(done.error()));
    if (done)
        m_sync.syncNow();
}

void OutboxViewModel::save(qint64 sequence)
{
    const auto file = m_book.save(sequence, m_directory);
    setError(file ? QString() : OutboxWords::error(file.error()));
    if (file)
        Q_EMIT saved(*file);
}

void OutboxViewModel::discard(qint64 sequence)
{
    const auto file = m_book.discard(sequence, m_directory);
    setError(file ? QString() : OutboxWords::error(file.error()));
    if (file)
        Q_EMIT discarded(*file);
}

void OutboxViewModel::resolve(qint64 conflict, int answer)
{
    using Choice = client::OutboxBook::Choice;
    const Choice choice = answer == 0 ? Choice::Mine : answer == 1 ? Choice::Theirs : Choice::Both;
    const int row = m_conflicts.rowOf(conflict);
    if (row < 0)
        return;
    const QString field = m_conflicts.rows().at(row).title.section(u": "_s, -1);
    const Status done = m_book.resolve(conflict, choice, field);
    setError(done ? QString() : OutboxWords::error(done.error()));
    if (done)
        m_sync.syncNow();
}

void OutboxViewModel::setError(const QString &error)
{
    if (error == m_error)
        return;
    m_error = error;
    Q_EMIT errorChanged();
}

} // namespace turnus::outbox
