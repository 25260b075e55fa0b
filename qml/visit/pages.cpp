#include "qml/visit/pages.h"

#include "qml/shell/session.h"
#include "qml/visit/reportfileviewmodel.h"
#include "qml/visit/visitviewmodel.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace turnus::visitpage {

void addPages(shell::PageRegistry &registry, const shell::Services &services)
{
    const auto viewModel = [services](const shell::PageRequest &to) -> QObject * {
        auto *model = new VisitViewModel({services.connection, services.notifier, services.clock, services.position,
                                          services.contentDirectory,
                                          QStandardPaths::writableLocation(QStandardPaths::PicturesLocation),
                                          services.session.language(), services.renderer},
                                         to.id);
        QObject::connect(&services.session, &shell::Session::languageChanged, model,
                         [model, &session = services.session] { model->setLanguage(session.language()); });
        return model;
    };
    registry.add({.key = u"visit"_s,
                  .source = QUrl(u"qrc:/qt/qml/Turnus/Visit/VisitPage.qml"_s),
                  .viewModel = viewModel,
                  .place = {}});
    registry.add({.key = u"report"_s,
                  .source = QUrl(u"qrc:/qt/qml/Turnus/Visit/ReportPage.qml"_s),
                  .viewModel = [services](const shell::PageRequest &to) -> QObject * {
                      return new ReportFileViewModel(services.connection, services.contentDirectory, services.renderer,
                                                     VisitId{to.id});
                  },
                  .place = {}});
}

} // namespace turnus::visitpage
