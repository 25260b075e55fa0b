#include "sync/server/service/values.h"

#include "core/support/limits.h"
#include "sync/server/service/limits.h"
#include "sync/server/store/contentstore.h"
#include "sync/server/store/limits.h"
#include "sync/server/store/rowstore.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace turnus::protocol;

namespace turnus::server {

namespace {

using Words = std::span<const std::string_view>;

namespace word {
constexpr std::array<std::string_view, 7> kinds{"maintenance", "repair",       "emergency",    "pick_up",
                                                "delivery",    "installation", "courtesy_call"};
constexpr std::array<std::string_view, 4> appointmentStatus{"planned", "under_way", "done", "cancelled"};
constexpr std::array<std::string_view, 2> visitStatus{"under_way", "completed"};
constexpr std::array<std::string_view, 2> arrival{"position", "hand"};
constexpr std::array<std::string_view, 3> itemAnswer{"ok_defect", "number", "text"};
constexpr std::array<std::string_view, 4> answer{"ok", "defect", "not_applicable", "value"};
constexpr std::array<std::string_view, 2> source{"van", "order"};
constexpr std::array<std::string_view, 3> verdict{"keep", "repair", "replace"};
constexpr std::array<std::string_view, 4> forecastStatus{"not_due", "plan", "due", "overdue"};
constexpr std::array<std::string_view, 3> confidence{"low", "medium", "high"};
constexpr std::array<std::string_view, 2> binKind{"within_horizon", "by_date"};
/// failed, replaced for its condition, a competitor's unit stands there, gone for a reason that says nothing of its
/// life; still there after all.
constexpr std::array<std::string_view, 5> removal{"failed", "condition", "competitor", "left", "kept"};
constexpr std::array<std::string_view, 6> stage{"new", "accepted", "offered", "won", "lost", "declined"};
constexpr std::array<std::string_view, 3> interest{"hot", "later", "information"};
constexpr std::array<std::string_view, 3> medium{"phone", "email", "visit"};
constexpr std::array<std::string_view, 1> purpose{"sales_contact"};
constexpr std::array<std::string_view, 2> assetStatus{"active", "removed"};
constexpr std::array<std::string_view, 5> role{"technician", "supervisor", "sales", "dispatcher", "admin"};
constexpr std::array<std::string_view, 5> postings{"reserved", "approved", "declined", "reversed", "paid"};
constexpr std::array<std::string_view, 2> decision{"approve", "decline"};
constexpr std::array<std::string_view, 3> choice{"mine", "theirs", "both"};
constexpr std::array<std::string_view, 3> event{"referral", "order", "contract"};
constexpr std::array<std::string_view, 2> attachmentKind{"photo", "report"};
constexpr std::array<std::string_view, 2> language{"de", "en"};
} // namespace word

struct Vocabulary
{
    std::string_view table;
    std::string_view column;
    Words words;
};

constexpr std::array vocabularies{Vocabulary{"appointment", "kind", word::kinds},
                                  Vocabulary{"appointment", "status", word::appointmentStatus},
                                  Vocabulary{"asset", "status", word::assetStatus},
                                  Vocabulary{"asset_removal", "reason", word::removal},
                                  Vocabulary{"attachment", "kind", word::attachmentKind},
                                  Vocabulary{"bonus_decision", "decision", word::decision},
                                  Vocabulary{"bonus_entry", "kind", word::postings},
                                  Vocabulary{"bonus_rule", "event", word::event},
                                  Vocabulary{"brochure", "language", word::language},
                                  Vocabulary{"calibration_bin", "kind", word::binKind},
                                  Vocabulary{"checklist_answer", "answer", word::answer},
                                  Vocabulary{"checklist_item", "answer", word::itemAnswer},
                                  Vocabulary{"conflict_choice", "choice", word::choice},
                                  Vocabulary{"consent", "medium", word::medium},
                                  Vocabulary{"consent", "purpose", word::purpose},
                                  Vocabulary{"due_note", "forecast_status", word::forecastStatus},
                                  Vocabulary{"due_note", "verdict", word::verdict},
                                  Vocabulary{"forecast_statement", "confidence", word::confidence},
                                  Vocabulary{"forecast_statement", "status", word::forecastStatus},
                                  Vocabulary{"part_use", "source", word::source},
                                  Vocabulary{"referral", "interest", word::interest},
                                  Vocabulary{"referral", "stage", word::stage},
                                  Vocabulary{"referral_event", "stage", word::stage},
                                  Vocabulary{"staff", "role", word::role},
                                  Vocabulary{"visit", "arrival", word::arrival},
                                  Vocabulary{"visit", "kind", word::kinds},
                                  Vocabulary{"visit", "status", word::visitStatus},
                                  Vocabulary{"wording", "language", word::language}};

/// The year's first millisecond.
constexpr qint64 sinceEpoch(std::chrono::year year)
{
    const std::chrono::sys_days first = year / std::chrono::January / 1;
    return std::chrono::milliseconds(first.time_since_epoch()).count();
}

constexpr qint64 bestGrade = 1;
constexpr qint64 worstGrade = 5;
/// Instants that a company can mean: 1900 to 2199.
constexpr qint64 earliest = sinceEpoch(std::chrono::year{1900});
constexpr qint64 latest = sinceEpoch(std::chrono::year{2200}) - 1;

struct Range
{
    double least;
    double most;
};

/// What a number may be where another one would lead the forecast or a map astray.
struct ColumnRange
{
    std::string_view table;
    std::string_view column;
    Range range;
};

constexpr std::array columnRanges{ColumnRange{"customer_life", "life_log", {-2, 2}},
                                  ColumnRange{"maintenance_plan", "interval_months", {1, 1'200}},
                                  ColumnRange{"measured_quantity", "at_new", {-1e12, 1e12}},
                                  ColumnRange{"measured_quantity", "value_limit", {-1e12, 1e12}},
                                  ColumnRange{"meter_reading", "value", {0, 1e12}},
                                  ColumnRange{"product", "capacity_per_day", {0, 1e9}},
                                  ColumnRange{"product", "nominal_life_months", {1, 2'400}},
                                  ColumnRange{"product", "nominal_usage_per_day", {0, 1e9}},
                                  ColumnRange{"site", "latitude", {-90, 90}},
                                  ColumnRange{"site", "longitude", {-180, 180}}};

/// Days of a unit: machines of before 1900 and limits after 2200 are slips of the pen.
constexpr qint64 firstDay = toInteger(Day{std::chrono::year{1900} / 1 / 1});
constexpr qint64 lastDay = toInteger(Day{std::chrono::year{2200} / 1 / 1});

tl::unexpected<Error> refuse(const Table &table, const Column &column, QStringView code, const QString &why)
{
    return fail(Domain::Input, code, named(table.name) + u'.' + named(column.name) + u": "_s + why);
}

Status checkText(const Table &table, const Column &column, const QString &text)
{
    if (text.contains(QChar(0)))
        return refuse(table, column, u"value-text", u"text with a zero character"_s);
    if (text.size() > turnus::limits::textLength)
        return refuse(table, column, u"value-too-long", u"more than %1 characters"_s.arg(turnus::limits::textLength));
    const Words words = vocabularyOf(table, column);
    const std::string plain = text.toStdString();
    if (!words.empty() && std::ranges::find(words, std::string_view(plain)) == words.end())
        return refuse(table, column, u"value-unknown", u"\"%1\""_s.arg(text.left(40)));
    if (column.name.ends_with("sha256") && !ContentStore::isName(text))
        return refuse(table, column, u"value-sha256", u"64 lower-case hexadecimal digits are expected"_s);
    return {};
}

std::optional<Range> rangeOf(const Table &table, const Column &column)
{
    if (column.type == ColumnType::Flag)
        return Range{0, 1};
    // Only the ledger takes back what it gave.
    if (column.type == ColumnType::Cents)
        return Range{table.name == "bonus_entry" ? -double(turnus::limits::mostCents) : 0, turnus::limits::mostCents};
    if (column.type == ColumnType::Instant)
        return Range{earliest, latest};
    if (table.name == "asset" && column.type == ColumnType::Day)
        return Range{firstDay, lastDay};
    if (column.name == "grade")
        return Range{bestGrade, worstGrade};
    if (column.name == "basis_points")
        return Range{0, turnus::limits::mostBasisPoints};
    if (column.name == "size")
        return Range{1, limits::contentFileBytes};
    const auto named = std::ranges::find_if(
        columnRanges, [&](const ColumnRange &one) { return one.table == table.name && one.column == column.name; });
    return named != columnRanges.end() ? std::optional(named->range) : std::nullopt;
}

Status checkRange(const Table &table, const Column &column, double value)
{
    const auto range = rangeOf(table, column);
    if (range && (value < range->least || value > range->most)) {
        return refuse(table, column, u"value-range",
                      u"expected %1 to %2, not %3"_s.arg(range->least).arg(range->most).arg(value));
    }
    return {};
}

} // namespace

Value fromWire(const protocol::Value &value)
{
    switch (value.index()) {
    case 1:
        return std::get<qint64>(value);
    case 2:
        return std::get<double>(value);
    case 3:
        return QString::fromStdString(std::get<std::string>(value));
    case 4: {
        const std::string &bytes = std::get<Blob>(value).bytes;
        return QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
    }
    default:
        return {};
    }
}

protocol::Value toWire(const Value &value)
{
    switch (value.index()) {
    case 1:
        return std::get<qint64>(value);
    case 2:
        return std::get<double>(value);
    case 3:
        return std::get<QString>(value).toStdString();
    case 4:
        return Blob{std::get<QByteArray>(value).toStdString()};
    default:
        return {};
    }
}

void append(ColumnData &column, const Value &value)
{
    if (isNull(value)) {
        column.addNull();
        return;
    }
    switch (column.storage()) {
    case ColumnData::Storage::Integers:
        column.addInteger(integerOf(value));
        return;
    case ColumnData::Storage::Reals: {
        const auto *real = std::get_if<double>(&value);
        column.addReal(real ? *real : static_cast<double>(integerOf(value)));
        return;
    }
    case ColumnData::Storage::Bytes: {
        const auto *bytes = std::get_if<QByteArray>(&value);
        const QByteArray text = bytes ? *bytes : textOf(value).toUtf8();
        column.addBytes({text.constData(), static_cast<std::size_t>(text.size())});
        return;
    }
    }
}

Status checkValue(const Table &table, const Column &column, const Value &value)
{
    if (isNull(value))
        return column.nullable ? Status() : refuse(table, column, u"value-missing", u"must not be empty"_s);
    switch (ColumnData::storageOf(column.type)) {
    case ColumnData::Storage::Integers:
        if (const auto *integer = std::get_if<qint64>(&value))
            return checkRange(table, column, double(*integer));
        break;
    case ColumnData::Storage::Reals:
        if (const auto *real = std::get_if<double>(&value); real && std::isfinite(*real))
            return checkRange(table, column, *real);
        break;
    case ColumnData::Storage::Bytes:
        if (column.type == ColumnType::Text) {
            if (const auto *text = std::get_if<QString>(&value))
                return checkText(table, column, *text);
        } else if (const auto *bytes = std::get_if<QByteArray>(&value)) {
            if (bytes->size() <= limits::blobBytes)
                return {};
            return refuse(table, column, u"value-too-long", u"more than %1 bytes"_s.arg(limits::blobBytes));
        }
        break;
    }
    return refuse(table, column, u"value-type", u"a value of another type"_s);
}

Words vocabularyOf(const Table &table, const Column &column)
{
    for (const Vocabulary &entry : vocabularies) {
        if (entry.table == table.name && entry.column == column.name)
            return entry.words;
    }
    return {};
}

} // namespace turnus::server
