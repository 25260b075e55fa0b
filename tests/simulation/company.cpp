#include "tests/simulation/company.h"

#include "sync/server/store/accountstore.h"
#include "sync/server/store/replicakeystore.h"
#include "sync/server/store/rowstore.h"
#include "tests/simulation/device.h"
#include "tests/support/fakeclock.h"

using namespace Qt::StringLiterals;

namespace turnus::simulation {

namespace {

using Fields = std::map<std::string_view, server::Value>;

server::Value word(const char *text)
{
    return QString::fromUtf8(text);
}

/// Puts rows of the company into the server's database, as an import does.
class Layout
{
public:
    Layout(server::Connection &connection, Instant now) : m_connection(connection), m_log(connection, now) {}

    void all()
    {
        channels();
        organisation();
        catalogue();
        for (int n = 0; n < company::customers; ++n)
            customer(company::firstCustomer + 10 * n, n % 3 == 2 ? company::south : company::north, n);
        m_log.flush();
    }

private:
    void put(const char *name, qint64 id, qint64 channel, const Fields &fields)
    {
        const protocol::Table &table = *protocol::findTable(name);
        server::Row row{id, channel, QList<server::Value>(static_cast<qsizetype>(table.columns.size()))};
        for (const auto &[column, value] : fields)
            row.values[protocol::columnIndex(table, column)] = value;
        server::RowStore(m_connection, m_log).insert(table, row);
    }

    void channels()
    {
        server::run(m_connection, u"INSERT INTO channel (id, kind, subject_id, name) VALUES (10, 2, 50, 'Nord'), "
                                  "(11, 2, 51, 'Süd'), (20, 3, 100, ''), (21, 3, 101, ''), (22, 3, 102, ''), "
                                  "(23, 3, 110, ''), (24, 3, 111, '')"_s);
    }

    void person(qint64 id, const char *name, const char *role, server::Value team)
    {
        put("staff", id, 1, {{"name", word(name)}, {"role", word(role)}, {"team_id", team}});
        server::AccountStore(m_connection).put(u"staff%1"_s.arg(id), u"-"_s, StaffId{id});
    }

    void organisation()
    {
        put("territory", 50, 1, {{"name", word("Nord")}});
        put("territory", 51, 1, {{"name", word("Süd")}});
        put("team", company::northTeam, 1,
            {{"name", word("Nord")}, {"territory_id", 50LL}, {"leader_id", company::supervisor}});
        put("team", company::southTeam, 1,
            {{"name", word("Süd")}, {"territory_id", 51LL}, {"leader_id", company::supervisor}});
        person(100, "Jana", "technician", company::northTeam);
        person(101, "Karl", "technician", company::northTeam);
        person(102, "Ida", "technician", company::southTeam);
        person(company::supervisor, "Rolf", "supervisor", {});
        person(company::dispatcher, "Petra", "dispatcher", {});
    }

    void catalogue()
    {
        put("segment", 70, 1, {{"name", word("Gastronomie")}});
        put("product", company::machine, 1,
            {{"sku", word("GR75")},
             {"name", word("Mühle GR 75")},
             {"category", word("grinder")},
             {"manufacturer", word("Berger")},
             {"nominal_life_months", 96LL},
             {"nominal_usage_per_day", 90.5},
             {"usage_unit", word("cups")},
             {"hidden_failure", 0LL}});
        put("price", 310, 1, {{"product_id", company::machine}, {"valid_from", 20'000LL}, {"amount_cents", 240'000LL}});
        put("brochure", 320, 1,
            {{"title", word("GR 75")},
             {"language", word("de")},
             {"product_id", company::machine},
             {"sha256", word("00")},
             {"size", 1LL},
             {"pages", 4LL},
             {"version", 1LL},
             {"valid_from", 20'000LL}});
        put("checklist", 340, 1,
            {{"name", word("Wartung")}, {"kind", word("maintenance")}, {"category", word("grinder")}});
        put("checklist_item", 341, 1,
            {{"checklist_id", 340LL},
             {"position", 1LL},
             {"label", word("Mahlscheiben")},
             {"answer", word("ok_defect")},
             {"required", 1LL}});
        rule(330, "referral", {{"flat_cents", 2'500LL}});
        rule(331, "order", {{"basis_points", 200LL}, {"cap_cents", 8'000LL}});
    }

    void rule(qint64 id, const char *event, Fields amounts)
    {
        amounts.insert({{"name", word(event)},
                        {"number", word(event)},
                        {"version", 1LL},
                        {"event", word(event)},
                        {"valid_from", 18'000LL}});
        put("bonus_rule", id, 1, amounts);
    }

    void customer(qint64 id, qint64 channel, int n)
    {
        put("customer", id, channel,
            {{"name", word("Hotel Musterhof")}, {"segment_id", 70LL}, {"phone", word("0123")}});
        put("site", id + 1, channel,
            {{"customer_id", id},
             {"name", word("Küche")},
             {"street", word("Musterstraße 12")},
             {"postal_code", word("20095")},
             {"city", word("Hamburg")},
             {"country", word("DE")},
             {"latitude", 53.5 + n},
             {"longitude", 9.99}});
        for (const qint64 asset : {id + 2, id + 3}) {
            put("asset", asset, channel,
                {{"customer_id", id},
                 {"site_id", id + 1},
                 {"product_id", company::machine},
                 {"serial", u"GR-%1"_s.arg(asset)},
                 {"installed", 17'600LL},
                 {"installed_year_only", 0LL},
                 {"observed_from", 17'600LL},
                 {"status", word("active")}});
        }
        put("contact", id + 4, channel,
            {{"customer_id", id}, {"name", word("Erika Mustermann")}, {"phone", word("1")}});
        const qint64 now = toInteger(m_log.now());
        put("appointment", id + 5, channel,
            {{"customer_id", id},
             {"site_id", id + 1},
             {"asset_id", id + 2},
             {"technician_id", channel == company::north ? 100LL + n % 2 : 102LL},
             {"kind", word("maintenance")},
             {"starts", now},
             {"ends", now + 3'600'000},
             {"status", word("planned")}});
    }

    server::Connection &m_connection;
    server::ChangeLog m_log;
};

void must(const Status &status)
{
    if (!status)
        qFatal("the prepared databases: %s", qPrintable(status.error().toString()));
}

/// Closes as a program does, so that everything is in the one file.
QByteArray closedImage(SimulatedServer &server)
{
    server.connection().execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    return server.disk.content(serverFile);
}

void firstSync(SimulatedDevice &device, SimulatedServer &server)
{
    client::Engine engine(device.connection());
    for (bool more = true; more;) {
        const auto request = engine.begin();
        must(request ? Status() : tl::unexpected(request.error()));
        const auto answer = server.sync(device.session, *request);
        must(answer ? Status() : tl::unexpected(answer.error()));
        must(engine.feed(*answer));
        const auto round = engine.finish();
        must(round ? Status() : tl::unexpected(round.error()));
        more = round->more;
    }
}

Images make()
{
    Images images;
    const tests::FakeClock clock;
    SimulatedServer server(1, clock, {});
    must(server.open());
    must(server.connection().write([&]() -> Status {
        Layout(server.connection(), clock.now()).all();
        // A random one would not replay.
        server::ReplicaKeyStore(server.connection())
            .keep({{QByteArray(server::ReplicaKeyStore::bytes, 'k'), clock.now()}});
        return {};
    }));
    images.server = closedImage(server);
    int index = 0;
    for (const qint64 staff : {100LL, 101LL, 102LL, company::supervisor, company::dispatcher}) {
        SimulatedDevice device(2, clock, index++, staff);
        must(device.open());
        device.close();
        images.device = device.disk.content(deviceFile);
        must(device.open());
        must(device.signIn(server));
        firstSync(device, server);
        device.close();
        images.synced[staff] = device.disk.content(deviceFile);
        images.sessions[staff] = device.session;
    }
    images.syncedServer = closedImage(server);
    return images;
}

} // namespace

const Images &Images::get()
{
    static const Images images = make();
    return images;
}

} // namespace turnus::simulation
