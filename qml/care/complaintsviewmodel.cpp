#include "qml/care/complaintsviewmodel.h"

#include "core/storage/changes.h"
#include "core/support/clock.h"
#include "qml/care/complaintwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::carepage {

namespace {

const QString whatDraft = u"what"_s;
const QString unitDraft = u"unit"_s;

QString settlementDraft(ComplaintId complaint)
{
    return u"settlement/%1"_s.arg(complaint.value);
}

Error inputError(QStringView code)
{
    return fail(Domain::Input, code, {}).value();
}

} // namespace

ComplaintsViewModel::ComplaintsViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier,
                                         const Clock &clock, CustomerId customer, VisitId visit, QObject *parent)
    : QObject(parent), m_store(connection), m_drafts(connection), m_clock(clock), m_customer(customer),
      m_visit(visit), m_unit{m_drafts.text(draftKey(unitDraft)).value_or(QString()).toLongLong()},
      m_what(m_drafts.text(draftKey(whatDraft)).value_or(QString()))
{
    reload();
    connect(&notifier, &storage::ChangeNotifier::changed, this, [this](const storage::ChangeSet &changes) {
        if (changes.touches("complaint"_L1) || changes.touches("asset"_L1) || changes.touches("staff"_L1))
            reload();
    });
}

void ComplaintsViewModel::reload()
{
    finish(read());
}

Status ComplaintsViewModel::read()
{
    TURNUS_ASSIGN(open, m_store.openOf(m_customer));
    TURNUS_ASSIGN(settled, m_store.settledOf(m_customer));
    TURNUS_ASSIGN(units, m_store.units(m_customer));
    m_units = std::move(units);
    const Day today = m_clock.today();
    QList<ComplaintRow> rows;
    for (const care::Complaint &complaint : open)
        rows.append({complaint.id.value, complaint.what, ComplaintWords::detail(complaint, today)});
    m_open.setRows(rows);
    rows.clear();
    for (const care::Complaint &complaint : settled)
        rows.append({complaint.id.value, complaint.what, ComplaintWords::settlement(complaint, today)});
    m_settled.setRows(rows);
    return {};
}

QStringList ComplaintsViewModel::units() const
{
    return QStringList{tr("No unit in particular")} + ComplaintWords::units(m_units);
}

int ComplaintsViewModel::unit() const
{
    const auto chosen = std::ranges::find(m_units, m_unit, &care::ComplaintUnit::id);
    return chosen == m_units.end() ? 0 : static_cast<int>(chosen - m_units.begin()) + 1;
}

void ComplaintsViewModel::setUnit(int unit)
{
    m_unit = unit > 0 && unit <= static_cast<int>(m_units.size()) ? m_units[size_t(unit) - 1].id : AssetId{};
    keep(unitDraft, QString::number(m_unit.value));
}

void ComplaintsViewModel::setWhat(const QString &what)
{
    if (what == m_what)
        return;
    m_what = what;
    keep(whatDraft, what);
}

QString ComplaintsViewModel::missing() const
{
    return m_what.trimmed().isEmpty() ? ComplaintWords::error(inputError(u"complaint-empty")) : QString();
}

void ComplaintsViewModel::setSettlement(const QString &settlement)
{
    if (settlement == m_settlement)
        return;
    m_settlement = settlement;
    keep(settlementDraft(m_settling), settlement);
}

QString ComplaintsViewModel::settlementMissing() const
{
    return m_settlement.trimmed().isEmpty() ? ComplaintWords::error(inputError(u"settlement-empty")) : QString();
}

QString ComplaintsViewModel::settling() const
{
    const auto found = std::ranges::find(m_open.rows(), m_settling.value, &ComplaintRow::id);
    return found == m_open.rows().end() ? QString() : found->what;
}

void ComplaintsViewModel::beginTaking()
{
    finish({});
}

bool ComplaintsViewModel::take()
{
    // A unit that was taken away meanwhile shows as none.
    const AssetId about = unit() > 0 ? m_unit : AssetId{};
    const auto taken = m_store.open({.customer = m_customer, .asset = about, .visit = m_visit, .what = m_what});
    if (!taken)
        return finish(tl::unexpected(taken.error()));
    m_what.clear();
    m_unit = {};
    const Status unitDropped = m_drafts.remove(draftKey(unitDraft));
    const Status dropped = m_drafts.remove(draftKey(whatDraft));
    return finish(unitDropped ? dropped : unitDropped);
}

void ComplaintsViewModel::beginSettling(int row)
{
    const ComplaintRow *complaint = m_open.at(row);
    m_settling = complaint ? ComplaintId{complaint->id} : ComplaintId{};
    m_settlement = m_drafts.text(draftKey(settlementDraft(m_settling))).value_or(QString());
    finish({});
}

bool ComplaintsViewModel::settle()
{
    const Status settled = m_store.settle(m_settling, m_settlement);
    if (!settled)
        return finish(settled);
    m_settlement.clear();
    return finish(m_drafts.remove(draftKey(settlementDraft(m_settling))));
}

QString ComplaintsViewModel::draftKey(const QString &name) const
{
    return u"complaint/%1/%2"_s.arg(m_customer.value).arg(name);
}

void ComplaintsViewModel::keep(const QString &name, const QString &text)
{
    finish(m_drafts.setAbout(m_customer, draftKey(name), text));
}

bool ComplaintsViewModel::finish(const Status &status)
{
    m_error = status ? QString() : ComplaintWords::error(status.error());
    Q_EMIT changed();
    return status.has_value();
}

} // namespace turnus::carepage
