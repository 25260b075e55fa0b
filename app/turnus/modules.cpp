#include "app/turnus/modules.h"

#include "qml/asset/pages.h"
#include "qml/bonus/pages.h"
#include "qml/brochures/pages.h"
#include "qml/forecast/pages.h"
#include "qml/opportunities/pages.h"
#include "qml/outbox/pages.h"
#include "qml/settings/pages.h"
#include "qml/team/pages.h"
#include "qml/today/pages.h"
#include "qml/visit/pages.h"

#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Turnus_AssetPlugin)
Q_IMPORT_QML_PLUGIN(Turnus_BonusPlugin)
Q_IMPORT_QML_PLUGIN(Turnus_BrochuresPlugin)
Q_IMPORT_QML_PLUGIN(Turnus_CarePlugin)
Q_IMPORT_QML_PLUGIN(Turnus_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Turnus_ForecastPlugin)
Q_IMPORT_QML_PLUGIN(Turnus_OpportunitiesPlugin)
Q_IMPORT_QML_PLUGIN(Turnus_OutboxPlugin)
Q_IMPORT_QML_PLUGIN(Turnus_SettingsPlugin)
Q_IMPORT_QML_PLUGIN(Turnus_ShellPlugin)
Q_IMPORT_QML_PLUGIN(Turnus_TeamPlugin)
Q_IMPORT_QML_PLUGIN(Turnus_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Turnus_TodayPlugin)
Q_IMPORT_QML_PLUGIN(Turnus_VisitPlugin)

namespace turnus::app {

void addAllPages(shell::PageRegistry &registry, const shell::Services &services)
{
    shell::addPages(registry);
    today::addPages(registry, services);
    visitpage::addPages(registry, services);
    asset::addPages(registry, services);
    brochures::addPages(registry, services);
    opportunities::addPages(registry, services);
    bonus::addPages(registry, services);
    team::addPages(registry, services);
    outlook::addPages(registry, services);
    outbox::addPages(registry, services);
    settings::addPages(registry, services);
}

} // namespace turnus::app
