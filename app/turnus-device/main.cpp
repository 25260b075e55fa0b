#include "app/turnus-device/commands.h"
#include "app/turnus-device/plainjson.h"
#include "app/turnus-device/reporting.h"
#include "core/storage/wipe.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStandardPaths>
#include <QTextStream>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace turnus;

namespace {

constexpr int succeeded = 0;
constexpr int failed = 1;
constexpr int wrongUsage = 2;

struct Command
{
    const char *name;
    Result<device::Report> (*run)(device::Device &device, const QStringList &words);
};

constexpr Command commands[] = {
    {"login", device::login},         {"logout", device::logout}, {"sync", device::sync},
    {"status", device::status},       {"outbox", device::outbox}, {"today", device::today},
    {"visit", device::visit},         {"refer", device::refer},   {"follow", device::follow},
    {"receipt", device::receipt},     {"ready", device::ready},   {"gone", device::gone},
    {"conflicts", device::conflicts},
};

constexpr auto help =
    R"(Turnus without a screen: the handheld's database and sync engine for scripts, load and fault tests.

  turnus-device [--data DIR] [--json] COMMAND …

  login URL USER [--password-file FILE] [--device NAME]
        sign in; the password is the first line of FILE or of standard input. http only for this machine itself
  logout
        forget the tokens; what was not sent stays
  sync [--repeat N [--await]] [--no-content] [--check] [--progress]
        send and fetch everything, then the files; prints wall_ms cpu_ms bytes_up bytes_down round_trips rows_in
        rows_out rss_kb; with --repeat the figures of the last of N runs; with --await it says "ready" on standard
        error after each but the last and goes on when it reads a line; --check compares all rows with the server's
        counts and sums at once; once a day that is done after the sync (checked, check_ms); fold_ms is what folding
        the database's log took, after all else; --progress tells on standard error, slice by slice, how many rows
        and bytes of a first sync have come, of how many, and the seconds left
  follow
        stay connected as the app does: sync at once when the server has news; a line of JSON for each event, until
        SIGTERM or SIGINT
  status
        who is signed in, what waits, channels and rows
  outbox
        what waits, by subject; refused operations; open conflicts
  outbox retry SEQ | export SEQ | discard SEQ | resolve ID mine|theirs|both
        send a refused operation again; write it to a file; write it to a file and take it back; settle a conflict
  conflicts [ID mine|theirs|both]
        for supervisors: what their territories' handhelds and the server disagree on; choose the technician's value
        (mine), the record's, or to keep both in its note
  today [--in-days N]
        the day's appointments
  ready [--days N] [--language de|en]
        whether the visits of the next N days (3) can be made without a network, and what each lacks: records, checklist,
        brochures in the language; when all rows were last compared with the server's
  receipt [--day YYYY-MM-DD] [--stored] [--out FILE]
        fetch (--stored: only show) what the server signed that it holds of the day, today by default; check the signature
        and compare with what is here: visits, lines, files; --out writes it for turnus-server receipt verify
  visit start APPOINTMENT [--metres N]
        drive and arrive: by hand, or by position N metres off; prints the visit
  visit show VISIT
        its checklist and what is open
  visit check VISIT ITEM ok|defect|not_applicable|NUMBER [--note TEXT]
  visit reading VISIT VALUE [--meter-exchanged] [--confirmed]
  visit grade VISIT 1…5
  visit finding VISIT TEXT [--place TEXT] [--grade N]
  visit part VISIT NAME-OR-NUMBER QUANTITY [--order]
  visit photo VISIT FILE
  visit note VISIT keep|repair|replace [--months N] [--signs grade,repair_cost,parts_end,other] [--informed]
  visit complete VISIT SIGNER [--language de|en]      (also: visit sign …)
        sign for the customer by name, make the report (a PDF, as the app makes it), end the visit
  visit gone VISIT failed|condition|competitor|left|kept [--day YYYY-MM-DD] [--last-good YYYY-MM-DD]
        [--successor ASSET] [--note TEXT]
        the visit's unit is gone and why, today if no day is said; what was said before is corrected by saying it
        again, "kept" takes it back
  gone ASSET REASON …              (the same of any unit)
  refer VISIT --given-by NAME [--media phone,email,visit] [--interest hot|later|information] [--product ID]
        [--contact ID] [--note TEXT] [--language de|en] [--repair-shown]
        hand the visit's asset to sales
  swarm URL --devices FILE [--streams N] [--noop N] [--mixed N] [--seconds N] [--connections N] [--server-pid N]
        load on a server on this machine: N devices that listen (at most 20,000), then N no-op syncs and N mixed ones a
        second (one in four pushes, all fetch) for at most 120 s; FILE is from turnus-server load-devices
  frame --print FILE
        a recorded request or answer of /v1/sync as text

  --data DIR   the handheld's directory; default %1
  --json       one JSON object instead of lines
  --help, --version

Exit status: 0 done, 1 failed (the reason is on standard error), 2 wrong usage.
)";

int report(const Error &error)
{
    QTextStream(stderr) << "turnus-device: " << error.toString() << '\n';
    return error.code == "usage"_L1 ? wrongUsage : failed;
}

/// A value for people: a list takes a line an entry, a figure three decimals.
std::string shown(const boost::json::value &value)
{
    if (value.is_string())
        return " " + std::string(value.get_string());
    if (value.is_double())
        return " " + QByteArray::number(value.get_double(), 'f', 3).toStdString();
    if (!value.is_array())
        return " " + device::plainJson(value);
    std::string lines;
    for (const boost::json::value &entry : value.get_array())
        lines += "\n  " + device::plainJson(entry);
    return lines.empty() ? " none" : lines;
}

void print(const device::Report &report, bool json)
{
    if (json) {
        std::printf("%s\n", device::plainJson(report).c_str());
        return;
    }
    for (const auto &[name, value] : report) {
        std::printf("%.*s:%s\n", static_cast<int>(name.size()), name.data(), shown(value).c_str());
    }
}

/// Removes a flag or an option with its value from the words; empty optional when it is not there.
std::optional<QString> takeOption(QStringList &words, const QString &name, bool valued)
{
    const qsizetype at = words.indexOf(name);
    if (at < 0)
        return std::nullopt;
    words.removeAt(at);
    return valued && at < words.size() ? words.takeAt(at) : QString();
}

int runCommand(const Command &command, const QString &directory, const QStringList &words, bool json)
{
    auto opened = device::Device::open(directory);
    if (!opened)
        return report(opened.error());
    const auto done = command.run(**opened, words);
    if (!done && done.error().code == "device-lost"_L1) {
        opened->reset();
        if (const Status wiped = storage::wipe(directory); !wiped)
            return report(wiped.error());
        QTextStream(stderr) << "turnus-device: everything on this handheld has been removed\n";
    }
    if (!done)
        return report(done.error());
    print(*done, json);
    return succeeded;
}

} // namespace

boost::json::string device::json(const QString &text)
{
    return boost::json::string(text.toStdString());
}

boost::json::string device::json(Instant instant)
{
    return json(QDateTime::fromMSecsSinceEpoch(toInteger(instant), Qt::UTC).toString(Qt::ISODate));
}

int main(int argc, char *argv[])
{
    const auto app = device::makeApplication(argc, argv);
    QCoreApplication::setOrganizationName(u"Turnus"_s);
    QCoreApplication::setApplicationName(u"Turnus"_s);
    QStringList words = QCoreApplication::arguments().mid(1);
    const QString standard = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    if (words.isEmpty() || words.contains(u"--help"_s) || words.contains(u"-h"_s)) {
        QTextStream(words.isEmpty() ? stderr : stdout) << QString::fromUtf8(help).arg(standard);
        return words.isEmpty() ? wrongUsage : succeeded;
    }
    if (words.contains(u"--version"_s)) {
        std::puts("turnus-device " TURNUS_VERSION);
        return succeeded;
    }
    const QString directory = takeOption(words, u"--data"_s, true).value_or(standard);
    const bool json = takeOption(words, u"--json"_s, false).has_value();
    const QString name = words.isEmpty() ? QString() : words.takeFirst();
    if (name == "frame"_L1) {
        const auto text = device::frame(words);
        if (!text)
            return report(text.error());
        std::fwrite(text->data(), 1, text->size(), stdout);
        return succeeded;
    }
    if (name == "swarm"_L1) {
        const auto done = device::swarm(words);
        if (!done)
            return report(done.error());
        print(*done, json);
        return succeeded;
    }
    for (const Command &command : commands) {
        if (name == QLatin1StringView(command.name))
            return runCommand(command, directory, words, json);
    }
    QTextStream(stderr) << "turnus-device: there is no command '" << name << "'; see turnus-device --help\n";
    return wrongUsage;
}
