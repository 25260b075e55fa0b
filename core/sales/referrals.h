#pragma once

#include "core/sales/guard.h"
#include "core/sales/syncstate.h"
#include "core/storage/connection.h"
#include "core/support/ids.h"

#include <QStringList>
#include <vector>

namespace turnus::sales {

/// How the customer stands to it.
enum class Interest { Hot, Later, Information };
/// The words in the tables: hot, later, information.
QString nameOf(Interest interest);

/// All that a technician hands to sales.
struct ReferralDraft
{
    AssetId asset;
    VisitId visit;
    StaffId technician;
    ProductId product; ///< what was proposed; null when nothing was
    ContactId contact; ///< who consented, if he is on the books
    QString consentGivenBy;
    QStringList media; ///< phone, email, visit: those he agreed to
    QString wordingLanguage;
    Interest interest = Interest::Hot;
    QString note;
    bool repairShown = false;
};

struct ConsentWording
{
    qint64 id = 0;
    int version = 0;
    QString body;
};

struct Referral
{
    ReferralId id;
    AssetId asset;
    CustomerId customer;
    QString customerName;
    QString assetProduct;
    QString proposedProduct;
    QString stage;
    QString interest;
    QString note;
    Instant created;
    /// The newest event; `created` without one.
    Instant changed;
    SyncState sync = SyncState::Confirmed;
};

struct ReferralStep
{
    QString stage;
    QString byName;
    QString reason;
    Instant at;
};

/// What a handed-over referral reserves for the technician.
struct ReferralBonus
{
    QString ruleName;
    QString ruleNumber;
    std::optional<Money> flat;
    std::optional<int> basisPoints;
    std::optional<Money> cap;
};

/// Hands referrals to sales, with consent and evidence, and reads what became of them.
class Referrals
{
public:
    explicit Referrals(storage::Connection &connection) : m_connection(connection) {}

    /// One transaction: a consent per medium, then the referral. Errors: "guard-complaint", "guard-evidence",
    /// "guard-repair", "guard-consent", "already-referred" (an open referral of the asset is on this device),
    /// "no-visit", "text-too-long".
    Result<ReferralId> handOver(const ReferralDraft &draft);
    /// The newest version of the consent's wording; English when the language has none, nullopt without any.
    [[nodiscard]] Result<std::optional<ConsentWording>> wording(const QString &language) const;
    /// Until when a consent that is given on `today` holds.
    [[nodiscard]] static Day consentUntil(Day today);
    /// The one that changed last first.
    [[nodiscard]] Result<std::vector<Referral>> ofTechnician(StaffId technician) const;
    /// Error "not-found" when it is not on this device.
    [[nodiscard]] Result<Referral> referral(ReferralId id) const;
    /// Its creation and its events, in order.
    [[nodiscard]] Result<std::vector<ReferralStep>> timeline(ReferralId id) const;
    /// The open (neither won, lost nor declined) referral of an asset; null without.
    [[nodiscard]] Result<ReferralId> openReferralOf(AssetId asset) const;
    /// The rule that a referral of this category falls under today; nullopt when none does.
    [[nodiscard]] Result<std::optional<ReferralBonus>> bonus(const QString &category, Day today) const;

private:
    Status recordConsents(storage::Writer &writer, const ReferralDraft &draft, CustomerId customer);

    storage::Connection &m_connection;
};

} // namespace turnus::sales
