#include "qml/team/pages.h"

#include "qml/bonus/bonusviewmodel.h"
#include "qml/shell/session.h"
#include "qml/team/conflictsviewmodel.h"
#include "qml/team/teamviewmodel.h"

using namespace Qt::StringLiterals;

namespace turnus::team {

namespace {

template <class ViewModel>
ViewModel *following(ViewModel *model, const shell::Services &services)
{
    QObject::connect(&services.session, &shell::Session::languageChanged, model, &ViewModel::retranslate);
    return model;
}

TeamViewModel *teamModel(const shell::Services &services)
{
    return following(new TeamViewModel(services.connection, services.notifier, services.clock, services.session.staff(),
                                       services.contentDirectory),
                     services);
}

QUrl pageUrl(const QString &file)
{
    return QUrl(u"qrc:/qt/qml/Turnus/Team/%1.qml"_s.arg(file));
}

} // namespace

void addPages(shell::PageRegistry &registry, const shell::Services &services)
{
    const auto team = [services](const shell::PageRequest &) -> QObject * { return teamModel(services); };
    registry.add({.key = u"approvals"_s,
                  .source = pageUrl(u"ApprovalsPage"_s),
                  .viewModel = team,
                  .place = shell::Place{.title = [] { return TeamViewModel::tr("Approvals"); },
                                        .icon = u"tasks"_s,
                                        .order = 6,
                                        .roles = shell::Place::Supervisor}});
    registry.add({.key = u"approval"_s,
                  .source = pageUrl(u"ApprovalPage"_s),
                  .viewModel = [services](const shell::PageRequest &to) -> QObject * {
                      auto *model = new ReviewViewModel(services.connection, services.notifier, services.clock,
                                                        services.session.staff(), services.contentDirectory);
                      model->show(BonusEntryId{to.id});
                      return following(model, services);
                  }});
    registry.add({.key = u"conflicts"_s,
                  .source = pageUrl(u"ConflictsPage"_s),
                  .viewModel = [services](const shell::PageRequest &) -> QObject * {
                      return following(
                          new ConflictsViewModel(services.connection, services.notifier, services.clock, services.sync),
                          services);
                  }});
    registry.add({.key = u"team"_s,
                  .source = pageUrl(u"TeamPage"_s),
                  .viewModel = team,
                  .place = shell::Place{.title = [] { return TeamViewModel::tr("Team"); },
                                        .icon = u"team"_s,
                                        .order = 5,
                                        .roles = shell::Place::Supervisor}});
    registry.add({.key = u"ledger"_s,
                  .source = QUrl(u"qrc:/qt/qml/Turnus/Bonus/BonusPage.qml"_s),
                  .viewModel = [services](const shell::PageRequest &to) -> QObject * {
                      auto *model = new bonus::BonusViewModel(services.connection, services.notifier, services.clock,
                                                              StaffId{to.id});
                      model->nameTheirs();
                      return following(model, services);
                  }});
}

} // namespace turnus::team
