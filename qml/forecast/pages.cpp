#include "qml/forecast/pages.h"

#include "qml/forecast/outlookviewmodel.h"
#include "qml/shell/pages.h"
#include "qml/shell/session.h"

using namespace Qt::StringLiterals;

namespace turnus::outlook {

void addPages(shell::PageRegistry &registry, const shell::Services &services)
{
    registry.add({.key = u"forecast"_s,
                  .source = QUrl(u"qrc:/qt/qml/Turnus/Forecast/OutlookPage.qml"_s),
                  .viewModel = [services](const shell::PageRequest &) -> QObject * {
                      auto *model = new OutlookViewModel(services.connection, services.notifier, services.clock);
                      QObject::connect(&services.session, &shell::Session::languageChanged, model,
                                       &OutlookViewModel::retranslate);
                      return model;
                  },
                  .place = shell::Place{.title = [] { return OutlookViewModel::tr("Forecast"); },
                                        .icon = u"calc"_s,
                                        .order = 8,
                                        .where = shell::Place::More,
                                        .roles = shell::Place::Supervisor}});
}

} // namespace turnus::outlook
