#pragma once

#include "core/storage/drafts.h"
#include "core/support/ids.h"
#include "core/support/money.h"

#include <QList>
#include <QStringList>
#include <optional>

namespace turnus::sales {

/// What a technician put together at the customer's table; kept on the device until the referral is handed over.
struct Proposal
{
    ProductId product;
    QList<ProductId> accessories;
    bool withContract = true;
    bool lease = false;
    /// The repair stands beside the new unit; honest advice needs its price.
    bool repair = true;
    std::optional<Money> repairCost;
    /// When the customer saw the repair's price.
    std::optional<Instant> repairShown;

    bool operator==(const Proposal &) const = default;
};

/// Who agreed to what, half filled in.
struct ConsentForm
{
    ContactId contact;
    QString givenBy;
    bool agreed = false;
    QStringList media;
    QString interest;
    QString note;

    bool operator==(const ConsentForm &) const = default;
};

/// Keeps both per asset over a kill.
class Proposals
{
public:
    explicit Proposals(storage::Connection &connection) : m_drafts(connection) {}
    /// nullopt when nothing was kept.
    [[nodiscard]] Result<std::optional<Proposal>> load(AssetId asset) const;
    Status save(AssetId asset, const Proposal &proposal);
    [[nodiscard]] Result<std::optional<ConsentForm>> loadConsent(AssetId asset) const;
    Status saveConsent(AssetId asset, const ConsentForm &form);
    /// The referral is made; nothing is left to keep.
    Status clear(AssetId asset);

private:
    storage::Drafts m_drafts;
};

} // namespace turnus::sales
