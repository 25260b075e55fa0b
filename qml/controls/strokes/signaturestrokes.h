#pragma once

#include <QByteArray>
#include <QList>
#include <QPointF>

namespace turnus {

/// What was drawn on a signature pad: strokes of points from 0 to 1 in both directions, and the pad's width over
/// height. As bytes it is a small, versioned format that does not depend on the device it was drawn on.
struct SignatureStrokes
{
    using Stroke = QList<QPointF>;

    QList<Stroke> strokes;
    double aspect = 2;

    [[nodiscard]] QByteArray toBytes() const;
    /// Nothing (no strokes) when the bytes are not a signature.
    [[nodiscard]] static SignatureStrokes fromBytes(const QByteArray &bytes);
};

} // namespace turnus
