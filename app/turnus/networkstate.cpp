#include "app/turnus/networkstate.h"

#include <QNetworkInformation>

namespace turnus::app {

NetworkState::NetworkState(QObject *parent) : QObject(parent)
{
    using Feature = QNetworkInformation::Feature;
    if (!QNetworkInformation::loadBackendByFeatures(Feature::Reachability | Feature::Metered) &&
        !QNetworkInformation::loadBackendByFeatures(Feature::Reachability))
        return;
    const QNetworkInformation *platform = QNetworkInformation::instance();
    m_metered = platform->isMetered();
    connect(platform, &QNetworkInformation::isMeteredChanged, this, [this](bool metered) {
        m_metered = metered;
        Q_EMIT returned();
    });
    connect(platform, &QNetworkInformation::reachabilityChanged, this,
            [this](QNetworkInformation::Reachability reachability) {
                if (reachability == QNetworkInformation::Reachability::Online)
                    Q_EMIT returned();
            });
}

} // namespace turnus::app
