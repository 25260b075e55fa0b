#include "tests/bench/syncterritory.h"

#include "sync/protocol/limits.h"

#include <array>

namespace turnus::bench {

namespace {

using protocol::Value;

constexpr std::array<std::string_view, 24> vocabulary{
    "filter", "replaced", "burner",  "cleaned", "pressure", "checked", "leak",   "found",
    "valve",  "customer", "asked",   "offer",   "pump",     "noisy",   "sensor", "calibrated",
    "wiring", "loose",    "contact", "tenant",  "level",    "low",     "seal",   "ordered"};
constexpr qint64 day = 86'400'000;
constexpr qint64 start = 1'767'254'400'000;

Value text(std::string words)
{
    return Value(std::move(words));
}

} // namespace

SyncTerritory::SyncTerritory(quint64 seed) : m_state(seed)
{
    reference();
    customerRows();
    visitRows();
    readingRows();
    close();
}

quint64 SyncTerritory::next()
{
    m_state += 0x9E3779B97F4A7C15ULL;
    quint64 z = m_state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

std::string SyncTerritory::words(std::size_t length)
{
    std::string sentence;
    while (sentence.size() < length) {
        if (!sentence.empty())
            sentence += ' ';
        sentence += vocabulary[static_cast<std::size_t>(below(int(vocabulary.size())))];
    }
    return sentence;
}

void SyncTerritory::close()
{
    if (m_open.rows() > 0)
        m_batches.push_back(std::move(m_open));
    m_open = {};
}

void SyncTerritory::add(std::string_view table, qint64 id, qint64 rowChannel, const std::vector<Value> &values)
{
    constexpr std::size_t weighedRows = 64;
    const bool full = m_open.rows() % weighedRows == 0 && m_open.weight() >= protocol::limits::frameTargetBytes;
    if (!m_open.table || m_open.table->name != table || full) {
        close();
        m_open = protocol::Batch::over(protocol::BatchKind::Rows, *protocol::findTable(table));
    }
    m_open.ids.push_back(id);
    m_open.channels.push_back(rowChannel);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!m_open.values[i].add(values[i]))
            qFatal("column %d of %s", int(i), m_open.table->name.data());
    }
}

void SyncTerritory::reference()
{
    add("territory", 50, companyChannel, {text("Nord")});
    add("team", 60, companyChannel, {text("Team Nord"), qint64{50}, Value()});
    add("staff", 100, companyChannel, {text("Jana Muster"), text("technician"), qint64{60}, Value(), Value()});
    add("segment", 70, companyChannel, {text("Gastronomie"), Value()});
    for (qint64 i = 0; i < 400; ++i) {
        add("product", 1'000 + i, companyChannel,
            {text("P" + std::to_string(i)), text("Product " + std::to_string(i)), text("grinder"), text("Berger"),
             Value(), qint64{96}, 90.0, text("cups"), Value(), qint64{0}, Value(), Value(), Value()});
    }
}

void SyncTerritory::customerRows()
{
    for (int i = 0; i < customers; ++i) {
        add("customer", 10'000 + i, channel,
            {text("Kunde " + words(14)), qint64{70}, text("K" + std::to_string(10'000 + i)),
             text("+49 8" + std::to_string(below(10)) + ' ' + std::to_string(1'000'000 + below(8'999'999))),
             text("kontakt" + std::to_string(i) + "@example.de"), Value()});
    }
    for (int i = 0; i < customers; ++i) {
        add("site", 20'000 + i, channel,
            {qint64{10'000 + i}, text("Küche"), text("Lindenstraße " + std::to_string(1 + below(180))),
             text(std::to_string(80'000 + below(10'000))), text("München"), text("DE"),
             (47'600'000 + below(1'400'000)) / 1e6, (10'700'000 + below(1'700'000)) / 1e6, Value()});
    }
    for (int i = 0; i < assets; ++i) {
        m_customerOfAsset.push_back(below(customers));
        const qint64 installed = 14'600 + below(5'500);
        add("asset", assetId(i), channel,
            {qint64{10'000 + m_customerOfAsset.back()}, qint64{20'000 + m_customerOfAsset.back()},
             qint64{1'000 + below(400)}, Value(), text("SN-" + std::to_string(next() >> 32)), installed, qint64{0},
             installed, installed + 1'826, Value(), text(words(30) + ", Raum " + std::to_string(below(400))),
             text("active")});
    }
}

void SyncTerritory::visitRows()
{
    constexpr std::array kinds{"maintenance", "repair", "installation", "courtesy_call"};
    for (int i = 0; i < visits; ++i) {
        const int asset = below(assets);
        const int customer = m_customerOfAsset[static_cast<std::size_t>(asset)];
        const qint64 begun = start + (below(730) - 640) * day + below(40) * 900'000LL;
        add("visit", 200'000 + i, channel,
            {qint64{10'000 + customer}, qint64{20'000 + customer}, assetId(asset), Value(), qint64{100},
             text(kinds[static_cast<std::size_t>(below(4))]), text("completed"), begun,
             begun + 1'800'000 + below(8) * 900'000LL, text("hand"), Value(), text(words(95))});
    }
}

void SyncTerritory::readingRows()
{
    for (int i = 0; i < readings; ++i) {
        add("meter_reading", 300'000 + i, channel,
            {assetId(below(assets)), Value(), start - below(640) * day + below(36'000) * 1'000LL,
             below(1'000'000) / 10.0, qint64{0}, qint64{0}});
    }
}

std::size_t SyncTerritory::rows() const
{
    std::size_t sum = 0;
    for (const protocol::Batch &batch : m_batches)
        sum += batch.rows();
    return sum;
}

} // namespace turnus::bench
