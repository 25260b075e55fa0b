#include "qml/bonus/pages.h"

#include "qml/bonus/bonusviewmodel.h"
#include "qml/shell/session.h"

using namespace Qt::StringLiterals;

namespace turnus::bonus {

void addPages(shell::PageRegistry &registry, const shell::Services &services)
{
    registry.add(
        {.key = u"bonus"_s,
         .source = QUrl(u"qrc:/qt/qml/Turnus/Bonus/BonusPage.qml"_s),
         .viewModel = [services](const shell::PageRequest &) -> QObject * {
             auto *model =
                 new BonusViewModel(services.connection, services.notifier, services.clock, services.session.staff());
             QObject::connect(&services.session, &shell::Session::languageChanged, model, &BonusViewModel::retranslate);
             return model;
         },
         .place = shell::Place{.title = [] { return BonusViewModel::tr("Bonus"); },
                               .icon = u"bonus"_s,
                               .order = 40,
                               .roles = shell::Place::Technician}});
}

} // namespace turnus::bonus
