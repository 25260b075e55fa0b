#pragma once

#include "sync/protocol/events.h"
#include "sync/server/service/principal.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <QHash>
#include <memory>
#include <unordered_map>

namespace turnus::server {

class EventHub;

/// Who opened a stream, and where his channels stood then.
struct EventGrant
{
    QString session;
    StaffId staff;
    std::vector<protocol::Head> heads;
};

/// One device's open stream. What comes while it cannot be written is merged, so it stays small.
class EventStream
{
public:
    EventStream(EventHub &hub, boost::asio::io_context &io, EventGrant grant);
    ~EventStream();
    EventStream(const EventStream &) = delete;

    /// Asio's timer: cancelled when there is something to write.
    boost::asio::steady_timer timer;
    [[nodiscard]] bool hasNews() const { return !m_pending.empty() || m_ended; }
    [[nodiscard]] bool isEnded() const { return m_ended; }
    /// What is to be written; empties it.
    [[nodiscard]] std::string take();
    /// The connection ends after what is pending; `told`: with a word to the device.
    void end(bool told);

private:
    friend class EventHub;
    [[nodiscard]] bool hears(qint64 channel) const;
    void add(const protocol::Head &head);

    EventHub &m_hub;
    QString m_session;
    StaffId m_staff;
    std::vector<qint64> m_channels; ///< sorted
    std::vector<protocol::Head> m_pending;
    bool m_ended = false;
    bool m_told = false;
};

/// All open streams of this process; on the network's thread alone. One stream a device: a new one ends the old.
class EventHub
{
public:
    EventHub(boost::asio::io_context &io, std::size_t most) : m_io(io), m_most(most) {}

    /// Nothing when there are too many.
    [[nodiscard]] std::unique_ptr<EventStream> open(EventGrant grant);
    [[nodiscard]] std::size_t size() const { return m_streams.size(); }
    /// Tells those who may hear of channels whose heads have moved.
    void publish(const std::vector<protocol::Head> &heads);
    void end(const QStringList &sessions);
    void endAll();

    struct Listener
    {
        QString session;
        StaffId staff;
    };
    [[nodiscard]] std::vector<Listener> listeners() const;
    /// After somebody changed team or territory: what the device hears from now on.
    void setChannels(const QString &session, std::vector<qint64> channels);

private:
    friend class EventStream;

    boost::asio::io_context &m_io;
    std::size_t m_most;
    QHash<QString, EventStream *> m_streams;
    std::unordered_map<qint64, qint64> m_heads;
};

} // namespace turnus::server
