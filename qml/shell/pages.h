#pragma once

#include "core/support/clock.h"

#include <QObject>
#include <QUrl>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace turnus::storage {
class ChangeNotifier;
class Connection;
} // namespace turnus::storage
namespace turnus::schedule {
class PositionSource;
}
namespace turnus::visit {
class ReportRenderer;
}

namespace turnus::shell {

class Navigator;
class Session;
class SyncFace;

// How a module contributes pages
// ------------------------------
// 1. The module has `void addPages(shell::PageRegistry &, const shell::Services &)` in qml/<module>/pages.h, which
//    app/turnus calls once. It adds each of its pages:
//        registry.add({.key = u"asset"_s, .source = QUrl(u"qrc:/qt/qml/Turnus/Asset/AssetPage.qml"_s),
//                      .viewModel = [services](const shell::PageRequest &to) -> QObject * {
//                          return new AssetViewModel(services.connection, services.notifier, AssetId{to.id});
//                      }});
//    A view model gets what it needs in its constructor and lives as long as its page.
// 2. The page is a `ShellPage { required property AssetViewModel viewModel; … }` of Turnus.Shell; a page whose entry
//    has no viewModel function has no such property. ShellPage has `wide`, `hidesNav`, `customerView`.
// 3. A page opens another by its key, wherever it lives: `Session.navigator.open("asset", assetId, visitId)`, goes back
//    by `Session.navigator.back()`, changes the place by `Session.navigator.show("today")`. Unknown keys are refused
//    (`Session.navigator.has("proposal")` tells). Keys in use are listed below.
// 4. A page with a `place` appears in the bar or rail (Place::Bar) or below "More" (Place::More) for the roles named.
// 5. The stack of open pages is kept in the drafts: after a kill the same page opens with the same ids. What is half
//    typed the page keeps itself, by storage::Drafts, under keys that begin with its own key and id.
// Titles are functions, so that they follow a change of language.
//
// Keys (id, visit): today · visit (appointment or visit id) · report (visit) · asset (asset, visit) · proposal (asset,
// visit) · brochure (brochure, visit) · presentation (brochure, visit) · referral (asset, visit) · customers · customer
// (customer, visit) · opportunities · brochures · bonus · team · approvals · forecast · outbox · receipt · settings ·
// more

/// What a page is opened with.
struct PageRequest
{
    QString page;
    qint64 id = 0;
    qint64 visit = 0; ///< the visit it is opened from, if any

    bool operator==(const PageRequest &) const = default;
};

struct Place
{
    enum Where { Bar, More };
    enum Role { Technician = 1, Supervisor = 2, Everybody = 3 };

    std::function<QString()> title;
    QString icon;
    int order = 0; ///< left to right, top to bottom
    Where where = Bar;
    Role roles = Everybody;
};

struct Page
{
    QString key;
    QUrl source;
    std::function<QObject *(const PageRequest &)> viewModel;
    std::optional<Place> place;
};

/// What a module's view models may need; each takes only its part.
struct Services
{
    storage::Connection &connection;
    storage::ChangeNotifier &notifier;
    const Clock &clock;
    schedule::PositionSource &position;
    Session &session;
    SyncFace &sync;
    QString contentDirectory; ///< files by their SHA-256
    std::shared_ptr<const visit::ReportRenderer> renderer;
};

/// All pages of the program, by key.
class PageRegistry
{
public:
    void add(Page page);
    [[nodiscard]] const Page *find(const QString &key) const;
    /// The pages that are places of the role, in their order.
    [[nodiscard]] QList<const Page *> places(Place::Where where, Place::Role role) const;

private:
    std::map<QString, Page> m_pages;
};

/// The shell's own: "more".
void addPages(PageRegistry &registry);

} // namespace turnus::shell
