#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace turnus::settings {

/// What the settings page says of the program itself: version and licences.
class SettingsViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the shell")
    Q_PROPERTY(QString version READ version CONSTANT)
    Q_PROPERTY(QString qtVersion READ qtVersion CONSTANT)

public:
    using QObject::QObject;

    [[nodiscard]] QString version() const;
    [[nodiscard]] QString qtVersion() const;
    /// The text that must go with the fonts.
    Q_INVOKABLE [[nodiscard]] QString fontLicence() const;
};

} // namespace turnus::settings
