#include "qml/settings/pages.h"

#include "qml/settings/settingsviewmodel.h"
#include "qml/shell/pages.h"

using namespace Qt::StringLiterals;

namespace turnus::settings {

void addPages(shell::PageRegistry &registry, const shell::Services &services)
{
    registry.add({.key = u"settings"_s,
                  .source = QUrl(u"qrc:/qt/qml/Turnus/Settings/SettingsPage.qml"_s),
                  .viewModel = [&connection = services.connection](const shell::PageRequest &) -> QObject * {
                      return new SettingsViewModel(connection);
                  },
                  .place = shell::Place{.title = [] { return SettingsViewModel::tr("Settings"); },
                                        .icon = u"gear"_s,
                                        .order = 90,
                                        .where = shell::Place::More}});
}

} // namespace turnus::settings
