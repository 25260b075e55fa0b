#pragma once

#include <QString>

class QPainter;

namespace turnus::brochures {

/// Draws the product with this key (bk620, nova2, m75, …) into a box of 200 × 220 units that stands on y = 207;
/// false when there is no such product.
bool drawProduct(QPainter &painter, const QString &product);
/// All product keys that have a drawing.
QStringList drawnProducts();

} // namespace turnus::brochures
