#include "core/sales/referrals.h"

#include "core/sales/limits.h"
#include "core/support/clock.h"
#include "core/support/limits.h"

using namespace Qt::StringLiterals;

namespace turnus::sales {

namespace {

using storage::Statement;

constexpr std::string_view openStages = "('new', 'accepted', 'offered')";

#define TURNUS_REFERRAL_COLUMNS                                                                                        \
    "r.id, r.asset_id, r.customer_id, c.name, ifnull(p.name, ''), ifnull(n.name, ''), r.stage, r.interest, r.note, "   \
    "r.created, ifnull((SELECT max(e.at) FROM referral_event e WHERE e.referral_id = r.id), "                          \
    "r.created), " TURNUS_SYNC_STATE(                                                                                  \
        "r.id") " FROM referral r JOIN customer c ON c.id = r.customer_id "                                            \
                "LEFT JOIN asset a ON a.id = r.asset_id LEFT JOIN product p ON p.id = a.product_id "                   \
                "LEFT JOIN product n ON n.id = r.product_id "

Referral readReferral(const Statement &row)
{
    return {.id = row.id<ReferralId>(0),
            .asset = row.id<AssetId>(1),
            .customer = row.id<CustomerId>(2),
            .customerName = row.text(3),
            .assetProduct = row.text(4),
            .proposedProduct = row.text(5),
            .stage = row.text(6),
            .interest = row.text(7),
            .note = row.text(8),
            .created = row.instant(9),
            .changed = row.instant(10),
            .sync = SyncState(row.number(11))};
}

Status guard(const Evidence &evidence, const ReferralDraft &draft)
{
    const std::vector<Missing> missing = missingFor(evidence, draft.repairShown, !draft.media.isEmpty());
    if (missing.empty())
        return {};
    switch (missing.front()) {
    case Missing::Settlement:
        return fail(Domain::Input, u"guard-complaint", u"the customer has a complaint open"_s);
    case Missing::Evidence:
        return fail(Domain::Input, u"guard-evidence", u"no finding with a grade and no due note"_s);
    case Missing::RepairShown:
        return fail(Domain::Input, u"guard-repair", u"the repair's price was not shown"_s);
    case Missing::Consent:
        break;
    }
    return fail(Domain::Input, u"guard-consent", u"nobody agreed to be contacted"_s);
}

} // namespace

QString nameOf(Interest interest)
{
    switch (interest) {
    case Interest::Hot:
        return u"hot"_s;
    case Interest::Later:
        return u"later"_s;
    case Interest::Information:
        break;
    }
    return u"information"_s;
}

Day Referrals::consentUntil(Day today)
{
    return addMonths(today, limits::consentMonths);
}

Result<std::optional<ConsentWording>> Referrals::wording(const QString &language) const
{
    return m_connection.read([&]() -> std::optional<ConsentWording> {
        Statement row =
            m_connection.query("SELECT id, version, body FROM wording WHERE topic = 'sales_contact' "
                               "AND language IN (?1, 'en') ORDER BY language = ?1 DESC, version DESC LIMIT 1",
                               language);
        if (!row.step())
            return std::nullopt;
        return ConsentWording{row.integer(0), row.number(1), row.text(2)};
    });
}

Status Referrals::recordConsents(storage::Writer &writer, const ReferralDraft &draft, CustomerId customer)
{
    TURNUS_ASSIGN(text, wording(draft.wordingLanguage));
    const std::optional<qint64> wordingId = text ? std::optional(text->id) : std::nullopt;
    const Day until = consentUntil(localDay(writer.now()));
    for (const QString &medium : draft.media) {
        TURNUS_ASSIGN(id, writer.mint<Id<struct ConsentTag>>());
        writer.insert("consent", id, "customer", customer,
                      {{"customer_id", customer},
                       {"contact_id", draft.contact},
                       {"visit_id", draft.visit},
                       {"technician_id", draft.technician},
                       {"given_by", draft.consentGivenBy},
                       {"medium", medium},
                       {"purpose", u"sales_contact"_s},
                       {"granted", true},
                       {"wording_id", wordingId},
                       {"valid_until", until},
                       {"at", writer.now()}});
    }
    return {};
}

Result<ReferralId> Referrals::handOver(const ReferralDraft &draft)
{
    if (draft.note.size() > turnus::limits::textLength || draft.consentGivenBy.size() > turnus::limits::textLength)
        return fail(Domain::Input, u"text-too-long", u"note or name"_s);
    if (!draft.visit)
        return fail(Domain::Input, u"no-visit", u"a referral belongs to a visit"_s);
    return m_connection.write([&](storage::Writer &writer) -> Result<ReferralId> {
        TURNUS_ASSIGN(evidence, EvidenceStore(m_connection).gather(draft.asset, draft.visit, writer.now()));
        TURNUS_TRY(guard(evidence, draft));
        TURNUS_ASSIGN(open, openReferralOf(draft.asset));
        if (open)
            return fail(Domain::Input, u"already-referred", u"referral %1 is open"_s.arg(open.value));
        Statement asset = m_connection.query("SELECT customer_id, site_id FROM asset WHERE id = ?", draft.asset);
        if (!asset.step())
            return fail(Domain::Input, u"no-asset", u"asset %1 is not on this device"_s.arg(draft.asset.value));
        const auto customer = asset.id<CustomerId>(0);
        TURNUS_TRY(recordConsents(writer, draft, customer));
        TURNUS_ASSIGN(id, writer.mint<ReferralId>());
        writer.insert("referral", id, "visit", draft.visit,
                      {{"customer_id", customer},
                       {"site_id", asset.id<SiteId>(1)},
                       {"contact_id", draft.contact},
                       {"asset_id", draft.asset},
                       {"visit_id", draft.visit},
                       {"due_note_id", evidence.dueNote},
                       {"technician_id", draft.technician},
                       {"product_id", draft.product},
                       {"interest", nameOf(draft.interest)},
                       {"note", draft.note.isEmpty() ? std::nullopt : std::optional(draft.note)},
                       {"repair_shown", draft.repairShown},
                       {"stage", u"new"_s},
                       {"created", writer.now()}});
        return id;
    });
}

Result<std::vector<Referral>> Referrals::ofTechnician(StaffId technician) const
{
    return m_connection.read([&] {
        std::vector<Referral> referrals;
        Statement row = m_connection.query(
            "SELECT " TURNUS_REFERRAL_COLUMNS "WHERE r.technician_id = ? ORDER BY 11 DESC, r.id DESC", technician);
        while (row.step())
            referrals.push_back(readReferral(row));
        return referrals;
    });
}

Result<Referral> Referrals::referral(ReferralId id) const
{
    TURNUS_ASSIGN(found, m_connection.read([&]() -> std::optional<Referral> {
        Statement row = m_connection.query("SELECT " TURNUS_REFERRAL_COLUMNS "WHERE r.id = ?", id);
        return row.step() ? std::optional(readReferral(row)) : std::nullopt;
    }));
    if (!found)
        return fail(Domain::Storage, u"not-found", u"no referral %1 on this device"_s.arg(id.value));
    return *found;
}

Result<std::vector<ReferralStep>> Referrals::timeline(ReferralId id) const
{
    return m_connection.read([&] {
        std::vector<ReferralStep> steps;
        Statement row =
            m_connection.query("SELECT 'new', s.name, NULL, r.created, 0 AS rank, r.id AS id FROM referral r "
                               "JOIN staff s ON s.id = r.technician_id WHERE r.id = ?1 UNION ALL "
                               "SELECT e.stage, ifnull(s.name, ''), e.reason, e.at, 1, e.id FROM referral_event e "
                               "LEFT JOIN staff s ON s.id = e.staff_id WHERE e.referral_id = ?1 ORDER BY rank, 4, id",
                               id);
        while (row.step())
            steps.push_back({row.text(0), row.text(1), row.text(2), row.instant(3)});
        return steps;
    });
}

Result<ReferralId> Referrals::openReferralOf(AssetId asset) const
{
    return m_connection.read([&] {
        Statement row = m_connection.query(std::string("SELECT id FROM referral WHERE asset_id = ? AND stage IN ") +
                                               std::string(openStages) + " ORDER BY created DESC LIMIT 1",
                                           asset);
        return row.step() ? row.id<ReferralId>(0) : ReferralId{};
    });
}

Result<std::optional<ReferralBonus>> Referrals::bonus(const QString &category, Day today) const
{
    return m_connection.read([&]() -> std::optional<ReferralBonus> {
        Statement row = m_connection.query(
            "SELECT name, number, flat_cents, basis_points, cap_cents FROM bonus_rule WHERE event = 'referral' "
            "AND (category IS NULL OR category = ?1) AND valid_from <= ?2 AND (valid_until IS NULL OR valid_until >= "
            "?2) "
            "ORDER BY category IS NULL, version DESC LIMIT 1",
            category, today);
        if (!row.step())
            return std::nullopt;
        return ReferralBonus{.ruleName = row.text(0),
                             .ruleNumber = row.text(1),
                             .flat = row.maybeMoney(2),
                             .basisPoints = row.isNull(3) ? std::nullopt : std::optional<int>(row.number(3)),
                             .cap = row.maybeMoney(4)};
    });
}

} // namespace turnus::sales
