#include "qml/controls/strokes/signaturestrokes.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <cmath>

namespace turnus {

namespace {

constexpr quint32 signatureMagic = 0x54534731; // "TSG1"
constexpr qsizetype longestStroke = 20'000;    // points; a minute of drawing
constexpr qsizetype mostStrokes = 1'000;
constexpr double steps = 65'535;

quint16 quantised(double share)
{
    return static_cast<quint16>(std::lround(std::clamp(share, 0.0, 1.0) * steps));
}

} // namespace

QByteArray SignatureStrokes::toBytes() const
{
    QByteArray bytes;
    if (strokes.isEmpty())
        return bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << signatureMagic << aspect << static_cast<quint16>(std::min(strokes.size(), mostStrokes));
    for (const Stroke &stroke : strokes.first(std::min(strokes.size(), mostStrokes))) {
        const qsizetype count = std::min(stroke.size(), longestStroke);
        out << static_cast<quint16>(count);
        for (const QPointF &point : stroke.first(count))
            out << quantised(point.x()) << quantised(point.y());
    }
    return bytes;
}

SignatureStrokes SignatureStrokes::fromBytes(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_0);
    quint32 magic = 0;
    quint16 count = 0;
    SignatureStrokes result;
    in >> magic >> result.aspect >> count;
    if (magic != signatureMagic || !std::isfinite(result.aspect) || result.aspect <= 0 || count > mostStrokes)
        return {};
    for (int i = 0; i < count; ++i) {
        quint16 points = 0;
        in >> points;
        if (in.status() != QDataStream::Ok || points > longestStroke)
            return {};
        Stroke stroke;
        for (int j = 0; j < points; ++j) {
            quint16 x = 0;
            quint16 y = 0;
            in >> x >> y;
            stroke.append({x / steps, y / steps});
        }
        result.strokes.append(std::move(stroke));
    }
    return in.status() == QDataStream::Ok ? result : SignatureStrokes{};
}

} // namespace turnus
