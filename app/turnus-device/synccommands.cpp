#include "app/turnus-device/commands.h"
#include "core/storage/devicestate.h"
#include "sync/client/contentfetcher.h"
#include "sync/client/contentuploader.h"
#include "sync/client/eraser.h"
#include "sync/client/outboxbook.h"
#include "sync/client/syncrun.h"
#include "sync/client/teamconflicts.h"
#include "sync/client/timeleft.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/tables.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSysInfo>
#include <QTextStream>
#include <algorithm>
#include <boost/json/array.hpp>
#include <cmath>
#include <limits>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
namespace bj = boost::json;

namespace turnus::device {

namespace {

using storage::DeviceState;

double cpuMilliseconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto ms = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) * 1000 + static_cast<double>(time.tv_usec) / 1000;
    };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

/// To the microsecond.
double rounded(double milliseconds)
{
    return std::round(milliseconds * 1e3) / 1e3;
}

/// Of this program alone: getrusage would count what the process was before it became this program.
qint64 peakRssKb()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    constexpr QByteArrayView key = "VmHWM:";
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(key))
            return line.sliced(key.size()).trimmed().split(' ').front().toLongLong();
    }
    return 0;
}

Result<QString> password(const Arguments &arguments)
{
    QFile file(arguments.value(u"password-file"_s));
    const bool opened = arguments.has(u"password-file"_s) ? file.open(QIODevice::ReadOnly | QIODevice::Text)
                                                          : file.open(stdin, QIODevice::ReadOnly | QIODevice::Text);
    if (!opened)
        return fail(Domain::Input, u"password-file", u"%1: %2"_s.arg(file.fileName(), file.errorString()));
    QString line = QString::fromUtf8(file.readLine());
    while (line.endsWith(u'\n') || line.endsWith(u'\r'))
        line.chop(1);
    if (line.isEmpty())
        return fail(Domain::Input, u"usage", u"the password is read from standard input or --password-file"_s);
    return line;
}

/// A line for each slice on standard error.
std::function<void(const client::Progress &)> progressLines(const Clock &clock)
{
    return [timeLeft = client::TimeLeft(clock)](const client::Progress &progress) mutable {
        QTextStream err(stderr);
        err << progress.rows;
        if (progress.rowsInAll > 0)
            err << " of " << progress.rowsInAll;
        err << " rows, " << progress.bytes;
        if (progress.bytesInAll > 0)
            err << " of " << progress.bytesInAll;
        err << " bytes";
        if (progress.rowsBefore > 0)
            err << ", " << progress.rowsBefore << " rows were here";
        if (const auto left = timeLeft.after(progress))
            err << ", " << left->count() << " s left";
        err << '\n';
    };
}

} // namespace

Result<Report> login(Device &device, const QStringList &words)
{
    TURNUS_ASSIGN(arguments, Arguments::parse(words, {u"password-file"_s, u"device"_s}, {}));
    TURNUS_ASSIGN(server, arguments.word(0, u"URL"_s));
    TURNUS_ASSIGN(user, arguments.word(1, u"USER"_s));
    TURNUS_ASSIGN(secret, password(arguments));
    TURNUS_TRY(device.account().signIn({.server = QUrl(server),
                                        .login = user,
                                        .password = secret,
                                        .device = arguments.value(u"device"_s, QSysInfo::machineHostName())}));
    return device.connection().read([&] {
        const DeviceState state(device.connection());
        return Report{{"login", json(user)},
                      {"role", json(state.text(DeviceState::role))},
                      {"staff", state.integer(DeviceState::staffId).value_or(0)},
                      {"replica", state.integer(DeviceState::replica).value_or(0)},
                      {"key_store", device.tokens().isKeyStore()}};
    });
}

Result<Report> logout(Device &device, const QStringList &words)
{
    TURNUS_TRY(Arguments::parse(words, {}, {}));
    TURNUS_TRY(device.account().signOut());
    return Report{{"signed_in", false}};
}

Result<Report> sync(Device &device, const QStringList &words)
{
    TURNUS_ASSIGN(arguments,
                  Arguments::parse(words, {u"repeat"_s}, {u"await"_s, u"no-content"_s, u"check"_s, u"progress"_s}));
    TURNUS_ASSIGN(repeat, arguments.maybeInteger(u"repeat"_s));
    QTextStream input(stdin);
    Report report;
    // With --repeat the figures are those of the last run: the warm one.
    for (qint64 run = 0; run < repeat.value_or(1); ++run) {
        if (run > 0 && arguments.has(u"await"_s)) {
            QTextStream(stderr) << "ready\n" << Qt::flush;
            input.readLine();
        }
        const client::Traffic before = device.transport().traffic();
        const double cpu = cpuMilliseconds();
        QElapsedTimer wall;
        wall.start();
        client::SyncRun sync(device.connection(), device.account());
        if (arguments.has(u"check"_s))
            sync.askForCheck();
        if (arguments.has(u"progress"_s))
            sync.setProgress(progressLines(device.clock()));
        TURNUS_ASSIGN(done, sync.run());
        const client::Traffic after = device.transport().traffic();
        report = {{"wall_ms", rounded(static_cast<double>(wall.nsecsElapsed()) / 1e6)},
                  {"cpu_ms", rounded(cpuMilliseconds() - cpu)},
                  {"bytes_up", after.bytesUp - before.bytesUp},
                  {"bytes_down", after.bytesDown - before.bytesDown},
                  {"round_trips", after.roundTrips - before.roundTrips},
                  {"rows_in", done.rowsIn},
                  {"rows_out", done.operationsOut},
                  {"settled", done.settled},
                  {"sent_again", done.sentAgain},
                  {"checked", done.checked},
                  {"repaired_channels", done.repaired.size()},
                  {"differing_channels", done.stillDiffering.size()},
                  {"rss_kb", peakRssKb()}};
    }
    QElapsedTimer wall;
    wall.start();
    TURNUS_ASSIGN(compared, client::SyncRun(device.connection(), device.account()).compareIfDue());
    if (compared) {
        report["checked"] = compared->checked;
        report["check_ms"] = rounded(static_cast<double>(wall.nsecsElapsed()) / 1e6);
        report["repaired_channels"] = compared->repaired.size();
        report["differing_channels"] = compared->stillDiffering.size();
    }
    wall.restart();
    TURNUS_TRY(device.connection().foldLog());
    report["fold_ms"] = rounded(static_cast<double>(wall.nsecsElapsed()) / 1e6);
    TURNUS_TRY(
        client::Scrub(device.connection(), device.contentDirectory(), device.directory() + u"/discarded"_s).run());
    if (!arguments.has(u"no-content"_s)) {
        TURNUS_ASSIGN(sent, client::ContentUploader(device.connection(), device.account(), device.contentDirectory())
                                .sendWaiting(std::numeric_limits<qint64>::max()));
        report["files_sent"] = sent.sent;
        report["files_refused"] = sent.refused;
        report["files_of_others"] = sent.others;
        TURNUS_ASSIGN(
            files,
            client::ContentFetcher(device.connection(), device.account(), device.contentDirectory()).fetchMissing());
        report["files_fetched"] = files.fetched;
        report["files_missing"] = files.missing;
        if (sent.failure)
            return tl::unexpected(*sent.failure);
    }
    return report;
}

Result<Report> status(Device &device, const QStringList &words)
{
    TURNUS_TRY(Arguments::parse(words, {}, {}));
    TURNUS_ASSIGN(counts, client::OutboxBook(device.connection()).counts());
    TURNUS_ASSIGN(signedIn, device.account().isSignedIn());
    return device.connection().read([&] {
        storage::Connection &connection = device.connection();
        const DeviceState state(connection);
        Report report{{"signed_in", signedIn},
                      {"login", json(state.text(DeviceState::login))},
                      {"role", json(state.text(DeviceState::role))},
                      {"staff", state.integer(DeviceState::staffId).value_or(0)},
                      {"replica", state.integer(DeviceState::replica).value_or(0)},
                      {"server", json(state.text(DeviceState::serverUrl))},
                      {"pending", counts.here},
                      {"sent", counts.sent},
                      {"quarantined", counts.quarantined},
                      {"confirmed_today", counts.confirmedToday},
                      {"conflicts", counts.conflicts},
                      {"files_unfinished", counts.files},
                      {"files_held", counts.filesHeld},
                      {"key_store", device.tokens().isKeyStore()}};
        if (counts.setBack) {
            bj::object setBack{{"noticed", json(counts.setBack->noticed)}};
            if (counts.setBack->to)
                setBack["to"] = json(*counts.setBack->to);
            if (counts.setBack->records)
                setBack["sent_again"] = *counts.setBack->records;
            report["server_set_back"] = std::move(setBack);
        }
        if (const auto contact = state.integer(DeviceState::lastContact))
            report["last_contact"] = json(instantFrom(*contact));
        bj::array channels;
        auto rows = connection.query("SELECT id, kind, name, cursor, position FROM channel ORDER BY id");
        while (rows.step()) {
            channels.push_back(bj::object{{"id", rows.integer(0)},
                                          {"kind", rows.integer(1)},
                                          {"name", json(rows.text(2))},
                                          {"cursor", rows.integer(3)},
                                          {"whole", rows.text(4).isEmpty() && rows.integer(3) > 0}});
        }
        report["channels"] = std::move(channels);
        bj::object tables;
        for (const protocol::Table &table : protocol::tables()) {
            auto count = connection.query("SELECT count(*) FROM " + std::string(table.name));
            if (count.step() && count.integer(0) > 0)
                tables[table.name] = count.integer(0);
        }
        report["rows"] = std::move(tables);
        auto files = connection.query("SELECT count(*) FROM content_file WHERE present = 0");
        report["files_missing"] = files.step() ? files.integer(0) : 0;
        return report;
    });
}

namespace {

Result<client::OutboxBook::Choice> choiceOf(const QString &word)
{
    using Choice = client::OutboxBook::Choice;
    const std::map<QString, Choice> choices{
        {u"mine"_s, Choice::Mine}, {u"theirs"_s, Choice::Theirs}, {u"both"_s, Choice::Both}};
    const auto chosen = choices.find(word);
    if (chosen == choices.end())
        return fail(Domain::Input, u"usage", u"mine, theirs or both"_s);
    return chosen->second;
}

Result<Report> listOutbox(client::OutboxBook &book)
{
    TURNUS_ASSIGN(subjects, book.subjects());
    TURNUS_ASSIGN(quarantined, book.quarantined());
    TURNUS_ASSIGN(conflicts, book.conflicts());
    bj::array waiting;
    for (const client::OutboxSubject &subject : subjects) {
        waiting.push_back(bj::object{{"what", json(subject.table)},
                                     {"row", subject.row},
                                     {"customer", json(subject.customer)},
                                     {"here", subject.here},
                                     {"sent", subject.sent},
                                     {"quarantined", subject.quarantined},
                                     {"since", json(subject.since)}});
    }
    bj::array refused;
    for (const client::QuarantinedOperation &one : quarantined) {
        refused.push_back(bj::object{{"seq", one.sequence},
                                     {"table", json(one.table)},
                                     {"row", one.row},
                                     {"customer", json(one.customer)},
                                     {"reason", json(one.reason)}});
    }
    bj::array open;
    for (const client::OpenConflict &one : conflicts) {
        open.push_back(bj::object{{"id", one.id},
                                  {"table", json(one.table)},
                                  {"row", one.row},
                                  {"field", json(one.field)},
                                  {"mine", json(one.mine)},
                                  {"theirs", json(one.theirs)},
                                  {"theirs_by", json(one.theirsBy)}});
    }
    return Report{{"waiting", std::move(waiting)}, {"quarantined", std::move(refused)}, {"conflicts", std::move(open)}};
}

} // namespace

Result<Report> outbox(Device &device, const QStringList &words)
{
    TURNUS_ASSIGN(arguments, Arguments::parse(words, {}, {}));
    client::OutboxBook book(device.connection());
    if (arguments.count() == 0)
        return listOutbox(book);
    TURNUS_ASSIGN(action, arguments.word(0, u"ACTION"_s));
    TURNUS_ASSIGN(number, arguments.integer(1, u"NUMBER"_s));
    if (action == "retry"_L1) {
        TURNUS_TRY(book.retry(number));
        return Report{{"retried", number}};
    }
    if (action == "discard"_L1) {
        TURNUS_ASSIGN(file, book.discard(number, device.directory() + u"/discarded"_s));
        return Report{{"discarded", number}, {"file", json(file)}};
    }
    if (action == "export"_L1) {
        TURNUS_ASSIGN(file, book.save(number, device.directory() + u"/discarded"_s));
        return Report{{"exported", number}, {"file", json(file)}};
    }
    if (action != "resolve"_L1)
        return fail(Domain::Input, u"usage", u"outbox %1: retry, export, discard or resolve"_s.arg(action));
    TURNUS_ASSIGN(choice, arguments.word(2, u"mine|theirs|both"_s));
    TURNUS_ASSIGN(chosen, choiceOf(choice));
    TURNUS_TRY(book.resolve(number, chosen, u"Turnus"_s));
    return Report{{"resolved", number}};
}

Result<Report> conflicts(Device &device, const QStringList &words)
{
    TURNUS_ASSIGN(arguments, Arguments::parse(words, {}, {}));
    client::TeamConflicts team(device.connection());
    if (arguments.count() == 0) {
        TURNUS_ASSIGN(open, team.open());
        bj::array list;
        for (const client::TeamConflict &one : open) {
            list.push_back(bj::object{{"id", one.id},
                                      {"table", json(one.table)},
                                      {"field", json(one.field)},
                                      {"customer", json(one.customer)},
                                      {"mine", json(one.mine)},
                                      {"mine_by", json(one.mineBy)},
                                      {"theirs", json(one.theirs)},
                                      {"theirs_by", json(one.theirsBy)}});
        }
        return Report{{"conflicts", std::move(list)}};
    }
    TURNUS_ASSIGN(number, arguments.integer(0, u"ID"_s));
    TURNUS_ASSIGN(word, arguments.word(1, u"mine|theirs|both"_s));
    TURNUS_ASSIGN(choice, choiceOf(word));
    TURNUS_ASSIGN(open, team.open());
    const auto shown = std::ranges::find(open, number, &client::TeamConflict::id);
    if (shown == open.end())
        return fail(Domain::Input, u"no-conflict", u"conflict %1"_s.arg(number));
    TURNUS_TRY(team.choose(*shown, choice, u"Turnus"_s));
    return Report{{"chosen", number}};
}

Result<std::string> frame(const QStringList &words)
{
    TURNUS_ASSIGN(arguments, Arguments::parse(words, {u"print"_s}, {}));
    QFile file(arguments.value(u"print"_s));
    if (!arguments.has(u"print"_s))
        return fail(Domain::Input, u"usage", u"frame --print FILE"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Domain::Input, u"file-unreadable", u"%1: %2"_s.arg(file.fileName(), file.errorString()));
    return protocol::printBlocks(file.readAll().toStdString());
}

} // namespace turnus::device
