#include "sync/server/exchange/territory.h"

#include "sync/server/exchange/csvform.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <array>
#include <boost/json/parse.hpp>
#include <charconv>
#include <map>
#include <memory>

using namespace Qt::StringLiterals;
namespace bj = boost::json;

namespace turnus::server {

namespace {

constexpr std::array sources{"customers", "assets", "visits", "readings"};
const auto changesFile = u"changes.ndjson"_s;

QString fileOf(const char *source)
{
    return QString::fromLatin1(source) + u".ndjson"_s;
}

/// One CSV file under construction; made at its first row.
class CsvFile
{
public:
    CsvFile(const QString &path, QByteArray header) : m_file(path), m_header(std::move(header)) {}

    [[nodiscard]] Status row(const QStringList &fields)
    {
        QByteArray line;
        if (!m_file.isOpen()) {
            if (!m_file.open(QIODevice::WriteOnly))
                return fail(Domain::Storage, u"io", m_file.fileName() + u": "_s + m_file.errorString());
            line = m_header + '\n';
        }
        for (qsizetype i = 0; i < fields.size(); ++i)
            line += (i > 0 ? "," : "") + csvField(fields.at(i));
        line += '\n';
        if (m_file.write(line) != line.size())
            return fail(Domain::Storage, u"io", m_file.fileName() + u": "_s + m_file.errorString());
        return {};
    }

private:
    QFile m_file;
    QByteArray m_header;
};

class TerritoryWriter
{
public:
    explicit TerritoryWriter(const QDir &into)
    {
        constexpr std::array<std::pair<const char *, const char *>, 9> files{{
            {"territory", "key,name"},
            {"team", "key,name,territory"},
            {"staff", "key,name,role,team"},
            {"segment", "key,name"},
            {"product", "key,sku,name,category,manufacturer,nominal_life_months,nominal_usage_per_day,usage_unit,"
                        "hidden_failure"},
            {"customer", "key,territory,name,segment,external_key,phone,email"},
            {"site", "key,customer,name,street,postal_code,city,country,latitude,longitude"},
            {"asset", "key,customer,site,product,serial,installed,installed_year_only,observed_from,warranty_end,place,"
                      "status"},
            {"appointment", "key,customer,site,asset,kind,starts,ends,status,note"},
        }};
        for (const auto &[name, header] : files)
            add(into, name, header);
        add(into, "meter_reading", "key,asset,at,value,meter_exchanged,implausible_confirmed");
    }

    [[nodiscard]] Status take(std::string_view source, const bj::object &row)
    {
        m_row = &row;
        if (source == "customers")
            return customer();
        if (source == "assets")
            return asset();
        if (source == "visits")
            return visit();
        if (source == "readings")
            return reading();
        return fail(Domain::Input, u"table-unknown", u"no table of this name in the workload"_s);
    }

private:
    void add(const QDir &into, const char *name, const char *header)
    {
        const QString path = into.filePath(QString::fromLatin1(name) + u".csv"_s);
        m_files[name] = std::make_unique<CsvFile>(path, QByteArray(header));
    }

    [[nodiscard]] Status put(const char *file, const QStringList &fields) { return m_files[file]->row(fields); }

    [[nodiscard]] QString text(std::string_view name) const
    {
        const bj::value *value = m_row->if_contains(name);
        if (!value || !value->is_string())
            return {};
        return QString::fromUtf8(value->get_string().data(), static_cast<qsizetype>(value->get_string().size()));
    }

    /// The shortest text of a number.
    [[nodiscard]] QString number(std::string_view name) const
    {
        const bj::value *value = m_row->if_contains(name);
        if (!value || !value->is_number())
            return {};
        std::array<char, 32> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value->to_number<double>());
        return QString::fromLatin1(digits.data(), end.ptr - digits.data());
    }

    [[nodiscard]] Status company()
    {
        if (std::exchange(m_company, true))
            return {};
        TURNUS_TRY(put("territory", {u"territory"_s, u"Territory"_s}));
        TURNUS_TRY(put("team", {u"team"_s, u"Team"_s, u"territory"_s}));
        return put("staff", {u"technician"_s, u"Territory Technician"_s, u"technician"_s, u"team"_s});
    }

    [[nodiscard]] Status customer()
    {
        TURNUS_TRY(company());
        const QString segment = text("segment");
        if (!m_known.contains(segment)) {
            m_known.insert(segment);
            TURNUS_TRY(put("segment", {segment, segment}));
        }
        const QString id = text("id");
        TURNUS_TRY(put("customer", {id, u"territory"_s, text("name"), segment, id, text("phone"), text("email")}));
        return put("site", {id, id, text("name"), text("street"), text("postal_code"), text("city"), u"DE"_s,
                            number("lat"), number("lon")});
    }

    [[nodiscard]] Status asset()
    {
        const QString product = text("product_id");
        if (!m_known.contains(product)) {
            m_known.insert(product);
            TURNUS_TRY(put("product", {product, product, product, u"espresso_machine"_s, u"Territory"_s, u"120"_s,
                                       u"24"_s, u"hours"_s, u"0"_s}));
        }
        const QString installed = text("installed");
        return put("asset", {text("id"), text("customer_id"), text("customer_id"), product, text("serial"), installed,
                             u"0"_s, installed, text("warranty_end"), text("location_note"), u"active"_s});
    }

    [[nodiscard]] Status visit()
    {
        const QString kind = text("kind");
        const QString status = text("status");
        return put("appointment", {text("id"), text("customer_id"), text("customer_id"), text("asset_id"),
                                   kind == "inspection"_L1 ? u"maintenance"_s : kind, text("start_at"), text("end_at"),
                                   status == "en_route"_L1 ? u"under_way"_s : status, text("notes")});
    }

    [[nodiscard]] Status reading()
    {
        return put("meter_reading", {text("id"), text("asset_id"), text("at"), number("value"), u"0"_s, u"0"_s});
    }

    std::map<std::string, std::unique_ptr<CsvFile>> m_files;
    const bj::object *m_row = nullptr;
    QSet<QString> m_known; ///< segments and products written
    bool m_company = false;
};

/// `source`: the table of all lines; empty when each line names its own.
Status convert(const QString &path, const char *source, TerritoryWriter &writer)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Domain::Input, u"open", path + u": "_s + file.errorString());
    for (qint64 number = 1; !file.atEnd(); ++number) {
        const QByteArray line = file.readLine().trimmed();
        if (line.isEmpty())
            continue;
        const auto wrong = [&](const QString &what) {
            return fail(Domain::Input, u"ndjson", u"%1, line %2: %3"_s.arg(path).arg(number).arg(what));
        };
        bj::error_code error;
        const bj::value parsed = bj::parse({line.constData(), static_cast<std::size_t>(line.size())}, error);
        if (error || !parsed.is_object())
            return wrong(u"no JSON object"_s);
        const bj::object *row = &parsed.get_object();
        std::string table = source;
        if (table.empty()) {
            const bj::value *name = row->if_contains("t");
            const bj::value *inner = row->if_contains("row");
            if (!name || !name->is_string() || !inner || !inner->is_object())
                return wrong(u"expected t and row"_s);
            table = name->get_string();
            row = &inner->get_object();
        }
        if (const Status taken = writer.take(table, *row); !taken)
            return taken.error().domain == Domain::Input ? wrong(taken.error().detail) : taken;
    }
    return {};
}

} // namespace

bool isTerritory(const QString &directory)
{
    const QDir dir(directory);
    return dir.exists(fileOf(sources.front())) || dir.exists(changesFile);
}

Status writeTerritory(const QString &ndjsonDirectory, const QString &csvDirectory)
{
    const QDir from(ndjsonDirectory);
    TerritoryWriter writer{QDir(csvDirectory)};
    for (const char *source : sources) {
        if (from.exists(fileOf(source)))
            TURNUS_TRY(convert(from.filePath(fileOf(source)), source, writer));
    }
    if (from.exists(changesFile))
        TURNUS_TRY(convert(from.filePath(changesFile), "", writer));
    return {};
}

} // namespace turnus::server
