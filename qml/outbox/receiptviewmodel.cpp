#include "qml/outbox/receiptviewmodel.h"

#include "core/storage/changes.h"
#include "core/storage/connection.h"
#include "core/support/clock.h"
#include "qml/outbox/outboxwords.h"

#include <QDir>
#include <QLocale>
#include <QSaveFile>
#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace turnus::outbox {

using client::Signature;

QString ReceiptWords::title(Day day)
{
    return tr("Shift receipt %1").arg(QLocale().toString(toQDate(day), tr("ddd, d MMM", "day of a shift receipt")));
}

QString ReceiptWords::files(int held, int files)
{
    return tr("%1 of %2 photos and reports confirmed").arg(held).arg(files);
}

QString ReceiptWords::summary(const client::DayProof &proof)
{
    QStringList parts{tr("%n visit(s)", nullptr, static_cast<int>(proof.visits.size())),
                      tr("%n line(s)", "of a visit", static_cast<int>(proof.lines()))};
    if (proof.files() > 0)
        parts.append(tr("%n photo(s) and report(s)", nullptr, proof.files()));
    parts.append(proof.isWhole() ? tr("all confirmed") : tr("not all confirmed"));
    return parts.join(u", "_s);
}

QString ReceiptWords::signature(const client::DayProof &proof)
{
    const QDateTime at = toLocal(proof.issued);
    switch (proof.signature) {
    case Signature::Good:
        return tr("Signed by the server on %1 at %2")
            .arg(QLocale().toString(at.date(), QLocale::ShortFormat),
                 QLocale().toString(at.time(), QLocale::ShortFormat));
    case Signature::NotTrusted:
        return tr("Signed by a key that is not the company's. Do not rely on it.");
    case Signature::Wrong:
        return tr("The signature does not match: the receipt has been changed.");
    case Signature::Unreadable:
        break;
    }
    return tr("The receipt cannot be read.");
}

QString ReceiptWords::visitTitle(const client::VisitProof &visit)
{
    return visit.customer.isEmpty() ? tr("Visit %1").arg(visit.visit) : visit.customer;
}

QString ReceiptWords::visitDetail(const client::VisitProof &visit)
{
    if (!visit.listed)
        return tr("The server does not have this visit.");
    QStringList parts;
    for (const client::LineGap &gap : visit.gaps) {
        const QString what = OutboxWords::table(gap.table);
        parts.append(gap.missing > 0 ? tr("missing: %1 × %2", "how many, kind of record").arg(gap.missing).arg(what)
                                     : tr("other content: %1", "kind of record").arg(what));
    }
    if (!visit.completed)
        parts.append(tr("not completed there"));
    if (visit.gaps.empty())
        parts.append(tr("%n line(s)", "of a visit", static_cast<int>(visit.lines)));
    if (visit.files > 0)
        parts.append(files(visit.filesHeld, visit.files));
    return parts.join(u", "_s);
}

const ProofModel::Roles &ProofModel::roles() const
{
    static const Roles all{{Title, "title", &ProofRow::title},
                           {Detail, "detail", &ProofRow::detail},
                           {Confirmed, "confirmed", &ProofRow::confirmed}};
    return all;
}

ReceiptViewModel::ReceiptViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier,
                                   const Clock &clock, shell::SyncFace &sync, QString documents, QObject *parent)
    : QObject(parent), m_receipts(connection), m_clock(clock), m_sync(sync), m_documents(std::move(documents)),
      m_day(clock.today())
{
    connect(&notifier, &storage::ChangeNotifier::changed, this, [this](const storage::ChangeSet &changes) {
        if (changes.touches("day_receipt"_L1) || changes.touches("trusted_key"_L1) || changes.touches("outbox"_L1)) {
            m_failure.clear();
            reload();
        }
    });
    connect(&sync, &shell::SyncFace::changed, this, &ReceiptViewModel::changed);
    const auto days = m_receipts.days();
    // Before today's is there the last one is what a person looks for.
    if (days && !days->empty())
        m_day = days->front();
    reload();
}

void ReceiptViewModel::reload()
{
    m_days = m_receipts.days().value_or(std::vector<Day>());
    const auto proof = m_receipts.proof(m_day);
    m_proof = proof ? *proof : std::nullopt;
    if (!proof)
        m_failure = OutboxWords::error(proof.error());
    QList<ProofRow> rows;
    for (const client::VisitProof &visit : m_proof ? m_proof->visits : std::vector<client::VisitProof>())
        rows.append({visit.visit, ReceiptWords::visitTitle(visit), ReceiptWords::visitDetail(visit),
                     isGenuine() && visit.isConfirmed()});
    m_visits.setRows(rows);
    Q_EMIT changed();
}

QString ReceiptViewModel::extras() const
{
    QStringList parts;
    if (m_proof && m_proof->referrals > 0)
        parts.append(tr("%n referral(s)", nullptr, m_proof->referrals));
    if (m_proof && m_proof->bonusEntries > 0)
        parts.append(tr("%n bonus entry(ies)", nullptr, m_proof->bonusEntries));
    return parts.join(u", "_s);
}

bool ReceiptViewModel::hasEarlier() const
{
    return std::ranges::any_of(m_days, [this](Day day) { return day < m_day; });
}

bool ReceiptViewModel::hasLater() const
{
    return m_day < m_clock.today();
}

void ReceiptViewModel::earlier()
{
    const auto found = std::ranges::find_if(m_days, [this](Day day) { return day < m_day; });
    if (found == m_days.end())
        return;
    m_day = *found;
    m_failure.clear();
    reload();
}

void ReceiptViewModel::later()
{
    Day next = m_clock.today();
    for (const Day day : m_days) {
        if (day > m_day)
            next = std::min(next, day);
    }
    if (next <= m_day)
        return;
    m_day = next;
    m_failure.clear();
    reload();
}

void ReceiptViewModel::fetch()
{
    m_sync.fetchReceipt(toQDate(m_day));
}

QString ReceiptViewModel::blocked() const
{
    if (!m_sync.isOnline())
        return tr("You work offline. Switch that off to ask the server.");
    return m_sync.state() == shell::SyncFace::State::SignedOut ? tr("Please sign in to ask the server.") : QString();
}

QString ReceiptViewModel::failure() const
{
    if (!m_failure.isEmpty())
        return m_failure;
    return m_sync.isOnline() && m_sync.state() != shell::SyncFace::State::SignedOut ? m_sync.error() : QString();
}

void ReceiptViewModel::exportFile()
{
    const auto bytes = m_receipts.file(m_day);
    const QString path = QDir(m_documents).filePath(u"turnus-%1.receipt"_s.arg(toQDate(m_day).toString(Qt::ISODate)));
    QDir().mkpath(m_documents);
    QSaveFile file(path);
    if (bytes && file.open(QIODevice::WriteOnly) && file.write(*bytes) == bytes->size() && file.commit()) {
        m_failure.clear();
        Q_EMIT exported(path);
    } else {
        m_failure = tr("The file could not be written: %1").arg(path);
    }
    Q_EMIT changed();
}

} // namespace turnus::outbox
