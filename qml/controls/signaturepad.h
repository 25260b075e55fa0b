#pragma once

#include "qml/controls/strokes/signaturestrokes.h"

#include <QColor>
#include <QImage>
#include <QQuickPaintedItem>

class QPainter;

namespace turnus {

/// Draws and keeps what a finger or pen writes. `strokes` can be stored and set again; it is empty when nothing was
/// drawn. A finished stroke is what counts: `strokes` and `edited()` follow when the finger lifts.
class SignaturePad : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QByteArray strokes READ strokes WRITE setStrokes NOTIFY strokesChanged)
    Q_PROPERTY(bool empty READ isEmpty NOTIFY strokesChanged)
    Q_PROPERTY(int strokeCount READ strokeCount NOTIFY strokesChanged)
    Q_PROPERTY(QColor penColor READ penColor WRITE setPenColor NOTIFY penColorChanged)
    Q_PROPERTY(bool readOnly READ isReadOnly WRITE setReadOnly NOTIFY readOnlyChanged)

public:
    explicit SignaturePad(QQuickItem *parent = nullptr);

    [[nodiscard]] QByteArray strokes() const;
    void setStrokes(const QByteArray &bytes);
    [[nodiscard]] bool isEmpty() const { return m_drawing.strokes.isEmpty(); }
    [[nodiscard]] int strokeCount() const { return static_cast<int>(m_drawing.strokes.size()); }
    [[nodiscard]] QColor penColor() const { return m_penColor; }
    void setPenColor(const QColor &color);
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    void setReadOnly(bool readOnly);

    /// Strokes of points from 0 to 1, for the report.
    [[nodiscard]] QList<QList<QPointF>> normalisedStrokes() const { return m_drawing.strokes; }

    Q_INVOKABLE void undo();
    Q_INVOKABLE void clear();

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void strokesChanged();
    void penColorChanged();
    void readOnlyChanged();
    /// The user drew, undid or cleared.
    void edited();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseUngrabEvent() override;
    void touchEvent(QTouchEvent *event) override;
    void touchUngrabEvent() override;

private:
    void begin(const QPointF &position);
    void extend(const QPointF &position);
    void finish();
    [[nodiscard]] QPointF normalised(const QPointF &position) const;

    SignatureStrokes m_drawing;
    QList<QPointF> m_current;
    QColor m_penColor = Qt::black;
    int m_touchId = -1;
    bool m_drawingNow = false;
    bool m_readOnly = false;
};

} // namespace turnus
