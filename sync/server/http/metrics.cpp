#include "sync/server/http/metrics.h"

#include <algorithm>
#include <cstdio>
#include <sstream>
#include <unistd.h>

namespace turnus::server {

namespace {

/// Pages of memory that are really here, from the kernel's own account.
long long residentBytes()
{
    long long total = 0;
    long long resident = 0;
    if (FILE *file = std::fopen("/proc/self/statm", "re")) {
        if (std::fscanf(file, "%lld %lld", &total, &resident) != 2)
            resident = 0;
        std::fclose(file);
    }
    return resident * sysconf(_SC_PAGESIZE);
}

void describe(std::ostream &out, const char *name, const char *type, const char *help)
{
    out << "# HELP " << name << ' ' << help << "\n# TYPE " << name << ' ' << type << '\n';
}

template <class Value>
void single(std::ostream &out, const char *name, const char *type, const char *help, Value value)
{
    describe(out, name, type, help);
    out << name << ' ' << value << '\n';
}

} // namespace

void Metrics::note(const std::string &method, const std::string &route, unsigned status, std::chrono::microseconds took,
                   std::size_t bytesIn, std::size_t bytesOut)
{
    // Labels must stay few.
    Route &known =
        m_routes[route.empty() ? R"(method="-",route="-")" : "method=\"" + method + "\",route=\"" + route + '"'];
    ++known.answers[status];
    const double seconds = std::chrono::duration<double>(took).count();
    ++known.took[static_cast<std::size_t>(std::ranges::lower_bound(bounds, seconds) - bounds.begin())];
    known.seconds += seconds;
    ++known.count;
    m_bytesIn += bytesIn;
    m_bytesOut += bytesOut;
}

std::string Metrics::text(const Gauges &gauges) const
{
    std::ostringstream out;
    describe(out, "turnus_http_requests_total", "counter", "Answered requests.");
    for (const auto &[labels, route] : m_routes) {
        for (const auto &[status, count] : route.answers)
            out << "turnus_http_requests_total{" << labels << ",status=\"" << status << "\"} " << count << '\n';
    }
    describe(out, "turnus_http_request_seconds", "histogram", "From a request's first byte to its answer's last.");
    for (const auto &[labels, route] : m_routes) {
        unsigned long long until = 0;
        for (std::size_t i = 0; i < bounds.size(); ++i) {
            until += route.took[i];
            out << "turnus_http_request_seconds_bucket{" << labels << ",le=\"" << bounds[i] << "\"} " << until << '\n';
        }
        out << "turnus_http_request_seconds_bucket{" << labels << ",le=\"+Inf\"} " << route.count << '\n';
        out << "turnus_http_request_seconds_sum{" << labels << "} " << route.seconds << '\n';
        out << "turnus_http_request_seconds_count{" << labels << "} " << route.count << '\n';
    }
    single(out, "turnus_http_received_bytes_total", "counter", "Bytes of bodies that came in.", m_bytesIn);
    single(out, "turnus_http_sent_bytes_total", "counter", "Bytes of bodies that went out.", m_bytesOut);
    single(out, "turnus_connections", "gauge", "Open connections.", gauges.connections);
    single(out, "turnus_event_streams", "gauge", "Handhelds that hear of news.", gauges.streams);
    single(out, "turnus_store_waiting_requests", "gauge", "Requests that wait for the store.", gauges.waiting);
    single(out, "turnus_uptime_seconds", "gauge", "Since this process began to serve.", gauges.uptime.count());
    single(out, "process_resident_memory_bytes", "gauge", "Resident memory.", residentBytes());
    return out.str();
}

} // namespace turnus::server
