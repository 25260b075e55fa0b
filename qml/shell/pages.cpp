#include "qml/shell/pages.h"

#include <algorithm>

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

} // namespace turnus::shell
