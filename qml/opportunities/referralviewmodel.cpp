#include "qml/opportunities/referralviewmodel.h"

#include "core/installedbase/forecastwords.h"
#include "core/storage/changes.h"
#include "core/support/clock.h"
#include "qml/opportunities/words.h"

#include <QStringList>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace turnus::opportunities {

using installedbase::ForecastWords;

namespace {

constexpr std::array evidenceTables{"finding"_L1,  "due_note"_L1, "repair"_L1,  "page_view"_L1, "attachment"_L1,
                                    "referral"_L1, "wording"_L1,  "contact"_L1, "complaint"_L1};
constexpr std::array interests{sales::Interest::Hot, sales::Interest::Later, sales::Interest::Information};

} // namespace

ReferralViewModel::ReferralViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier,
                                     const Clock &clock, Context context, QObject *parent)
    : QObject(parent), m_base(connection), m_store(connection), m_referrals(connection), m_proposals(connection),
      m_clock(clock), m_context(std::move(context))
{
    reload();
    connect(&notifier, &storage::ChangeNotifier::changed, this, [this](const storage::ChangeSet &changes) {
        const auto touched = [&](QLatin1StringView table) { return changes.touches(table); };
        if (!m_handedOver && std::ranges::any_of(evidenceTables, touched))
            reload();
    });
}

void ReferralViewModel::setLanguage(const QString &language)
{
    m_context.language = language;
    reload();
}

void ReferralViewModel::reload()
{
    const Status status = read();
    m_error = status ? QString() : Words::error(status.error());
    Q_EMIT changed();
}

Status ReferralViewModel::read()
{
    TURNUS_ASSIGN(asset, m_base.asset(m_context.asset));
    TURNUS_ASSIGN(people, m_base.contacts(asset.customer));
    TURNUS_ASSIGN(evidence, m_store.gather(m_context.asset, m_context.visit, m_clock.now()));
    TURNUS_ASSIGN(wording, m_referrals.wording(m_context.language));
    TURNUS_ASSIGN(open, m_referrals.openReferralOf(m_context.asset));
    m_asset = std::move(asset);
    m_people = std::move(people);
    m_evidence = std::move(evidence);
    m_wording = std::move(wording);
    m_alreadyReferred = !open.isNull();
    return readForm();
}

Status ReferralViewModel::readForm()
{
    TURNUS_ASSIGN(proposal, m_proposals.load(m_context.asset));
    TURNUS_ASSIGN(form, m_proposals.loadConsent(m_context.asset));
    m_proposal = proposal.value_or(sales::Proposal{});
    m_product.reset();
    if (m_proposal.product) {
        TURNUS_ASSIGN(product, m_base.product(m_proposal.product));
        m_product = std::move(product);
    }
    TURNUS_ASSIGN(bonus,
                  m_referrals.bonus(m_product ? m_product->category : m_asset.product.category, m_clock.today()));
    m_bonus = std::move(bonus);
    if (form) {
        m_form = *form;
    } else if (m_form == sales::ConsentForm{} && !m_people.empty()) {
        m_form.contact = m_people.front().id;
        m_form.givenBy = m_people.front().name;
    }
    return {};
}

void ReferralViewModel::keep()
{
    const Status status = m_proposals.saveConsent(m_context.asset, m_form);
    m_error = status ? QString() : Words::error(status.error());
    Q_EMIT changed();
}

QString ReferralViewModel::subtitle() const
{
    return tr("Step 2 of 2 · %1").arg(m_product ? m_product->name : m_asset.product.name);
}

QString ReferralViewModel::findingText() const
{
    if (m_evidence.hasFinding())
        return tr("Finding: %1, grade %2").arg(m_evidence.finding).arg(*m_evidence.findingGrade);
    if (m_evidence.hasDueNote())
        return m_evidence.verdict == u"replace" ? tr("Due note: replace") : tr("Due note: repair");
    return tr("No finding with a grade and no due note yet");
}

QString ReferralViewModel::repairsText() const
{
    if (m_evidence.repairs == 0)
        return {};
    return tr("%n repair(s) for %1 in 12 months, from the history", nullptr, m_evidence.repairs)
        .arg(ForecastWords::money(m_evidence.repairCost));
}

QString ReferralViewModel::shownText() const
{
    QStringList parts;
    if (m_evidence.photos > 0)
        parts.append(tr("%n photo(s)", nullptr, m_evidence.photos));
    if (m_evidence.pagesShown > 0)
        parts.append(tr("%n brochure page(s) shown", nullptr, m_evidence.pagesShown));
    return parts.join(u" · "_s);
}

bool ReferralViewModel::isRepairDone() const
{
    return m_proposal.repair && m_proposal.repairShown.has_value();
}

QString ReferralViewModel::repairText() const
{
    if (!isRepairDone())
        return tr("The repair's price was not shown yet");
    return tr("Repair for %1 shown, %2")
        .arg(ForecastWords::money(m_proposal.repairCost.value_or(Money{})), Words::time(*m_proposal.repairShown));
}

int ReferralViewModel::doneCount() const
{
    return int(isEvidenceDone()) + int(isRepairDone()) + int(!agreedMedia().isEmpty());
}

QList<QString> ReferralViewModel::contacts() const
{
    QList<QString> names;
    for (const installedbase::Contact &person : m_people)
        names.append(person.name);
    return names;
}

int ReferralViewModel::contact() const
{
    const auto found = std::ranges::find(m_people, m_form.contact, &installedbase::Contact::id);
    return found == m_people.end() ? -1 : static_cast<int>(found - m_people.begin());
}

void ReferralViewModel::setContact(int index)
{
    const bool known = index >= 0 && index < static_cast<int>(m_people.size());
    m_form.contact = known ? m_people[size_t(index)].id : ContactId{};
    m_form.givenBy = known ? m_people[size_t(index)].name : QString();
    m_form.agreed = false;
    keep();
}

void ReferralViewModel::setGivenBy(const QString &name)
{
    if (name == m_form.givenBy)
        return;
    m_form.contact = {};
    m_form.givenBy = name;
    keep();
}

void ReferralViewModel::setAgreed(bool agreed)
{
    m_form.agreed = agreed;
    keep();
}

QString ReferralViewModel::consentTitle() const
{
    return m_form.givenBy.trimmed().isEmpty() ? tr("Somebody agrees") : tr("%1 agrees").arg(m_form.givenBy.trimmed());
}

QString ReferralViewModel::consentText() const
{
    const QString until = Words::day(sales::Referrals::consentUntil(m_clock.today()));
    const QString body = m_wording ? m_wording->body : tr("Sales may get in touch. You can withdraw at any time.");
    return tr("%1 Holds until %2.").arg(body, until);
}

void ReferralViewModel::setMedium(const QString &medium, bool on)
{
    m_form.media.removeAll(medium);
    if (on)
        m_form.media.append(medium);
    keep();
}

QStringList ReferralViewModel::agreedMedia() const
{
    return m_form.agreed && !m_form.givenBy.trimmed().isEmpty() ? m_form.media : QStringList();
}

int ReferralViewModel::interest() const
{
    const auto found = std::ranges::find_if(
        interests, [this](sales::Interest interest) { return sales::nameOf(interest) == m_form.interest; });
    return found == interests.end() ? 0 : static_cast<int>(found - interests.begin());
}

void ReferralViewModel::setInterest(int interest)
{
    if (interest < 0 || interest >= static_cast<int>(interests.size()))
        return;
    m_form.interest = sales::nameOf(interests[size_t(interest)]);
    keep();
}

void ReferralViewModel::setNote(const QString &note)
{
    if (note == m_form.note)
        return;
    m_form.note = note;
    keep();
}

QString ReferralViewModel::bonusText() const
{
    return Words::bonus(m_bonus);
}

QString ReferralViewModel::blocked() const
{
    if (m_handedOver)
        return {};
    if (m_alreadyReferred)
        return tr("This unit is already with sales.");
    if (!m_context.visit)
        return tr("Start a visit at this customer first.");
    const auto missing = sales::missingFor(m_evidence, isRepairDone(), !agreedMedia().isEmpty());
    return missing.empty() ? QString() : Words::missing(missing.front());
}

bool ReferralViewModel::handOver()
{
    const auto made = m_referrals.handOver({.asset = m_context.asset,
                                            .visit = m_context.visit,
                                            .technician = m_context.technician,
                                            .product = m_proposal.product,
                                            .contact = m_form.contact,
                                            .consentGivenBy = m_form.givenBy.trimmed(),
                                            .media = agreedMedia(),
                                            .wordingLanguage = m_context.language,
                                            .interest = interests[size_t(interest())],
                                            .note = m_form.note.trimmed(),
                                            .repairShown = isRepairDone()});
    if (!made) {
        m_error = Words::error(made.error());
        Q_EMIT changed();
        return false;
    }
    m_handedOver = true;
    const Status cleared = m_proposals.clear(m_context.asset);
    m_error = cleared ? QString() : Words::error(cleared.error());
    Q_EMIT changed();
    return true;
}

} // namespace turnus::opportunities
