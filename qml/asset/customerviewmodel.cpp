#include "qml/asset/customerviewmodel.h"

#include "core/installedbase/forecastwords.h"
#include "core/storage/changes.h"
#include "core/support/clock.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace turnus::asset {

using installedbase::ForecastWords;
using installedbase::monthsUntil;

namespace {

QString dotted(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString placeOf(const installedbase::Site &site)
{
    return dotted({site.name, site.street, site.postalCode + u' ' + site.city});
}

CustomerAssetRow rowOf(const installedbase::AssetRow &asset, const QString &site, Day today)
{
    CustomerAssetRow row{
        .id = asset.id.value, .site = site, .title = asset.product, .detail = dotted({asset.place, asset.serial})};
    if (!asset.forecast)
        return row;
    row.status = int(asset.forecast->status);
    row.statusText = ForecastWords::status(asset.forecast->status);
    row.mostLikely = ForecastWords::shortMonthAndYear(asset.forecast->p50);
    row.p10 = monthsUntil(asset.forecast->p10, today);
    row.p50 = monthsUntil(asset.forecast->p50, today);
    row.p90 = monthsUntil(asset.forecast->p90, today);
    return row;
}

} // namespace

const ContactModel::Roles &ContactModel::roles() const
{
    static const Roles all{{Name, "name", &ContactRow::name},
                           {IdRole, "contactId", &ContactRow::id},
                           {Detail, "contactDetail", &ContactRow::detail}};
    return all;
}

const CustomerAssetModel::Roles &CustomerAssetModel::roles() const
{
    static const Roles all{{Title, "title", &CustomerAssetRow::title},
                           {IdRole, "assetId", &CustomerAssetRow::id},
                           {Site, "site", &CustomerAssetRow::site},
                           {Detail, "detail", &CustomerAssetRow::detail},
                           {StatusRole, "status", &CustomerAssetRow::status},
                           {StatusText, "statusText", &CustomerAssetRow::statusText},
                           {MostLikely, "mostLikely", &CustomerAssetRow::mostLikely},
                           {P10, "p10", &CustomerAssetRow::p10},
                           {P50, "p50", &CustomerAssetRow::p50},
                           {P90, "p90", &CustomerAssetRow::p90}};
    return all;
}

CustomerViewModel::CustomerViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier,
                                     const Clock &clock, CustomerId customer, VisitId visit, QObject *parent)
    : QObject(parent), m_base(connection), m_clock(clock), m_id(customer),
      m_complaints(connection, notifier, clock, customer, visit)
{
    reload();
    connect(&notifier, &storage::ChangeNotifier::changed, this, [this](const storage::ChangeSet &changes) {
        if (changes.touches("customer"_L1, m_id.value) || changes.touches("contact"_L1) || changes.touches("site"_L1) ||
            changes.touches("asset"_L1) || changes.touches("asset_forecast"_L1))
            reload();
    });
}

QString CustomerViewModel::subtitle() const
{
    return dotted({m_customer.segment, m_city, m_customer.externalKey});
}

void CustomerViewModel::reload()
{
    const Status status = read();
    m_error = status ? QString() : status.error().code;
    Q_EMIT changed();
}

Status CustomerViewModel::read()
{
    TURNUS_ASSIGN(customer, m_base.customer(m_id));
    TURNUS_ASSIGN(contacts, m_base.contacts(m_id));
    TURNUS_ASSIGN(sites, m_base.sites(m_id));
    TURNUS_ASSIGN(assets, m_base.assets(m_id));
    m_customer = std::move(customer);
    m_city = sites.empty() ? QString() : sites.front().city;
    QList<ContactRow> contactRows;
    for (const installedbase::Contact &contact : contacts)
        contactRows.append(
            {contact.id.value, contact.name, dotted({contact.position, contact.phone}), contact.phone, contact.email});
    m_contacts.setRows(contactRows);
    QList<CustomerAssetRow> assetRows;
    for (const installedbase::Site &site : sites) {
        for (const installedbase::AssetRow &asset : assets) {
            if (asset.site == site.id)
                assetRows.append(rowOf(asset, placeOf(site), m_clock.today()));
        }
    }
    m_assets.setRows(assetRows);
    return {};
}

void CustomerViewModel::retranslate()
{
    m_complaints.retranslate();
    reload();
}

} // namespace turnus::asset
