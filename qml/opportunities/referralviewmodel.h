#pragma once

#include "core/installedbase/installedbase.h"
#include "core/sales/proposals.h"
#include "core/sales/referrals.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace turnus {
class Clock;
}
namespace turnus::storage {
class ChangeNotifier;
}

namespace turnus::opportunities {

/// Hands a unit to sales: what proves it, that the repair was shown, who agreed to be contacted how. Stays locked until
/// all of it is there; what is typed survives a kill.
class ReferralViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the shell")
    Q_PROPERTY(double visitId READ visitId CONSTANT)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed)
    Q_PROPERTY(bool evidenceDone READ isEvidenceDone NOTIFY changed)
    Q_PROPERTY(QString findingText READ findingText NOTIFY changed)
    Q_PROPERTY(QString repairsText READ repairsText NOTIFY changed)
    Q_PROPERTY(QString shownText READ shownText NOTIFY changed)
    Q_PROPERTY(bool repairDone READ isRepairDone NOTIFY changed)
    Q_PROPERTY(QString repairText READ repairText NOTIFY changed)
    Q_PROPERTY(int doneCount READ doneCount NOTIFY changed)
    Q_PROPERTY(QList<QString> contacts READ contacts NOTIFY changed)
    Q_PROPERTY(int contact READ contact WRITE setContact NOTIFY changed)
    Q_PROPERTY(QString givenBy READ givenBy WRITE setGivenBy NOTIFY changed)
    Q_PROPERTY(bool agreed READ hasAgreed WRITE setAgreed NOTIFY changed)
    Q_PROPERTY(QString consentTitle READ consentTitle NOTIFY changed)
    Q_PROPERTY(QString consentText READ consentText NOTIFY changed)
    Q_PROPERTY(bool phone READ byPhone WRITE setByPhone NOTIFY changed)
    Q_PROPERTY(bool email READ byEmail WRITE setByEmail NOTIFY changed)
    Q_PROPERTY(bool visit READ byVisit WRITE setByVisit NOTIFY changed)
    Q_PROPERTY(int interest READ interest WRITE setInterest NOTIFY changed)
    Q_PROPERTY(QString note READ note WRITE setNote NOTIFY changed)
    Q_PROPERTY(QString bonusText READ bonusText NOTIFY changed)
    Q_PROPERTY(QString blocked READ blocked NOTIFY changed)
    Q_PROPERTY(bool handedOver READ isHandedOver NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)

public:
    struct Context
    {
        QString language;
        AssetId asset;
        VisitId visit;
        StaffId technician;
    };
    ReferralViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier, const Clock &clock,
                      Context context, QObject *parent = nullptr);

    [[nodiscard]] double visitId() const { return double(m_context.visit.value); }
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] bool isEvidenceDone() const { return m_evidence.isEnough(); }
    [[nodiscard]] QString findingText() const;
    [[nodiscard]] QString repairsText() const;
    [[nodiscard]] QString shownText() const;
    [[nodiscard]] bool isRepairDone() const;
    [[nodiscard]] QString repairText() const;
    /// Of the three that the guard asks for.
    [[nodiscard]] int doneCount() const;
    [[nodiscard]] QList<QString> contacts() const;
    /// Index in `contacts`; -1: somebody else, by name.
    [[nodiscard]] int contact() const;
    void setContact(int index);
    [[nodiscard]] QString givenBy() const { return m_form.givenBy; }
    void setGivenBy(const QString &name);
    [[nodiscard]] bool hasAgreed() const { return m_form.agreed; }
    void setAgreed(bool agreed);
    [[nodiscard]] QString consentTitle() const;
    [[nodiscard]] QString consentText() const;
    [[nodiscard]] bool byPhone() const { return has(QStringLiteral("phone")); }
    [[nodiscard]] bool byEmail() const { return has(QStringLiteral("email")); }
    [[nodiscard]] bool byVisit() const { return has(QStringLiteral("visit")); }
    void setByPhone(bool on) { setMedium(QStringLiteral("phone"), on); }
    void setByEmail(bool on) { setMedium(QStringLiteral("email"), on); }
    void setByVisit(bool on) { setMedium(QStringLiteral("visit"), on); }
    /// 0 now, 1 later, 2 information only.
    [[nodiscard]] int interest() const;
    void setInterest(int interest);
    [[nodiscard]] QString note() const { return m_form.note; }
    void setNote(const QString &note);
    [[nodiscard]] QString bonusText() const;
    /// What is missing first; empty when it may go.
    [[nodiscard]] QString blocked() const;
    [[nodiscard]] bool isHandedOver() const { return m_handedOver; }
    [[nodiscard]] QString error() const { return m_error; }

    /// True when the referral is saved on this device.
    Q_INVOKABLE bool handOver();
    void setLanguage(const QString &language);

Q_SIGNALS:
    void changed();

private:
    void reload();
    Status read();
    Status readForm();
    void keep();
    [[nodiscard]] bool has(const QString &medium) const { return m_form.media.contains(medium); }
    void setMedium(const QString &medium, bool on);
    [[nodiscard]] QStringList agreedMedia() const;

    installedbase::InstalledBase m_base;
    sales::EvidenceStore m_store;
    sales::Referrals m_referrals;
    sales::Proposals m_proposals;
    const Clock &m_clock;
    Context m_context;
    installedbase::Asset m_asset;
    std::vector<installedbase::Contact> m_people;
    std::optional<installedbase::Product> m_product;
    sales::Evidence m_evidence;
    sales::Proposal m_proposal;
    sales::ConsentForm m_form;
    std::optional<sales::ConsentWording> m_wording;
    std::optional<sales::ReferralBonus> m_bonus;
    bool m_alreadyReferred = false;
    bool m_handedOver = false;
    QString m_error;
};

} // namespace turnus::opportunities
