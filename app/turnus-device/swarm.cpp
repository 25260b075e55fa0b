#include "app/turnus-device/swarm.h"

#include "sync/protocol/codec.h"
#include "sync/protocol/events.h"

#include <QFile>
#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <charconv>

using namespace Qt::StringLiterals;

namespace turnus::device {

namespace {

namespace asio = boost::asio;
namespace bj = boost::json;
using asio::ip::tcp;
using Steady = std::chrono::steady_clock;

constexpr std::chrono::seconds settleTime{2};
constexpr int okStatus = 200;
constexpr int unchangedStatus = 204;
/// Connections that are being opened at the same time.
constexpr int openingAtOnce = 100;

struct Device
{
    SwarmDevice who;
    std::vector<protocol::Cursor> cursors;
    qint64 sequence = 0;
    qint64 receipted = 0;
    qint64 counter = 0;
    bool busy = false;
};

struct Answer
{
    int status = 0;
    std::string body;
};

class Figures
{
public:
    void note(Steady::duration took) { m_ms.push_back(std::chrono::duration<double, std::milli>(took).count()); }
    void fail() { ++m_failed; }
    [[nodiscard]] bj::object report(std::chrono::seconds length)
    {
        std::ranges::sort(m_ms);
        const auto at = [&](double part) {
            return m_ms.empty() ? 0
                                : m_ms[std::min(m_ms.size() - 1, static_cast<std::size_t>(part * double(m_ms.size())))];
        };
        return {{"per_second", double(m_ms.size()) / double(length.count())},
                {"p50_ms", at(0.5)},
                {"p99_ms", at(0.99)},
                {"most_ms", m_ms.empty() ? 0 : m_ms.back()},
                {"failed", m_failed}};
    }

private:
    std::vector<double> m_ms;
    int m_failed = 0;
};

class Swarm
{
public:
    explicit Swarm(const SwarmOptions &options) : m_options(options)
    {
        for (const SwarmDevice &device : options.devices)
            m_devices.push_back({.who = device});
    }

    bj::object run();

private:
    asio::awaitable<tcp::socket> connect();
    asio::awaitable<void> openStream(Device &device);
    asio::awaitable<void> openStreams();
    asio::awaitable<void> listen(std::shared_ptr<tcp::socket> socket);
    asio::awaitable<Answer> exchange(tcp::socket &socket, const std::string &request);
    asio::awaitable<Answer> sync(tcp::socket &socket, Device &device, const protocol::SyncRequest &request);
    /// Where each device stands, and a customer of its territory.
    asio::awaitable<void> learn();
    asio::awaitable<void> work(bool mixed, int first, int rate, Figures &figures);
    [[nodiscard]] protocol::SyncRequest requestOf(Device &device, bool pushes) const;
    static void advance(Device &device, const std::string &body);
    void load(bool mixed, int rate, Figures &figures);
    [[nodiscard]] qint64 serverKb() const;

    const SwarmOptions &m_options;
    asio::io_context m_io{1};
    std::vector<Device> m_devices;
    std::map<qint64, qint64> m_customers; ///< by channel
    std::vector<std::shared_ptr<tcp::socket>> m_listening;
    int m_open = 0;
    int m_opening = 0;
    int m_refused = 0;
    long long m_heard = 0;
};

std::string header(const char *method, const char *path, const Device &device, std::size_t length)
{
    std::string text = std::string(method) + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " +
                       device.who.token + "\r\n";
    if (length > 0)
        text += "Content-Type: application/vnd.turnus.sync\r\nContent-Length: " + std::to_string(length) + "\r\n";
    return text + "\r\n";
}

asio::awaitable<tcp::socket> Swarm::connect()
{
    tcp::socket socket(m_io);
    const tcp::endpoint server(asio::ip::make_address(m_options.host),
                               static_cast<unsigned short>(std::stoi(m_options.port)));
    co_await socket.async_connect(server, asio::use_awaitable);
    socket.set_option(tcp::no_delay(true));
    co_return socket;
}

asio::awaitable<Answer> Swarm::exchange(tcp::socket &socket, const std::string &request)
{
    co_await asio::async_write(socket, asio::buffer(request), asio::use_awaitable);
    std::string buffer;
    const std::size_t end =
        co_await asio::async_read_until(socket, asio::dynamic_buffer(buffer), "\r\n\r\n", asio::use_awaitable);
    Answer answer;
    std::from_chars(buffer.data() + 9, buffer.data() + 12, answer.status);
    std::size_t length = 0;
    const auto at = buffer.find("Content-Length: ");
    if (at < end)
        std::from_chars(buffer.data() + at + 16, buffer.data() + end, length);
    answer.body = buffer.substr(end);
    if (answer.body.size() < length) {
        const std::size_t had = answer.body.size();
        answer.body.resize(length);
        co_await asio::async_read(socket, asio::buffer(answer.body.data() + had, length - had), asio::use_awaitable);
    }
    co_return answer;
}

asio::awaitable<void> Swarm::openStream(Device &device)
{
    try {
        auto socket = std::make_shared<tcp::socket>(co_await connect());
        const std::string request = header("GET", "/v1/events", device, 0);
        co_await asio::async_write(*socket, asio::buffer(request), asio::use_awaitable);
        std::string buffer;
        co_await asio::async_read_until(*socket, asio::dynamic_buffer(buffer), "\n\n", asio::use_awaitable);
        if (buffer.find("200 OK") == std::string::npos) {
            ++m_refused;
        } else {
            ++m_open;
            m_listening.push_back(socket);
            asio::co_spawn(m_io, listen(socket), asio::detached);
        }
    } catch (const std::exception &) {
        ++m_refused;
    }
    --m_opening;
}

asio::awaitable<void> Swarm::listen(std::shared_ptr<tcp::socket> socket)
{
    // One small buffer for all would do; what comes is only counted.
    std::array<char, 256> bytes{};
    try {
        for (;;) {
            const std::size_t read = co_await socket->async_read_some(asio::buffer(bytes), asio::use_awaitable);
            if (std::string_view(bytes.data(), read).starts_with("event: news"))
                ++m_heard;
        }
    } catch (const std::exception &) {
        --m_open;
    }
}

asio::awaitable<void> Swarm::openStreams()
{
    asio::steady_timer timer(m_io);
    const auto most = std::min(m_devices.size(), static_cast<std::size_t>(m_options.streams));
    for (std::size_t i = 0; i < most; ++i) {
        while (m_opening >= openingAtOnce) {
            timer.expires_after(std::chrono::milliseconds(1));
            co_await timer.async_wait(asio::use_awaitable);
        }
        ++m_opening;
        asio::co_spawn(m_io, openStream(m_devices[i]), asio::detached);
    }
    while (m_opening > 0) {
        timer.expires_after(std::chrono::milliseconds(5));
        co_await timer.async_wait(asio::use_awaitable);
    }
    timer.expires_after(settleTime);
    co_await timer.async_wait(asio::use_awaitable);
    m_io.stop();
}

void Swarm::advance(Device &device, const std::string &body)
{
    protocol::AnswerReader reader;
    reader.feed(body);
    for (auto part = reader.next(); part && *part; part = reader.next()) {
        const auto *position = std::get_if<protocol::Position>(&**part);
        if (!position)
            continue;
        const auto known = std::ranges::find(device.cursors, position->channel, &protocol::Cursor::channel);
        if (known != device.cursors.end())
            known->cursor = std::max(known->cursor, position->cursor);
    }
}

asio::awaitable<Answer> Swarm::sync(tcp::socket &socket, Device &device, const protocol::SyncRequest &request)
{
    if (const auto brief = protocol::encodeBrief(request)) {
        const std::string text = header("GET", ("/v2/" + *brief).c_str(), device, 0);
        co_return co_await exchange(socket, text);
    }
    const std::string body = protocol::encodeRequest(request);
    co_return co_await exchange(socket, header("POST", "/v1/sync", device, body.size()) + body);
}

asio::awaitable<void> Swarm::learn()
{
    tcp::socket socket = co_await connect();
    for (Device &device : m_devices) {
        tcp::socket stream = co_await connect();
        const std::string request = header("GET", "/v1/events", device, 0);
        co_await asio::async_write(stream, asio::buffer(request), asio::use_awaitable);
        std::string buffer;
        const auto isWhole = [&] {
            const auto data = buffer.find("data: ");
            return data != std::string::npos && buffer.find("\n\n", data) != std::string::npos;
        };
        while (!isWhole()) {
            std::array<char, 4096> bytes{};
            const std::size_t read = co_await stream.async_read_some(asio::buffer(bytes), asio::use_awaitable);
            buffer.append(bytes.data(), read);
        }
        const auto data = buffer.find("data: ") + 6;
        const auto heads = protocol::decodeNews(std::string_view(buffer).substr(data, buffer.find('\n', data) - data));
        bool unknown = false;
        for (const protocol::Head &head : heads.value_or(std::vector<protocol::Head>())) {
            device.cursors.push_back({head.channel, head.head, {}});
            unknown = unknown || !m_customers.contains(head.channel);
        }
        if (!unknown)
            continue;
        // One of each territory fetches it, to learn of a customer there.
        protocol::SyncRequest whole;
        whole.replica = device.who.replica;
        const Answer answer = co_await sync(socket, device, whole);
        protocol::AnswerReader reader;
        reader.feed(answer.body);
        for (const protocol::Cursor &cursor : device.cursors)
            m_customers.try_emplace(cursor.channel, 0);
        for (auto part = reader.next(); part && *part; part = reader.next()) {
            const auto *frame = std::get_if<protocol::Frame>(&**part);
            for (const protocol::Batch &batch : frame ? *frame : protocol::Frame()) {
                if (batch.table && batch.table->name == "customer" && batch.hasChannels() && !batch.ids.empty())
                    m_customers[batch.channels.front()] = batch.ids.front();
            }
        }
    }
    m_io.stop();
}

protocol::SyncRequest Swarm::requestOf(Device &device, bool pushes) const
{
    protocol::SyncRequest request;
    request.replica = device.who.replica;
    request.cursors = device.cursors;
    qint64 customer = 0;
    for (const protocol::Cursor &cursor : device.cursors) {
        const auto known = m_customers.find(cursor.channel);
        customer = std::max(customer, known == m_customers.end() ? 0 : known->second);
    }
    if (pushes && customer > 0) {
        protocol::Batch batch = protocol::Batch::over(protocol::BatchKind::Inserts, *protocol::findTable("contact"));
        batch.ids.push_back((device.who.replica << 32) + ++device.counter);
        batch.sequences.push_back(++device.sequence);
        batch.times.push_back(1);
        batch.values[0].addInteger(customer);
        batch.values[1].addBytes("Swarm " + std::to_string(device.counter));
        for (std::size_t column = 2; column < batch.values.size(); ++column)
            batch.values[column].addNull();
        request.operations.push_back(std::move(batch));
    }
    request.lastSequence = device.sequence;
    request.receipted = device.receipted;
    return request;
}

asio::awaitable<void> Swarm::work(bool mixed, int first, int rate, Figures &figures)
{
    try {
        tcp::socket socket = co_await connect();
        asio::steady_timer timer(m_io);
        const auto began = Steady::now();
        const auto end = began + m_options.length;
        // Each connection takes every n-th turn and every n-th device.
        const auto step = std::chrono::duration_cast<Steady::duration>(
            std::chrono::duration<double>(double(m_options.connections) / double(rate)));
        auto due = began + step * first / m_options.connections;
        std::size_t next = static_cast<std::size_t>(first);
        for (int turn = 0; due < end; ++turn, due += step) {
            if (due > Steady::now()) {
                timer.expires_at(due);
                co_await timer.async_wait(asio::use_awaitable);
            }
            Device &device = m_devices[next % m_devices.size()];
            next += static_cast<std::size_t>(m_options.connections);
            const auto request = requestOf(device, mixed && turn % 4 == 0);
            const Answer answer = co_await sync(socket, device, request);
            const bool done = answer.status == unchangedStatus || answer.status == okStatus;
            if (done)
                figures.note(Steady::now() - due);
            else
                figures.fail();
            if (done)
                device.receipted = request.lastSequence;
            if (mixed)
                advance(device, answer.body);
        }
    } catch (const std::exception &) {
        figures.fail();
    }
}

void Swarm::load(bool mixed, int rate, Figures &figures)
{
    m_io.restart();
    int running = m_options.connections;
    for (int i = 0; i < m_options.connections; ++i) {
        asio::co_spawn(m_io, work(mixed, i, rate, figures), [this, &running](const std::exception_ptr &) {
            if (--running == 0)
                m_io.stop();
        });
    }
    m_io.run();
}

qint64 Swarm::serverKb() const
{
    QFile file(u"/proc/%1/status"_s.arg(m_options.serverProcess));
    if (m_options.serverProcess == 0 || !file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    const qsizetype at = text.indexOf("VmRSS:");
    return text.mid(at + 6, text.indexOf("kB", at) - at - 6).trimmed().toLongLong();
}

bj::object Swarm::run()
{
    bj::object report{{"devices", m_devices.size()}};
    asio::co_spawn(m_io, learn(), asio::detached);
    m_io.run();
    const qint64 before = serverKb();
    m_io.restart();
    const auto began = Steady::now();
    asio::co_spawn(m_io, openStreams(), asio::detached);
    m_io.run();
    const auto took = std::chrono::duration<double>(Steady::now() - began - settleTime).count();
    const qint64 after = serverKb();
    report["streams"] = bj::object{{"open", m_open}, {"refused", m_refused}, {"opened_in_s", took}};
    if (before > 0 && m_open > 0)
        report["server_bytes_per_stream"] = (after - before) * 1024 / m_open;
    if (m_options.noopsPerSecond > 0) {
        Figures figures;
        load(false, m_options.noopsPerSecond, figures);
        report["noop"] = figures.report(m_options.length);
    }
    if (m_options.mixedPerSecond > 0) {
        Figures figures;
        load(true, m_options.mixedPerSecond, figures);
        report["mixed"] = figures.report(m_options.length);
        report["news_heard"] = m_heard;
    }
    report["streams_still_open"] = m_open;
    report["server_rss_kb"] = serverKb();
    return report;
}

} // namespace

Result<bj::object> runSwarm(const SwarmOptions &options)
{
    boost::system::error_code error;
    const auto address = asio::ip::make_address(options.host, error);
    if (error.failed() || !address.is_loopback())
        return fail(Domain::Input, u"usage", u"load goes to this machine itself only (127.0.0.1)"_s);
    if (options.devices.empty())
        return fail(Domain::Input, u"usage", u"no devices: make them with turnus-server load-devices"_s);
    try {
        return Swarm(options).run();
    } catch (const std::exception &exception) {
        return fail(Domain::Network, u"offline", QString::fromUtf8(exception.what()));
    }
}

} // namespace turnus::device
