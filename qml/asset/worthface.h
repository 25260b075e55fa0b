#pragma once

#include "core/forecast/compare.h"

#include <QString>
#include <QtQml/qqmlregistration.h>

namespace turnus::asset {

/// Keeping against replacing now, in words and two bars; said also when keeping wins.
struct WorthFace
{
    Q_GADGET
    QML_VALUE_TYPE(worthFace)
    Q_PROPERTY(bool known MEMBER known)
    Q_PROPERTY(bool keep MEMBER keep)
    Q_PROPERTY(QString headline MEMBER headline)
    Q_PROPERTY(QString advantage MEMBER advantage)
    Q_PROPERTY(QString keepText MEMBER keepText)
    Q_PROPERTY(QString replaceText MEMBER replaceText)
    Q_PROPERTY(double keepShare MEMBER keepShare)
    Q_PROPERTY(double replaceShare MEMBER replaceShare)
    Q_PROPERTY(QString basis MEMBER basis)

public:
    /// False without a price.
    bool known = false;
    bool keep = true;
    QString headline;
    QString advantage;
    QString keepText;
    QString replaceText;
    /// Lengths of the bars, 1 for the dearer.
    double keepShare = 0;
    double replaceShare = 0;
    QString basis;

    bool operator==(const WorthFace &) const = default;
};

WorthFace worthOf(const forecast::RepairOrReplace &compared, Money price);

} // namespace turnus::asset
