#include "core/content/library.h"

#include "core/content/limits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::content {

namespace {

using storage::Statement;

#define TURNUS_BROCHURE_COLUMNS                                                                                        \
    "b.id, b.title, b.language, b.product_id, ifnull(p.name, ''), ifnull(p.category, ''), b.sha256, b.size, b.pages, " \
    "b.version, b.valid_from, b.valid_until, ifnull(f.present, 0) FROM brochure b "                                    \
    "LEFT JOIN product p ON p.id = b.product_id LEFT JOIN content_file f ON f.sha256 = b.sha256 "

Brochure readBrochure(const Statement &row)
{
    return {.id = row.id<BrochureId>(0),
            .title = row.text(1),
            .language = row.text(2),
            .product = row.id<ProductId>(3),
            .productName = row.text(4),
            .category = row.text(5),
            .sha256 = row.text(6),
            .size = row.integer(7),
            .pages = row.number(8),
            .version = row.number(9),
            .validFrom = row.day(10),
            .validUntil = row.maybeDay(11),
            .present = row.flag(12)};
}

std::vector<Brochure> readBrochures(Statement &row)
{
    std::vector<Brochure> brochures;
    while (row.step())
        brochures.push_back(readBrochure(row));
    return brochures;
}

/// Keeps the first, best `count` that are valid, the newest version of each title.
std::vector<Brochure> bestOf(std::vector<Brochure> brochures, Day today, size_t count)
{
    std::vector<Brochure> kept;
    for (Brochure &brochure : brochures) {
        const Validity validity = brochure.validity(today);
        if (validity == Validity::Expired || validity == Validity::NotYet || kept.size() == count)
            continue;
        if (std::ranges::find(kept, brochure.title, &Brochure::title) == kept.end())
            kept.push_back(std::move(brochure));
    }
    return kept;
}

} // namespace

Validity Brochure::validity(Day today) const
{
    if (today < validFrom)
        return Validity::NotYet;
    if (!validUntil || today + limits::endsSoon < *validUntil)
        return Validity::Valid;
    return today <= *validUntil ? Validity::EndsSoon : Validity::Expired;
}

bool Brochure::showable(Day today) const
{
    const Validity now = validity(today);
    return present && (now == Validity::Valid || now == Validity::EndsSoon);
}

Result<std::vector<Brochure>> Library::all(const QString &language) const
{
    return m_connection.read([&] {
        Statement row = m_connection.query("SELECT " TURNUS_BROCHURE_COLUMNS
                                           "ORDER BY b.language = ? DESC, b.title COLLATE NOCASE, b.version DESC",
                                           language);
        return readBrochures(row);
    });
}

Result<std::vector<Brochure>> Library::fitting(AssetId asset, const QString &language, Day today) const
{
    return m_connection.read([&] {
        Statement row = m_connection.query(
            "SELECT " TURNUS_BROCHURE_COLUMNS "JOIN asset a ON a.id = ?1 JOIN product own ON own.id = a.product_id "
            "WHERE b.language = ?2 AND (b.product_id IS NULL OR p.category = own.category) "
            "ORDER BY CASE WHEN b.product_id = own.successor_id THEN 0 WHEN b.product_id IS NULL THEN 1 "
            "WHEN b.product_id = own.id THEN 2 ELSE 3 END, b.title COLLATE NOCASE, b.version DESC",
            asset, language);
        return bestOf(readBrochures(row), today, limits::fitting);
    });
}

Result<std::vector<Brochure>> Library::ofProduct(ProductId product, const QString &language, Day today) const
{
    return m_connection.read([&] {
        Statement row = m_connection.query("SELECT " TURNUS_BROCHURE_COLUMNS
                                           "WHERE b.product_id = ? AND b.language = ? ORDER BY b.version DESC",
                                           product, language);
        return bestOf(readBrochures(row), today, limits::fitting);
    });
}

Result<Brochure> Library::brochure(BrochureId id) const
{
    TURNUS_ASSIGN(found, m_connection.read([&]() -> std::optional<Brochure> {
        Statement row = m_connection.query("SELECT " TURNUS_BROCHURE_COLUMNS "WHERE b.id = ?", id);
        return row.step() ? std::optional(readBrochure(row)) : std::nullopt;
    }));
    if (!found)
        return fail(Domain::Content, u"not-found", u"no brochure %1 on this device"_s.arg(id.value));
    return *found;
}

} // namespace turnus::content
