#include "qml/visit/reportfileviewmodel.h"

#include "core/support/clock.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace turnus::visitpage {

namespace {

/// Beside the files that have a hash for their name, so that it goes with them when the device is wiped.
const QString previewName = u"report-preview.pdf"_s;

} // namespace

ReportFileViewModel::ReportFileViewModel(storage::Connection &connection, const QString &contentDirectory,
                                         const Renderer &renderer, VisitId visit, QObject *parent)
    : QObject(parent)
{
    const auto facts = visit::loadFacts(connection, contentDirectory, visit);
    if (!facts)
        return;
    m_facts = *facts;
    if (isPreview()) {
        preview(connection, contentDirectory, renderer);
        return;
    }
    const visit::Attachments files(connection, contentDirectory);
    const auto report = files.report(visit);
    if (report && *report)
        show(**report, files.pathOf((*report)->sha256));
    else if (report)
        m_state = NotHere;
}

ReportFileViewModel::~ReportFileViewModel()
{
    if (isPreview() && !m_file.isEmpty())
        QFile::remove(m_file);
}

void ReportFileViewModel::show(const visit::Attachment &report, const QString &path)
{
    QFile file(path);
    if (!file.exists()) {
        m_state = NotHere;
        return;
    }
    m_file = path;
    m_state = report.mediaType == u"application/pdf" ? Shown : Plain;
    if (m_state != Plain)
        return;
    if (file.open(QIODevice::ReadOnly))
        m_text = QString::fromUtf8(file.readAll());
    else
        m_state = Failed;
}

void ReportFileViewModel::preview(storage::Connection &connection, const QString &contentDirectory,
                                  const Renderer &renderer)
{
    const auto document =
        visit::reportDocument(connection, contentDirectory, m_facts, connection.clock().now(), {}, QLocale());
    if (!document)
        return;
    m_state = Making;
    const QString path = QDir(contentDirectory).filePath(previewName);
    renderLater(this, renderer, *document, [this, path](const auto &rendered) {
        take(rendered, path);
        Q_EMIT changed();
    });
}

void ReportFileViewModel::take(const Result<visit::RenderedReport> &rendered, const QString &path)
{
    m_state = Failed;
    if (!rendered || !QDir().mkpath(QFileInfo(path).path()))
        return;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(rendered->bytes) != rendered->bytes.size() || !file.commit())
        return;
    m_file = path;
    m_state = Shown;
}

} // namespace turnus::visitpage
