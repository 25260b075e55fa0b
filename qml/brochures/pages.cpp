#include "qml/brochures/pages.h"

#include "qml/brochures/brochuresviewmodel.h"
#include "qml/brochures/presentationviewmodel.h"
#include "qml/shell/session.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace turnus::brochures {

void addPages(shell::PageRegistry &registry, const shell::Services &services)
{
    registry.add(
        {.key = u"brochures"_s,
         .source = QUrl(u"qrc:/qt/qml/Turnus/Brochures/BrochuresPage.qml"_s),
         .viewModel = [services](const shell::PageRequest &to) -> QObject * {
             auto *model = new BrochuresViewModel(services.connection, services.notifier, services.clock,
                                                  {.contentDirectory = services.contentDirectory,
                                                   .language = services.session.language(),
                                                   .asset = AssetId{to.id},
                                                   .visit = VisitId{to.visit},
                                                   .technician = services.session.staff()});
             const shell::Session &session = services.session;
             QObject::connect(&session, &shell::Session::languageChanged, model,
                              [model, &session] { model->setLanguage(session.language()); });
             return model;
         },
         .place = shell::Place{.title = [] { return QCoreApplication::translate("BrochuresPage", "Brochures"); },
                               .icon = u"book"_s,
                               .order = 30}});
    for (const QString &key : {u"presentation"_s, u"brochure"_s}) {
        registry.add({.key = key,
                      .source = QUrl(u"qrc:/qt/qml/Turnus/Brochures/PresentationPage.qml"_s),
                      .viewModel = [services](const shell::PageRequest &to) -> QObject * {
                          return new PresentationViewModel(services.connection, services.clock,
                                                           services.contentDirectory, BrochureId{to.id},
                                                           VisitId{to.visit});
                      },
                      .place = {}});
    }
}

} // namespace turnus::brochures
