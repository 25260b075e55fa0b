#include "qml/visit/reportviewmodel.h"

#include "core/installedbase/assetforecasts.h"
#include "qml/visit/visitwords.h"

using namespace Qt::StringLiterals;

namespace turnus::visitpage {

namespace {

const QString signerDraft = u"signer"_s;
const QString strokesDraft = u"strokes"_s;
const QString typedDraft = u"typed"_s;

} // namespace

const ReportModel::Roles &ReportModel::roles() const
{
    static const Roles all{{Text, "text", [](const ReportRow &row) { return row.line.text; }},
                           {Label, "label", [](const ReportRow &row) { return row.line.label; }},
                           {FirstOfBlock, "firstOfBlock", &ReportRow::firstOfBlock}};
    return all;
}

ReportViewModel::ReportViewModel(const VisitContext &context, QObject *parent)
    : QObject(parent), m_context(context), m_signer(context.draft(signerDraft)),
      m_strokes(QByteArray::fromBase64(context.draft(strokesDraft).toLatin1())),
      m_typed(!context.draft(typedDraft).isEmpty())
{
}

void ReportViewModel::update(const visit::VisitFacts &facts)
{
    m_facts = facts;
    QList<ReportRow> rows;
    int block = -1;
    for (const visit::ReportLine &line : visit::reportLines(facts, m_context.clock.now(), QLocale())) {
        rows.append({line, line.block != block && block >= 0});
        block = line.block;
    }
    m_lines.setRows(rows);
    Q_EMIT changed();
}

QString ReportViewModel::dateText() const
{
    const Instant at = m_facts.visit.ended.value_or(m_context.clock.now());
    return QLocale().toString(toLocal(at).date(), QLocale::ShortFormat);
}

void ReportViewModel::setSigner(const QString &signer)
{
    if (signer == m_signer)
        return;
    m_signer = signer;
    m_context.setDraft(signerDraft, signer);
    Q_EMIT changed();
}

void ReportViewModel::setStrokes(const QByteArray &strokes)
{
    if (strokes == m_strokes)
        return;
    m_strokes = strokes;
    m_context.setDraft(strokesDraft, QString::fromLatin1(strokes.toBase64()));
    Q_EMIT strokesChanged();
    Q_EMIT changed();
}

void ReportViewModel::setTyped(bool typed)
{
    if (typed == m_typed)
        return;
    m_typed = typed;
    m_context.setDraft(typedDraft, typed ? u"1"_s : QString());
    Q_EMIT changed();
}

QString ReportViewModel::missing() const
{
    if (const int open = m_facts.requiredOpen(); open > 0)
        return VisitWords::tr("Still missing: %n checklist item(s)", nullptr, open);
    if (m_signer.trimmed().isEmpty())
        return tr("Still missing: the name of who signs");
    return !m_typed && m_strokes.isEmpty() ? tr("Still missing: the signature") : QString();
}

QString ReportViewModel::statement() const
{
    return visit::signatureStatement(m_context.connection, QLocale::languageToCode(QLocale().language()))
        .value_or(QString());
}

bool ReportViewModel::complete()
{
    if (m_busy || !missing().isEmpty())
        return false;
    const auto document = visit::prepareReport(m_context.connection, m_context.contentDirectory, m_context.visit,
                                               {m_signer, m_typed ? QByteArray() : m_strokes}, QLocale());
    if (!document) {
        m_context.failed(document.error());
        return false;
    }
    m_busy = true;
    Q_EMIT changed();
    renderLater(this, m_context.renderer, *document, [this, signedOne = *document](const auto &rendered) {
        m_busy = false;
        save(signedOne, rendered);
        Q_EMIT changed();
    });
    return true;
}

void ReportViewModel::save(const visit::ReportDocument &document, const Result<visit::RenderedReport> &rendered)
{
    if (!rendered) {
        m_context.failed(rendered.error());
        return;
    }
    installedbase::AssetForecasts forecasts(m_context.connection);
    const auto forecastAnew = [&](storage::Writer &writer, AssetId asset) {
        return forecasts.refreshWithin(writer, asset, m_context.clock.today());
    };
    if (m_context.check(visit::complete(m_context.connection, m_context.contentDirectory, m_context.visit, document,
                                        *rendered, QLocale(), forecastAnew)))
        Q_EMIT saved();
}

} // namespace turnus::visitpage
