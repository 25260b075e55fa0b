#include "core/installedbase/search.h"

#include <QStringList>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::installedbase {

namespace {

/// What the person typed as an FTS5 query: words as quoted prefixes, all of which must be there. Quoting takes every
/// meaning from operators that somebody happens to type.
QString matchExpression(const QString &text)
{
    QStringList words;
    QString word;
    const auto finish = [&] {
        if (!word.isEmpty() && words.size() < limits::searchWords)
            words.append(u'"' + word + u"\"*"_s);
        word.clear();
    };
    for (const QChar c : text) {
        if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate())
            word.append(c);
        else
            finish();
    }
    finish();
    return words.join(u' ');
}

HitKind hitKind(const QString &kind)
{
    if (kind == u"customer")
        return HitKind::Customer;
    if (kind == u"site")
        return HitKind::Site;
    return kind == u"asset" ? HitKind::Asset : HitKind::Product;
}

// bm25() is smaller for better matches; the kinds' offsets decide between equals, and keep one customer's many
// assets from crowding out the customer.
constexpr std::string_view searchSql = R"(
    WITH hit AS MATERIALIZED (
        SELECT rowid AS id, title, kind,
               bm25(search, 10.0, 1.0) + CASE kind WHEN 'customer' THEN -6.0 WHEN 'site' THEN -2.0
                                                   WHEN 'product' THEN -3.0 ELSE 0.0 END AS score
        FROM search WHERE search MATCH ?1 ORDER BY score, title LIMIT ?2)
    SELECT hit.id, hit.kind, hit.title, ifnull(c.id, 0), ifnull(c.name, ''), ifnull(s.city, ''), ifnull(s.name, ''),
           ifnull(p.name, '')
    FROM hit
    LEFT JOIN asset a ON a.id = hit.id AND hit.kind = 'asset'
    LEFT JOIN site s ON s.id = CASE hit.kind WHEN 'asset' THEN a.site_id WHEN 'site' THEN hit.id
                                             WHEN 'customer' THEN (SELECT min(id) FROM site WHERE customer_id = hit.id) END
    LEFT JOIN customer c ON c.id = CASE hit.kind WHEN 'customer' THEN hit.id ELSE s.customer_id END
    LEFT JOIN product p ON p.id = CASE hit.kind WHEN 'product' THEN hit.id ELSE a.product_id END
    ORDER BY hit.score, hit.title)";

// One or two letters begin thousands of words: then only customers are looked at, by name.
constexpr std::string_view customersSql = R"(
    SELECT c.id, 'customer', c.name, c.id, c.name, ifnull((SELECT city FROM site WHERE customer_id = c.id LIMIT 1), ''),
           '', ''
    FROM search JOIN customer c ON c.id = search.rowid WHERE search MATCH ?1
    ORDER BY c.name COLLATE NOCASE LIMIT ?2)";
constexpr qsizetype shortWord = 2;

bool isShort(const QString &text)
{
    const QStringList words = text.simplified().split(u' ');
    return std::ranges::all_of(words, [](const QString &word) { return word.size() <= shortWord; });
}

SearchHit readHit(const storage::Statement &row)
{
    SearchHit hit{.kind = hitKind(row.text(1)),
                  .id = row.integer(0),
                  .customer = row.id<CustomerId>(3),
                  .title = row.text(2),
                  .detail = {}};
    const QString customer = row.text(4);
    const QString city = row.text(5);
    switch (hit.kind) {
    case HitKind::Customer:
        hit.detail = city;
        break;
    case HitKind::Site:
        hit.title = customer + u" · "_s + hit.title;
        hit.detail = city;
        break;
    case HitKind::Asset:
        hit.detail = customer + u" · "_s + row.text(6);
        hit.title = row.text(7) + u" · "_s + hit.title;
        break;
    case HitKind::Product:
        break;
    }
    return hit;
}

} // namespace

Result<std::vector<SearchHit>> Search::find(const QString &text, int limit) const
{
    const QString expression = matchExpression(text);
    if (expression.isEmpty())
        return std::vector<SearchHit>{};
    const auto ask = [&](std::string_view sql) {
        std::vector<SearchHit> hits;
        storage::Statement row = m_connection.query(sql, expression, limit);
        while (row.step())
            hits.push_back(readHit(row));
        return hits;
    };
    return m_connection.read([&] {
        if (isShort(text)) {
            std::vector<SearchHit> customers = ask(customersSql);
            if (customers.size() >= size_t(limit))
                return customers;
        }
        return ask(searchSql);
    });
}

} // namespace turnus::installedbase
