#include "qml/today/pages.h"

#include "qml/shell/session.h"
#include "qml/today/todayviewmodel.h"

using namespace Qt::StringLiterals;

namespace turnus::today {

void addPages(shell::PageRegistry &registry, const shell::Services &services)
{
    const auto viewModel = [services](const shell::PageRequest &) -> QObject * {
        auto *model =
            new TodayViewModel(services.connection, services.notifier, services.clock, services.position,
                               services.session.staff(), services.contentDirectory, services.session.language());
        QObject::connect(&services.session, &shell::Session::languageChanged, model,
                         [model, &session = services.session] { model->setLanguage(session.language()); });
        return model;
    };
    registry.add({.key = u"today"_s,
                  .source = QUrl(u"qrc:/qt/qml/Turnus/Today/TodayPage.qml"_s),
                  .viewModel = viewModel,
                  .place = shell::Place{.title = [] { return TodayViewModel::tr("Today"); },
                                        .icon = u"today"_s,
                                        .order = 10,
                                        .roles = shell::Place::Technician}});
}

} // namespace turnus::today
