#pragma once

#include <QObject>
#include <atomic>

namespace turnus::app {

/// What the platform says of the network. Without a word from it: there is one, and its bytes cost nothing.
class NetworkState : public QObject
{
    Q_OBJECT
public:
    explicit NetworkState(QObject *parent = nullptr);

    /// From any thread.
    [[nodiscard]] bool isMetered() const { return m_metered; }

Q_SIGNALS:
    /// The network is there again, or another one.
    void returned();

private:
    std::atomic<bool> m_metered = false;
};

} // namespace turnus::app
