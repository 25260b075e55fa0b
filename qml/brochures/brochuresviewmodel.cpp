#include "qml/brochures/brochuresviewmodel.h"

#include "core/storage/changes.h"
#include "core/support/clock.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::brochures {

namespace {

/// The chips after "all": machines, water, service.
enum Kind { AllKinds, Machines, Water, Service };

Kind kindOf(const content::Brochure &brochure)
{
    if (!brochure.product)
        return Service;
    return brochure.category == u"water_filter" ? Water : Machines;
}

} // namespace

BrochuresViewModel::BrochuresViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier,
                                       const Clock &clock, Context context, QObject *parent)
    : QObject(parent), m_library(connection), m_base(connection), m_clock(clock), m_context(std::move(context))
{
    reload();
    connect(&notifier, &storage::ChangeNotifier::changed, this, [this](const storage::ChangeSet &changes) {
        if (changes.touches("brochure"_L1) || changes.touches("content_file"_L1) || changes.touches("product"_L1))
            reload();
    });
}

void BrochuresViewModel::setLanguage(const QString &language)
{
    m_context.language = language;
    reload();
}

void BrochuresViewModel::setFilter(int filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    fill();
    Q_EMIT changed();
}

void BrochuresViewModel::setQuery(const QString &query)
{
    if (query == m_query)
        return;
    m_query = query;
    fill();
    Q_EMIT changed();
}

void BrochuresViewModel::reload()
{
    const Status status = read();
    m_error = status ? QString() : status.error().code;
    Q_EMIT changed();
}

Status BrochuresViewModel::read()
{
    TURNUS_ASSIGN(brochures, m_library.all(m_context.language));
    m_brochures = std::move(brochures);
    // What may not be shown stands below what may.
    std::stable_partition(m_brochures.begin(), m_brochures.end(),
                          [today = m_clock.today()](const content::Brochure &brochure) {
                              const content::Validity validity = brochure.validity(today);
                              return validity != content::Validity::Expired && validity != content::Validity::NotYet;
                          });
    m_filters = {tr("All"), tr("Units"), tr("Water"), tr("Service")};
    const Day today = m_clock.today();
    m_present = m_total = m_loading = 0;
    for (const content::Brochure &brochure : m_brochures) {
        const content::Validity validity = brochure.validity(today);
        if (validity == content::Validity::Expired)
            continue;
        ++m_total;
        ++(brochure.present ? m_present : m_loading);
    }
    fill();
    return readFitting();
}

Status BrochuresViewModel::readFitting()
{
    if (!m_context.asset)
        return {};
    const Day today = m_clock.today();
    TURNUS_ASSIGN(asset, m_base.asset(m_context.asset));
    TURNUS_ASSIGN(fitting, m_library.fitting(m_context.asset, m_context.language, today));
    m_fittingTitle = tr("For %1, %2").arg(asset.product.name, asset.customerName);
    QList<BrochureRow> rows;
    for (const content::Brochure &brochure : fitting)
        rows.append(brochureRow(brochure, m_context.contentDirectory, today, true));
    m_fitting.setRows(rows);
    return {};
}

void BrochuresViewModel::fill()
{
    QList<BrochureRow> rows;
    for (const content::Brochure &brochure : m_brochures) {
        const bool wanted = (m_filter == AllKinds || kindOf(brochure) == m_filter) &&
                            (m_query.isEmpty() || brochure.title.contains(m_query, Qt::CaseInsensitive) ||
                             brochure.productName.contains(m_query, Qt::CaseInsensitive));
        if (wanted)
            rows.append(brochureRow(brochure, m_context.contentDirectory, m_clock.today(), false));
    }
    m_all.setRows(rows);
}

} // namespace turnus::brochures
