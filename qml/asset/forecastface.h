#pragma once

#include "core/forecast/forecast.h"

#include <QList>
#include <QStringList>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace turnus::asset {

/// A forecast as the asset page draws it: words, and the axis in months from today.
struct ForecastFace
{
    Q_GADGET
    QML_VALUE_TYPE(forecastFace)
    Q_PROPERTY(int status MEMBER status)
    Q_PROPERTY(QString headline MEMBER headline)
    Q_PROPERTY(QString range MEMBER range)
    Q_PROPERTY(QString window MEMBER window)
    Q_PROPERTY(QString sentence MEMBER sentence)
    Q_PROPERTY(QString usual MEMBER usual)
    Q_PROPERTY(QString confidence MEMBER confidence)
    Q_PROPERTY(double p10 MEMBER p10)
    Q_PROPERTY(double p50 MEMBER p50)
    Q_PROPERTY(double p90 MEMBER p90)
    Q_PROPERTY(double span MEMBER span)
    Q_PROPERTY(QVariantList curve MEMBER curve)
    Q_PROPERTY(QString p10Label MEMBER p10Label)
    Q_PROPERTY(QString p50Label MEMBER p50Label)
    Q_PROPERTY(QString p90Label MEMBER p90Label)
    Q_PROPERTY(QList<qreal> tickMonths MEMBER tickMonths)
    Q_PROPERTY(QList<QString> tickLabels MEMBER tickLabels)
    Q_PROPERTY(bool known MEMBER known)

public:
    int status = 0;
    QString headline;
    QString range;
    QString window;
    QString sentence;
    QString usual;
    QString confidence;
    double p10 = 0;
    double p50 = 0;
    double p90 = 0;
    double span = 18;
    QVariantList curve;
    QString p10Label;
    QString p50Label;
    QString p90Label;
    QList<qreal> tickMonths;
    QStringList tickLabels;
    /// False when there is no forecast.
    bool known = false;

    bool operator==(const ForecastFace &) const = default;
};

/// What shows of `forecast`, in the present locale.
ForecastFace faceOf(const forecast::Forecast &forecast, const forecast::Calibration &calibration,
                    const QString &product, Day today);

} // namespace turnus::asset
