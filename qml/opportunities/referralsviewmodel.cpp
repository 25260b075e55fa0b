#include "qml/opportunities/referralsviewmodel.h"

#include "core/storage/changes.h"
#include "core/support/clock.h"
#include "qml/opportunities/words.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace turnus::opportunities {

namespace {

int toneOf(const QString &stage)
{
    if (stage == u"won")
        return Ok;
    return stage == u"lost" || stage == u"declined" ? Neutral : Info;
}

QString arrow(const sales::Referral &referral)
{
    if (referral.proposedProduct.isEmpty())
        return referral.assetProduct;
    return referral.assetProduct + u" → "_s + referral.proposedProduct;
}

} // namespace

QVariant ReferralModel::data(const QModelIndex &index, int role) const
{
    const ReferralRow *row = at(index);
    if (!row)
        return {};
    switch (role) {
    case IdRole:
        return row->id;
    case Qt::DisplayRole:
    case Title:
        return row->title;
    case Detail:
        return row->detail;
    case Stage:
        return row->stage;
    case Tone:
        return row->tone;
    case Changed:
        return row->changed;
    case Sync:
        return row->syncState;
    default:
        return {};
    }
}

QHash<int, QByteArray> ReferralModel::roleNames() const
{
    return {{IdRole, "referralId"}, {Title, "title"},     {Detail, "detail"}, {Stage, "stage"},
            {Tone, "tone"},         {Changed, "changed"}, {Sync, "syncState"}};
}

QVariant StepModel::data(const QModelIndex &index, int role) const
{
    const StepRow *row = at(index);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Title:
        return row->title;
    case Detail:
        return row->detail;
    case DayRole:
        return row->day;
    case Last:
        return row->last;
    default:
        return {};
    }
}

QHash<int, QByteArray> StepModel::roleNames() const
{
    return {{Title, "title"}, {Detail, "detail"}, {DayRole, "day"}, {Last, "last"}};
}

ReferralsViewModel::ReferralsViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier,
                                       const Clock &clock, StaffId technician, ReferralId first, QObject *parent)
    : QObject(parent), m_store(connection), m_clock(clock), m_technician(technician), m_shown(first),
      m_startsOpen(!first.isNull())
{
    reload();
    connect(&notifier, &storage::ChangeNotifier::changed, this, [this](const storage::ChangeSet &changes) {
        if (changes.touches("referral"_L1) || changes.touches("referral_event"_L1) || changes.touches("outbox"_L1) ||
            changes.touches("receipt"_L1))
            reload();
    });
}

void ReferralsViewModel::reload()
{
    const auto referrals = m_store.ofTechnician(m_technician);
    m_error = referrals ? QString() : referrals.error().code;
    if (referrals) {
        QList<ReferralRow> rows;
        for (const sales::Referral &referral : *referrals) {
            const bool sent = referral.sync == sales::SyncState::Confirmed;
            rows.append({.id = referral.id.value,
                         .title = referral.customerName,
                         .detail = arrow(referral),
                         .stage = Words::stage(referral.stage),
                         .tone = toneOf(referral.stage),
                         .changed = Words::shortDay(referral.changed),
                         .syncState = sent ? -1 : int(referral.sync)});
        }
        m_rows.setRows(rows);
    }
    if (m_shown) {
        const Status status = readSteps();
        if (!status)
            m_error = status.error().code;
    }
    Q_EMIT changed();
}

Status ReferralsViewModel::readSteps()
{
    TURNUS_ASSIGN(referral, m_store.referral(m_shown));
    TURNUS_ASSIGN(steps, m_store.timeline(m_shown));
    m_shownTitle = referral.customerName;
    QStringList detail{arrow(referral), Words::interest(referral.interest), referral.note};
    detail.removeAll(QString());
    m_shownDetail = detail.join(u" · "_s);
    QList<StepRow> rows;
    for (const sales::ReferralStep &step : steps) {
        QStringList words{step.byName, step.reason};
        words.removeAll(QString());
        rows.append({.number = static_cast<int>(rows.size()),
                     .title = Words::stage(step.stage),
                     .detail = words.join(u" · "_s),
                     .day = Words::shortDay(step.at),
                     .last = rows.size() + 1 == qsizetype(steps.size())});
    }
    m_steps.setRows(rows);
    Q_EMIT shownChanged();
    return {};
}

void ReferralsViewModel::show(qint64 referral)
{
    m_shown = ReferralId{referral};
    const Status status = readSteps();
    if (!status)
        m_error = status.error().code;
    Q_EMIT changed();
}

void ReferralsViewModel::retranslate()
{
    reload();
}

} // namespace turnus::opportunities
