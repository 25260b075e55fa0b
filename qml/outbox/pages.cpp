#include "qml/outbox/pages.h"

#include "qml/outbox/outboxviewmodel.h"
#include "qml/outbox/receiptviewmodel.h"
#include "qml/shell/session.h"

#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace turnus::outbox {

void addPages(shell::PageRegistry &registry, const shell::Services &services)
{
    registry.add({.key = u"outbox"_s,
                  .source = QUrl(u"qrc:/qt/qml/Turnus/Outbox/OutboxPage.qml"_s),
                  .viewModel = [services](const shell::PageRequest &) -> QObject * {
                      const QString directory = QDir(services.contentDirectory).filePath(u"../discarded"_s);
                      auto *model = new OutboxViewModel(services.connection, services.notifier, services.clock,
                                                        services.sync, QDir::cleanPath(directory));
                      QObject::connect(&services.session, &shell::Session::languageChanged, model,
                                       &OutboxViewModel::retranslate);
                      return model;
                  },
                  .place = shell::Place{.title = [] { return OutboxViewModel::tr("Sync"); },
                                        .icon = u"sync"_s,
                                        .order = 70,
                                        .where = shell::Place::More}});
    registry.add({.key = u"receipt"_s,
                  .source = QUrl(u"qrc:/qt/qml/Turnus/Outbox/ReceiptPage.qml"_s),
                  .viewModel = [services](const shell::PageRequest &) -> QObject * {
                      auto *model =
                          new ReceiptViewModel(services.connection, services.notifier, services.clock, services.sync,
                                               QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
                      QObject::connect(&services.session, &shell::Session::languageChanged, model,
                                       &ReceiptViewModel::retranslate);
                      return model;
                  },
                  .place = {}});
}

} // namespace turnus::outbox
