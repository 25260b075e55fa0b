#pragma once

#include "core/installedbase/assetforecasts.h"
#include "core/installedbase/installedbase.h"
#include "core/sales/offers.h"
#include "core/sales/proposals.h"
#include "qml/opportunities/offermodels.h"

namespace turnus {
class Clock;
}
namespace turnus::storage {
class ChangeNotifier;
}

namespace turnus::opportunities {

/// Good, better, best for one unit beside its repair: what fits the use that was measured, what it costs, and when
/// keeping the old one is the better advice. Every choice is kept at once.
class ProposalViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the shell")
    Q_PROPERTY(double assetId READ assetId CONSTANT)
    Q_PROPERTY(double visitId READ visitId CONSTANT)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed)
    Q_PROPERTY(QString usage READ usage NOTIFY changed)
    Q_PROPERTY(turnus::opportunities::OptionModel *options READ options CONSTANT)
    Q_PROPERTY(turnus::opportunities::AccessoryModel *accessories READ accessories CONSTANT)
    Q_PROPERTY(bool hasContract READ hasContract NOTIFY changed)
    Q_PROPERTY(QString contractTitle READ contractTitle NOTIFY changed)
    Q_PROPERTY(QString contractDetail READ contractDetail NOTIFY changed)
    Q_PROPERTY(QString contractPrice READ contractPrice NOTIFY changed)
    Q_PROPERTY(bool withContract READ withContract WRITE setWithContract NOTIFY changed)
    Q_PROPERTY(QString leaseTitle READ leaseTitle NOTIFY changed)
    Q_PROPERTY(QString leasePrice READ leasePrice NOTIFY changed)
    Q_PROPERTY(bool lease READ lease WRITE setLease NOTIFY changed)
    Q_PROPERTY(bool repairKnown READ isRepairKnown NOTIFY changed)
    Q_PROPERTY(QString repairDetail READ repairDetail NOTIFY changed)
    Q_PROPERTY(bool repair READ repair WRITE setRepair NOTIFY changed)
    Q_PROPERTY(QString advice READ advice NOTIFY changed)
    Q_PROPERTY(QString total READ total NOTIFY changed)
    Q_PROPERTY(QString priceList READ priceList NOTIFY changed)
    Q_PROPERTY(QString blocked READ blocked NOTIFY changed)
    Q_PROPERTY(double brochure READ brochure NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)

public:
    struct Context
    {
        QString contentDirectory;
        QString language;
        AssetId asset;
        VisitId visit;
    };
    ProposalViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier, const Clock &clock,
                      Context context, QObject *parent = nullptr);

    [[nodiscard]] double assetId() const { return double(m_context.asset.value); }
    [[nodiscard]] double visitId() const { return double(m_context.visit.value); }
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] QString usage() const;
    [[nodiscard]] OptionModel *options() { return &m_options; }
    [[nodiscard]] AccessoryModel *accessories() { return &m_accessories; }
    [[nodiscard]] bool hasContract() const { return m_asset.contract.has_value(); }
    [[nodiscard]] QString contractTitle() const;
    [[nodiscard]] QString contractDetail() const;
    [[nodiscard]] QString contractPrice() const;
    [[nodiscard]] bool withContract() const { return m_proposal.withContract; }
    void setWithContract(bool on);
    [[nodiscard]] QString leaseTitle() const;
    [[nodiscard]] QString leasePrice() const;
    [[nodiscard]] bool lease() const { return m_proposal.lease; }
    void setLease(bool on);
    [[nodiscard]] bool isRepairKnown() const { return m_proposal.repairCost.has_value(); }
    [[nodiscard]] QString repairDetail() const;
    [[nodiscard]] bool repair() const { return m_proposal.repair; }
    void setRepair(bool on);
    /// Says so when keeping the old unit is likely cheaper.
    [[nodiscard]] QString advice() const { return m_advice; }
    [[nodiscard]] QString total() const;
    [[nodiscard]] QString priceList() const;
    /// Why there is no next step yet; empty when there is.
    [[nodiscard]] QString blocked() const;
    /// The brochure to show for the chosen unit; 0 when none is on the device.
    [[nodiscard]] double brochure() const { return double(m_brochure.value); }
    [[nodiscard]] QString error() const { return m_error; }

    Q_INVOKABLE void choose(int option);
    Q_INVOKABLE void toggleAccessory(int row);
    /// The repair's price as typed, in euros; false when it is no amount.
    Q_INVOKABLE bool setRepairCost(const QString &euros);
    /// The customer has the sheet in front of him: from now on the repair's price counts as shown.
    Q_INVOKABLE void markShown();
    void setLanguage(const QString &language);

Q_SIGNALS:
    void changed();

private:
    Status read();
    Status readOffer();
    Status readChoice();
    void reload();
    void keep();
    void take(const Status &status);
    void fill();
    [[nodiscard]] std::optional<Money> totalOf() const;
    void weigh();

    storage::Connection &m_connection;
    installedbase::InstalledBase m_base;
    installedbase::AssetForecasts m_forecasts;
    sales::Offers m_offers;
    sales::Proposals m_proposals;
    const Clock &m_clock;
    Context m_context;
    installedbase::Asset m_asset;
    std::optional<sales::UsageNeed> m_need;
    sales::Offer m_offer;
    std::vector<sales::Accessory> m_parts;
    sales::Proposal m_proposal;
    double m_keepsMonths = 0;
    QString m_advice;
    BrochureId m_brochure;
    bool m_complaintOpen = false;
    QString m_error;
    OptionModel m_options;
    AccessoryModel m_accessories;
};

} // namespace turnus::opportunities
