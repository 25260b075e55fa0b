#include "qml/shell/pages.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::shell {

void PageRegistry::add(Page page)
{
    const QString key = page.key;
    m_pages.insert_or_assign(key, std::move(page));
}

const Page *PageRegistry::find(const QString &key) const
{
    const auto found = m_pages.find(key);
    return found == m_pages.end() ? nullptr : &found->second;
}

QList<const Page *> PageRegistry::places(Place::Where where, Place::Role role) const
{
    QList<const Page *> found;
    for (const auto &[key, page] : m_pages) {
        if (page.place && page.place->where == where && (page.place->roles & role))
            found.append(&page);
    }
    std::ranges::stable_sort(found, {}, [](const Page *page) { return page->place->order; });
    return found;
}

void addPages(PageRegistry &registry)
{
    registry.add({.key = u"more"_s,
                  .source = QUrl(u"qrc:/qt/qml/Turnus/Shell/MorePage.qml"_s),
                  .viewModel = {},
                  .place = Place{.title = [] { return QCoreApplication::translate("MorePage", "More"); },
                                 .icon = u"more"_s,
                                 .order = 90,
                                 .roles = Place::Everybody}});
}

} // namespace turnus::shell
