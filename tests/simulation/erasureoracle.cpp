#include "sync/client/sql.h"
#include "tests/simulation/company.h"
#include "tests/simulation/databasedigest.h"
#include "tests/simulation/oracle.h"

#include <cctype>

using namespace Qt::StringLiterals;

namespace turnus::simulation {

namespace {

/// Says nothing of a person and stays: why a forecast came out as it did.
constexpr std::string_view keptWord = "reasons ";

/// The texts that an edit brought, each of which carries its number.
std::vector<std::string> wordsOf(const Edit &edit)
{
    std::vector<std::string> words;
    const auto add = [&](const protocol::Value &value) {
        const auto *text = std::get_if<std::string>(&value);
        if (text && text->ends_with(std::to_string(edit.number)) && !text->starts_with(keptWord))
            words.push_back(*text);
    };
    for (const auto &[column, value] : edit.values)
        add(value);
    add(edit.now);
    return words;
}

/// Whether the word is in the texts and does not go on with another digit.
bool holds(const std::string &texts, const std::string &word)
{
    for (std::size_t at = texts.find(word); at != std::string::npos; at = texts.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool begins = at == 0 || !std::isalnum(static_cast<unsigned char>(texts[at - 1]));
        if (begins && (end == texts.size() || !std::isdigit(static_cast<unsigned char>(texts[end]))))
            return true;
    }
    return false;
}

} // namespace

bool Oracle::isErased(const StoredRow &referral) const
{
    const auto *customer = std::get_if<qint64>(&cell("referral", referral, "customer_id"));
    return customer && m_journal.erased.contains(*customer);
}

void Oracle::sayLeft(const QString &where, const std::string &texts)
{
    for (const Edit &edit : m_journal.edits) {
        if (!m_journal.erased.contains(edit.customer))
            continue;
        for (const std::string &word : wordsOf(edit)) {
            if (holds(texts, word))
                say(u"%1: \"%2\" of erased customer %3 is left"_s.arg(where, QString::fromStdString(word))
                        .arg(edit.customer));
        }
    }
}

void Oracle::erasures(const std::vector<std::unique_ptr<SimulatedDevice>> &devices)
{
    if (m_journal.erased.empty())
        return;
    sayLeft(u"server"_s, textsIn(m_server.disk.name(), serverFile));
    for (const auto &device : devices) {
        sayLeft(device->name(), textsIn(device->disk.name(), deviceFile));
        for (const qint64 customer : m_journal.erased) {
            for (const char *table : {"customer", "site", "contact", "asset", "appointment", "visit", "consent",
                                      "referral", "complaint", "open_conflict"}) {
                const std::string column = table == std::string_view("customer") ? "id" : "customer_id";
                client::Sql row(device->connection().handle(),
                                std::string("SELECT count(*) FROM ") + table + " WHERE " + column + " = ?");
                row.bind(1, customer);
                if (row.step() && row.integer(0) > 0)
                    say(u"%1 has a %2 of erased customer %3"_s.arg(device->name(), QLatin1StringView(table))
                            .arg(customer));
            }
        }
    }
}

} // namespace turnus::simulation
