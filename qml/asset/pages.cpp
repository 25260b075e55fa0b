#include "qml/asset/pages.h"

#include "qml/asset/assetviewmodel.h"
#include "qml/asset/customersviewmodel.h"
#include "qml/shell/session.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace turnus::asset {

namespace {

QUrl pageFile(const QString &name)
{
    return QUrl(u"qrc:/qt/qml/Turnus/Asset/%1.qml"_s.arg(name));
}

template <class ViewModel>
QObject *following(const shell::Services &services, ViewModel *model)
{
    QObject::connect(&services.session, &shell::Session::languageChanged, model, &ViewModel::retranslate);
    return model;
}

} // namespace

void addPages(shell::PageRegistry &registry, const shell::Services &services)
{
    const auto asset = [services](const shell::PageRequest &to) {
        return following(services, new AssetViewModel(services.connection, services.notifier, services.clock,
                                                      services.contentDirectory, AssetId{to.id}, VisitId{to.visit}));
    };
    registry.add({.key = u"asset"_s, .source = pageFile(u"AssetPage"_s), .viewModel = asset, .place = {}});
    registry.add({.key = u"history"_s, .source = pageFile(u"AssetHistoryPage"_s), .viewModel = asset, .place = {}});
    registry.add({.key = u"customer"_s,
                  .source = pageFile(u"CustomerPage"_s),
                  .viewModel =
                      [services](const shell::PageRequest &to) {
                          return following(services,
                                           new CustomerViewModel(services.connection, services.notifier, services.clock,
                                                                 CustomerId{to.id}, VisitId{to.visit}));
                      },
                  .place = {}});
    registry.add(
        {.key = u"customers"_s,
         .source = pageFile(u"CustomersPage"_s),
         .viewModel =
             [services](const shell::PageRequest &) {
                 return following(services,
                                  new CustomersViewModel(services.connection, services.notifier, services.clock));
             },
         .place = shell::Place{.title = [] { return QCoreApplication::translate("CustomersPage", "Customers"); },
                               .icon = u"user"_s,
                               .order = 20,
                               .where = shell::Place::More}});
}

} // namespace turnus::asset
