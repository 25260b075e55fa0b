#pragma once

#include "core/installedbase/installedbase.h"
#include "core/support/rowmodel.h"
#include "qml/care/complaintsviewmodel.h"

#include <QtQml/qqmlregistration.h>

namespace turnus {
class Clock;
}
namespace turnus::storage {
class ChangeNotifier;
}

namespace turnus::asset {

struct ContactRow
{
    qint64 id = 0;
    QString name;
    QString detail;
    QString phone;
    QString email;

    [[nodiscard]] qint64 key() const { return id; }
    bool operator==(const ContactRow &) const = default;
};

class ContactModel : public RowModel<ContactRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("CustomerViewModel.contacts")

public:
    enum Role { IdRole = Qt::UserRole + 1, Name, Detail };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

/// An asset in its customer's list, with its due window in months from today.
struct CustomerAssetRow
{
    qint64 id = 0;
    QString site;
    QString title;
    QString detail;
    /// -1 before the first forecast.
    int status = -1;
    QString statusText;
    QString mostLikely;
    double p10 = 0;
    double p50 = 0;
    double p90 = 0;

    [[nodiscard]] qint64 key() const { return id; }
    bool operator==(const CustomerAssetRow &) const = default;
};

class CustomerAssetModel : public RowModel<CustomerAssetRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("CustomerViewModel.assets")

public:
    enum Role { IdRole = Qt::UserRole + 1, Site, Title, Detail, StatusRole, StatusText, MostLikely, P10, P50, P90 };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

/// One customer: who to talk to, the sites, and what stands there with its due window; what he complains of.
class CustomerViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the shell")
    Q_PROPERTY(double customerId READ customerId CONSTANT)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed)
    Q_PROPERTY(QString phone READ phone NOTIFY changed)
    Q_PROPERTY(QString email READ email NOTIFY changed)
    Q_PROPERTY(QString note READ note NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)
    Q_PROPERTY(turnus::asset::ContactModel *contacts READ contacts CONSTANT)
    Q_PROPERTY(turnus::asset::CustomerAssetModel *assets READ assets CONSTANT)
    Q_PROPERTY(turnus::carepage::ComplaintsViewModel *complaints READ complaints CONSTANT)

public:
    /// `visit`: the one from which somebody looks at the customer; a complaint that is taken then belongs to it.
    CustomerViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier, const Clock &clock,
                      CustomerId customer, VisitId visit = {}, QObject *parent = nullptr);

    [[nodiscard]] double customerId() const { return double(m_id.value); }
    [[nodiscard]] QString name() const { return m_customer.name; }
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] QString phone() const { return m_customer.phone; }
    [[nodiscard]] QString email() const { return m_customer.email; }
    [[nodiscard]] QString note() const { return m_customer.note; }
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] ContactModel *contacts() { return &m_contacts; }
    [[nodiscard]] CustomerAssetModel *assets() { return &m_assets; }
    [[nodiscard]] carepage::ComplaintsViewModel *complaints() { return &m_complaints; }

    void retranslate();

Q_SIGNALS:
    void changed();

private:
    void reload();
    Status read();

    installedbase::InstalledBase m_base;
    const Clock &m_clock;
    CustomerId m_id;
    installedbase::Customer m_customer;
    QString m_city;
    QString m_error;
    ContactModel m_contacts;
    CustomerAssetModel m_assets;
    carepage::ComplaintsViewModel m_complaints;
};

} // namespace turnus::asset
