#include "qml/settings/settingsviewmodel.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace turnus::settings {

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
