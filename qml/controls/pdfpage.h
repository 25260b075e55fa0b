#pragma once

#include <QImage>
#include <QPdfDocument>
#include <QPdfPageRenderer>
#include <QQuickItem>

namespace turnus {

/// One page of a PDF file, fitted into the item. Rendered on a thread of its own at the screen's resolution; works with
/// every renderer, also without a GPU.
class PdfPage : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString file READ file WRITE setFile NOTIFY fileChanged)
    Q_PROPERTY(int page READ page WRITE setPage NOTIFY pageChanged)
    Q_PROPERTY(int pageCount READ pageCount NOTIFY fileChanged)
    Q_PROPERTY(bool failed READ hasFailed NOTIFY fileChanged)
    Q_PROPERTY(bool ready READ isReady NOTIFY readyChanged)

public:
    explicit PdfPage(QQuickItem *parent = nullptr);

    [[nodiscard]] QString file() const { return m_file; }
    void setFile(const QString &file);
    /// Counted from 1.
    [[nodiscard]] int page() const { return m_page; }
    void setPage(int page);
    [[nodiscard]] int pageCount() const { return m_document.pageCount(); }
    [[nodiscard]] bool hasFailed() const { return m_failed; }
    [[nodiscard]] bool isReady() const { return !m_image.isNull(); }

Q_SIGNALS:
    void fileChanged();
    void pageChanged();
    void readyChanged();

protected:
    QSGNode *updatePaintNode(QSGNode *node, UpdatePaintNodeData *data) override;
    void geometryChange(const QRectF &now, const QRectF &before) override;

private:
    void request();
    [[nodiscard]] QSize fittedSize() const;
    void take(int page, QSize size, const QImage &image, quint64 request);

    QPdfDocument m_document;
    QPdfPageRenderer m_renderer;
    QString m_file;
    int m_page = 1;
    bool m_failed = false;
    quint64 m_request = 0;
    QImage m_image;
    bool m_imageIsNew = false;
};

} // namespace turnus
