#include "qml/opportunities/pages.h"

#include "qml/opportunities/opportunitiesviewmodel.h"
#include "qml/opportunities/proposalviewmodel.h"
#include "qml/opportunities/referralsviewmodel.h"
#include "qml/opportunities/referralviewmodel.h"
#include "qml/shell/session.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace turnus::opportunities {

namespace {

QUrl fileOf(const QString &name)
{
    return QUrl(u"qrc:/qt/qml/Turnus/Opportunities/%1.qml"_s.arg(name));
}

/// The visit the page was opened from, else the one under way at the unit's customer.
VisitId visitFor(const shell::Services &services, const shell::PageRequest &to)
{
    if (to.visit != 0)
        return VisitId{to.visit};
    return sales::EvidenceStore(services.connection)
        .currentVisit(AssetId{to.id}, services.session.staff(), services.clock.today())
        .value_or(VisitId{});
}

template <class ViewModel>
QObject *retold(const shell::Services &services, ViewModel *model)
{
    QObject::connect(&services.session, &shell::Session::languageChanged, model, &ViewModel::retranslate);
    return model;
}

template <class ViewModel>
QObject *inLanguage(const shell::Services &services, ViewModel *model)
{
    const shell::Session &session = services.session;
    QObject::connect(&session, &shell::Session::languageChanged, model,
                     [model, &session] { model->setLanguage(session.language()); });
    return model;
}

} // namespace

void addPages(shell::PageRegistry &registry, const shell::Services &services)
{
    registry.add(
        {.key = u"opportunities"_s,
         .source = fileOf(u"OpportunitiesPage"_s),
         .viewModel =
             [services](const shell::PageRequest &) {
                 return retold(services,
                               new OpportunitiesViewModel(services.connection, services.notifier, services.clock,
                                                          services.position, services.session.staff()));
             },
         .place = shell::Place{.title = [] { return QCoreApplication::translate("OpportunitiesPage", "Leads"); },
                               .icon = u"chance"_s,
                               .order = 20}});
    registry.add({.key = u"proposal"_s,
                  .source = fileOf(u"ProposalPage"_s),
                  .viewModel =
                      [services](const shell::PageRequest &to) {
                          return inLanguage(
                              services, new ProposalViewModel(services.connection, services.notifier, services.clock,
                                                              {.contentDirectory = services.contentDirectory,
                                                               .language = services.session.language(),
                                                               .asset = AssetId{to.id},
                                                               .visit = visitFor(services, to)}));
                      },
                  .place = {}});
    registry.add({.key = u"referral"_s,
                  .source = fileOf(u"ReferralPage"_s),
                  .viewModel =
                      [services](const shell::PageRequest &to) {
                          return inLanguage(services, new ReferralViewModel(services.connection, services.notifier,
                                                                            services.clock,
                                                                            {.language = services.session.language(),
                                                                             .asset = AssetId{to.id},
                                                                             .visit = visitFor(services, to),
                                                                             .technician = services.session.staff()}));
                      },
                  .place = {}});
    registry.add({.key = u"referrals"_s,
                  .source = fileOf(u"ReferralsPage"_s),
                  .viewModel =
                      [services](const shell::PageRequest &to) {
                          return retold(services,
                                        new ReferralsViewModel(services.connection, services.notifier, services.clock,
                                                               services.session.staff(), ReferralId{to.id}));
                      },
                  .place = {}});
}

} // namespace turnus::opportunities
