#pragma once

#include "core/storage/connection.h"
#include "core/support/ids.h"
#include "core/support/time.h"

#include <QString>
#include <optional>
#include <vector>

namespace turnus::content {

enum class Validity { Valid, EndsSoon, Expired, NotYet };

struct Brochure
{
    BrochureId id;
    QString title;
    QString language;
    ProductId product;
    QString productName;
    QString category;
    QString sha256;
    qint64 size = 0;
    int pages = 0;
    int version = 0;
    Day validFrom;
    std::optional<Day> validUntil;
    /// Every byte is on this device and was checked.
    bool present = false;

    [[nodiscard]] Validity validity(Day today) const;
    /// May be opened in front of a customer.
    [[nodiscard]] bool showable(Day today) const;
};

/// The brochures of the company, and which of them fit a unit.
class Library
{
public:
    explicit Library(storage::Connection &connection) : m_connection(connection) {}

    /// All, those in `language` first, by title; expired ones too, so that nobody looks for them in vain.
    [[nodiscard]] Result<std::vector<Brochure>> all(const QString &language) const;
    /// Valid ones in `language` for this unit: of its successor, of its product, of its kind, and those for any unit;
    /// the newest version of each title.
    [[nodiscard]] Result<std::vector<Brochure>> fitting(AssetId asset, const QString &language, Day today) const;
    /// The same for a product that is proposed.
    [[nodiscard]] Result<std::vector<Brochure>> ofProduct(ProductId product, const QString &language, Day today) const;
    /// Error "not-found" when it is not on this device.
    [[nodiscard]] Result<Brochure> brochure(BrochureId id) const;

private:
    storage::Connection &m_connection;
};

} // namespace turnus::content
