#include "qml/visit/partsviewmodel.h"

#include "qml/visit/visitwords.h"

using namespace Qt::StringLiterals;

namespace turnus::visitpage {

namespace {

const QString partQueryDraft = u"part"_s;

} // namespace

const PartModel::Roles &PartModel::roles() const
{
    static const Roles all{
        {Name, "name", [](const PartRow &row) { return row.line.name; }},
        {Info, "info", &PartRow::detail},
        {Quantity, "quantity", [](const PartRow &row) { return row.line.quantity; }},
        {Ordered, "ordered", [](const PartRow &row) { return row.line.source == visit::PartSource::Order; }}};
    return all;
}

PartsViewModel::PartsViewModel(const VisitContext &context, QObject *parent)
    : QObject(parent), m_context(context), m_query(context.draft(partQueryDraft))
{
    search();
}

void PartsViewModel::update(const visit::VisitFacts &facts)
{
    const QLocale locale;
    QList<PartRow> rows;
    Money cost;
    bool known = true;
    for (const visit::PartLine &part : facts.parts) {
        const QString source = part.source == visit::PartSource::Van ? tr("from the van") : tr("to be ordered");
        rows.append({part, source + u" · "_s + VisitWords::money(part.unitPrice, locale)});
        known = known && part.unitPrice;
        if (part.unitPrice)
            cost += *part.unitPrice * part.quantity;
    }
    m_used.setRows(rows);
    if (rows.isEmpty())
        m_cost.clear();
    else
        m_cost = known ? VisitWords::money(cost, locale)
                       : tr("%1 and what has no price").arg(VisitWords::money(cost, locale));
    Q_EMIT changed();
}

void PartsViewModel::setQuery(const QString &query)
{
    if (query == m_query)
        return;
    m_query = query;
    m_context.setDraft(partQueryDraft, query);
    search();
    Q_EMIT changed();
}

void PartsViewModel::search()
{
    const auto found = m_context.lines().findParts(m_query);
    if (!found)
        m_context.failed(found.error());
    QList<PartRow> rows;
    for (const visit::PartHit &hit : found.value_or(std::vector<visit::PartHit>())) {
        visit::PartLine line{hit.part, hit.number, hit.name, 0, visit::PartSource::Van, hit.price};
        rows.append({line, hit.number + u" · "_s + VisitWords::money(hit.price, QLocale())});
    }
    m_hits.setRows(rows);
}

void PartsViewModel::record(visit::PartLine line, int quantity)
{
    line.quantity = quantity;
    m_context.check(m_context.lines().recordPart(line));
}

void PartsViewModel::add(int hit, bool order)
{
    const PartRow *row = m_hits.at(hit);
    if (!row)
        return;
    visit::PartLine line = row->line;
    line.source = order ? visit::PartSource::Order : visit::PartSource::Van;
    record(line, 1);
}

void PartsViewModel::addTyped(bool order)
{
    if (m_query.trimmed().isEmpty())
        return;
    record({.name = m_query.trimmed(), .source = order ? visit::PartSource::Order : visit::PartSource::Van}, 1);
    setQuery({});
}

void PartsViewModel::more(int row)
{
    if (const PartRow *part = m_used.at(row))
        record(part->line, 1);
}

void PartsViewModel::less(int row)
{
    if (const PartRow *part = m_used.at(row))
        record(part->line, -1);
}

} // namespace turnus::visitpage
