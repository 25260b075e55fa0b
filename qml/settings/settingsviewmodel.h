#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace turnus::storage {
class Connection;
}

namespace turnus::settings {

/// What the settings page says of the program itself, and what is set for this handheld.
class SettingsViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the shell")
    Q_PROPERTY(QString version READ version CONSTANT)
    Q_PROPERTY(QString qtVersion READ qtVersion CONSTANT)

    Q_PROPERTY(bool largeFilesOnWifi READ largeFilesOnWifi WRITE setLargeFilesOnWifi NOTIFY largeFilesOnWifiChanged)

public:
    explicit SettingsViewModel(storage::Connection &connection, QObject *parent = nullptr);

    /// Large photos and brochures wait while the network costs by the byte.
    [[nodiscard]] bool largeFilesOnWifi() const { return m_largeFilesOnWifi; }
    void setLargeFilesOnWifi(bool on);

    [[nodiscard]] QString version() const;
    [[nodiscard]] QString qtVersion() const;
    /// The text that must go with the fonts.
    Q_INVOKABLE [[nodiscard]] QString fontLicence() const;

Q_SIGNALS:
    void largeFilesOnWifiChanged();

private:
    storage::Connection &m_connection;
    bool m_largeFilesOnWifi = true;
};

} // namespace turnus::settings
