#include "qml/settings/settingsviewmodel.h"

#include "core/storage/devicestate.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace turnus::settings {

using storage::DeviceState;

SettingsViewModel::SettingsViewModel(storage::Connection &connection, QObject *parent)
    : QObject(parent), m_connection(connection)
{
    const auto set = connection.read([&] { return DeviceState(connection).integer(DeviceState::largeFilesOnWifi); });
    m_largeFilesOnWifi = !set || set->value_or(1) != 0;
}

void SettingsViewModel::setLargeFilesOnWifi(bool on)
{
    const Status written = m_connection.write([&](storage::Writer &) -> Status {
        DeviceState(m_connection).set(DeviceState::largeFilesOnWifi, qint64{on});
        return {};
    });
    // What could not be kept is not shown as kept.
    if (written)
        m_largeFilesOnWifi = on;
    Q_EMIT largeFilesOnWifiChanged();
}

QString SettingsViewModel::version() const
{
    return QStringLiteral(TURNUS_VERSION);
}

QString SettingsViewModel::qtVersion() const
{
    return QString::fromLatin1(qVersion());
}

QString SettingsViewModel::fontLicence() const
{
    QFile file(u":/fonts/OFL.txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    // full lines of the file run on; the page breaks them where it is narrow
    constexpr qsizetype fullLine = 50;
    QString text;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n'))
        text += line.trimmed() + (line.size() > fullLine ? u' ' : u'\n');
    return text.trimmed();
}

} // namespace turnus::settings
