#include "qml/controls/pdfpage.h"

#include <QPainter>
#include <QQuickWindow>
#include <QSGImageNode>
#include <memory>

namespace turnus {

PdfPage::PdfPage(QQuickItem *parent) : QQuickItem(parent), m_document(this), m_renderer(this)
{
    setFlag(ItemHasContents);
    m_renderer.setRenderMode(QPdfPageRenderer::RenderMode::MultiThreaded);
    m_renderer.setDocument(&m_document);
    connect(&m_renderer, &QPdfPageRenderer::pageRendered, this,
            [this](int page, QSize size, const QImage &image, QPdfDocumentRenderOptions, quint64 request) {
                take(page, size, image, request);
            });
}

void PdfPage::setFile(const QString &file)
{
    if (file == m_file)
        return;
    m_file = file;
    m_failed = !file.isEmpty() && m_document.load(file) != QPdfDocument::Error::None;
    Q_EMIT fileChanged();
    request();
}

void PdfPage::setPage(int page)
{
    if (page == m_page)
        return;
    m_page = page;
    Q_EMIT pageChanged();
    request();
}

void PdfPage::geometryChange(const QRectF &now, const QRectF &before)
{
    QQuickItem::geometryChange(now, before);
    if (now.size() != before.size())
        request();
}

QSize PdfPage::fittedSize() const
{
    const QSizeF points = m_document.pagePointSize(m_page - 1);
    const qreal ratio = window() ? window()->effectiveDevicePixelRatio() : 1.0;
    return points.scaled(size() * ratio, Qt::KeepAspectRatio).toSize();
}

void PdfPage::request()
{
    if (m_failed || m_page < 1 || m_page > m_document.pageCount() || width() < 1 || height() < 1)
        return;
    m_request = m_renderer.requestPage(m_page - 1, fittedSize());
}

void PdfPage::take(int page, QSize size, const QImage &image, quint64 request)
{
    // Answers to earlier wishes come late; only the newest counts.
    if (request != m_request || page != m_page - 1 || image.isNull())
        return;
    QImage paper(size, QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(0, 0, image);
    m_image = std::move(paper);
    m_imageIsNew = true;
    update();
    Q_EMIT readyChanged();
}

QSGNode *PdfPage::updatePaintNode(QSGNode *old, UpdatePaintNodeData * /*data*/)
{
    auto *node = static_cast<QSGImageNode *>(old);
    if (m_image.isNull() || width() < 1 || height() < 1) {
        delete node;
        return nullptr;
    }
    if (!node) {
        node = window()->createImageNode();
        node->setOwnsTexture(true);
        node->setFiltering(QSGTexture::Linear);
        m_imageIsNew = true;
    }
    if (m_imageIsNew)
        node->setTexture(window()->createTextureFromImage(m_image));
    m_imageIsNew = false;
    const QSizeF fitted = QSizeF(m_image.size()).scaled(size(), Qt::KeepAspectRatio);
    node->setRect(QRectF(QPointF((width() - fitted.width()) / 2, (height() - fitted.height()) / 2), fitted));
    return node;
}

} // namespace turnus
