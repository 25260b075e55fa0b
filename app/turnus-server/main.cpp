#include "app/turnus-server/commands.h"
#include "sync/server/jobs/forecast_command.h"

#include <QCoreApplication>
#include <QTextStream>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

struct Command
{
    const char *name;
    int (*run)(const QStringList &args, QTextStream &out, QTextStream &err);
    const char *purpose;
    const char *help; ///< null: the command explains itself
};

constexpr const char *common = R"(
Options of every command:
  --data DIR          where the company is kept: database and files (default: $XDG_DATA_HOME/turnus-server,
                      that is ~/.local/share/turnus-server)
  --database WHERE    another database than DIR/turnus-server.db: a path, or postgres://user@host:port/name (default:
                      $TURNUS_DATABASE). Everybody on this machine sees a password that stands in an option: leave it to
                      $PGPASSFILE (~/.pgpass), $PGPASSWORD or $TURNUS_DATABASE. After name may stand ?schema=S (default:
                      the first that the user's search_path finds), host=DIR of a Unix socket, and sslmode, sslrootcert,
                      sslcert, sslkey as in libpq, parted by &: ?sslmode=verify-full&sslrootcert=FILE for a server on
                      another machine
)";

constexpr Command commands[] = {
    {"init", turnus::app::runInit, "make a company",
     R"(turnus-server init [--demo] [--seed N] [--force]
Makes an empty company. Then: user add, import.
  --demo              fill it with "Berger Kaffeetechnik": 12 technicians, 2,000 customers, 8,000 assets, six years of
                      history, dated relative to today; everybody's password is demo-turnus
  --seed N            another company from the same rules (default 1)
  --force             replace the company that is there (not on PostgreSQL); its database stays beside the new one,
                      under a name with the time
)"},
    {"serve", turnus::app::runServe, "serve handhelds",
     R"(turnus-server serve [--listen ADDRESS:PORT] [--port-file FILE] [--tls-cert FILE --tls-key FILE] [--trusted-proxy NET,…]
Runs until SIGTERM or SIGINT, then finishes the requests under way. SIGHUP reads certificate and key again, for new
connections; a pair that cannot be read is told on standard error, and the one before stays in use.
Prints "listening on http://ADDRESS:PORT". One line of JSON a request goes to standard error, without personal data.
Several processes may serve one PostgreSQL company behind a proxy; they share DIR, where photos and reports lie.
  --listen A:P        default 127.0.0.1:7443; port 0 takes a free one; [::1]:7443 for IPv6
  --port-file FILE    write the port there once requests are answered
  --tls-cert FILE     certificate chain, PEM; needed on any address but loopback
  --tls-key FILE      its key, PEM
  --trusted-proxy NET,…
                      addresses or networks (10.0.0.5, 10.0.0.0/8, ::1) of reverse proxies: their X-Forwarded-For, or else
                      Forwarded, says who asks. Without it all who come through a proxy share one client's limits,
                      and through one on this machine there are none
  --per-address N     connections that one address (IPv6: its /64) may hold open, and N/4 requests a second (default
                      200): raise it where handhelds share the address of their mobile network; each needs two or three
  --quiet             no request log
  --file-quota SIZE   how much the photos and reports of the company may take in all: 500M, 20G, 2T; what comes beyond is
                      refused and stays on the handheld until there is room (default: as much as the disk holds, but
                      for 256 MiB that are kept for the database)
  --forecast-at HH:MM when lives are learned and forecasts kept every night, local time; "off": never (default 02:30, up to
                      20 minutes later)
)"},
    {"doctor", turnus::app::runDoctor, "look at everything that a server needs",
     R"(turnus-server doctor [--listen ADDRESS:PORT] [--tls-cert FILE --tls-key FILE] [other options of serve]
Directory and rights, disk space, database, clock, certificate, port, open files: one line each, and what to do where
something is wrong; the options are those that serve will be given. Changes nothing. Exit code 1 for a fault, 0 for warnings.
)"},
    {"load-devices", turnus::app::runLoadDevices, "sign devices in for a load test",
     R"(turnus-server load-devices COUNT FILE
For load tests with turnus-device swarm, never on a company in use: signs COUNT devices (at most 20,000) of the technicians
in without their passwords, and writes their numbers and access tokens, which live 15 minutes, to FILE.
)"},
    {"user", turnus::app::runUser, "manage accounts",
     R"(turnus-server user list
turnus-server user add LOGIN --staff KEY [--generate]
turnus-server user add LOGIN --name NAME --role technician|supervisor|sales|dispatcher|admin [--generate]
turnus-server user password LOGIN [--generate]
turnus-server user lock|unlock LOGIN
turnus-server user devices [LOGIN]
turnus-server user revoke-device NUMBER
The password is the first line of standard input, 8 to 256 characters; --generate makes and prints one. A new password
and a lock sign the account out on all devices. devices lists handhelds with their numbers; revoke-device is for a lost
one: at its next contact (at once when it is connected) it removes everything from itself, also what it had not sent.
Addresses of the person's calendar end with a new password and with a lost handheld, and rest while the account is locked.
)"},
    {"import", turnus::app::runImport, "take CSV files into the company",
     R"(turnus-server import DIR
turnus-server import --describe
Reads DIR/<table>.csv (UTF-8, commas, header line) and DIR/account.csv. Rows are known by their key: new ones are added,
others brought up to date. Everything is taken or nothing; an error names file, line and column. --describe prints which
columns each file has. A directory of the benchmark's workload 'territory' (customers.ndjson …) is taken too.
)"},
    {"export", turnus::app::runExport, "write the company as CSV files",
     R"(turnus-server export DIR
Writes what import reads into a new or empty directory, all or nothing; accounts with their password hashes. Photos and
reports that handhelds have not sent yet are left out, and told.
)"},
    {"migrate-store", turnus::app::runMigrateStore, "move the company to another database",
     R"(turnus-server migrate-store --to WHERE
turnus-server migrate-store --undo
Copies every table from --database (default: DIR/turnus-server.db) to WHERE, which must hold no company: postgres://… or a
path. One transaction; all rows of all tables are compared by count and hash before it is kept. Stop the servers first; serve
with --database WHERE afterwards. Files stay in DIR/content. What was moved from is kept and knows where the company went:
backup, export, verify, show and doctor read it, other commands refuse it, for a company that is served from two places falls
apart. --undo makes it the company's place again, as it was when the company was moved; remove the other one.
)"},
    {"backup", turnus::app::runBackup, "copy the company while it runs",
     R"(turnus-server backup FILE
Copies the database, with the company's keys and accounts, to FILE and the files to FILE.content/. FILE is an SQLite
database, or of PostgreSQL a dump (pg_dump -Fc). Keep the two together; restore takes them back. A company of an older
version is copied as it is: back up with either program before serve brings it up to date.
)"},
    {"restore", turnus::app::runRestore, "put a backup in the company's place",
     R"(turnus-server restore FILE
Stop the servers first. Takes FILE and FILE.content/ as backup wrote them (or a database that restore put aside, with the
log beside it), checks all as verify does, and only then puts it in the place of what is there. That is kept, under a
name that is told: DIR/turnus-server.db.before-restore-TIME, of PostgreSQL DIR/before-restore-TIME.dump; remove it yourself.
When anything is wrong, the company stays as it was. PostgreSQL can check only what it has loaded, and goes back
otherwise; a restore that was killed there may have left the backup unchecked and without its files: restore again.
A FILE without a company, of another company than the one here, or that is the company's own database is refused, and so is
a PostgreSQL schema in which others have tables. Do not copy files by hand: the log of a server that crashed would damage the
copy, and handhelds would not learn of it.
Handhelds hear of it at their next sync, send again what was confirmed since the backup and they still have, files too, and
tell their people. Whoever's session was renewed since the backup, which happens every 15 minutes of use, has to sign in
again, with a network: expect that of everybody. What had left a handheld before the restore (a visit of a customer who was
moved to another territory) is not brought back. Webhook events of visits and referrals that are sent again come again,
under new ids, with the same subject. What the office did since the backup has to be done again: accounts, imports,
handhelds reported lost. Whoever was erased since the backup (DIR/erasures) is erased again when serve starts, and his files
are not put back.
)"},
    {"verify", turnus::app::runVerify, "check the company",
     R"(turnus-server verify
Checks references, channels, change logs, every cent of the bonus ledger, the hash of every file, and that nobody who was
erased is there. Exit code 1 when
something is wrong.
)"},
    {"show", turnus::app::runShow, "print what the company holds, as JSON",
     R"(turnus-server show visits|referrals|bonus|ledger|conflicts|quarantine|repairs [--login LOGIN] [--newest N]
Newest first. bonus: one entry a line with its state; ledger: every posting. referrals: with "complaint": "open" while
the customer has an unsettled complaint; sales holds such a lead back until it is "none".
  --login LOGIN       of one technician only
  --newest N           default 20
)"},
    {"token", turnus::app::runToken, "let the ERP in",
     R"(turnus-server token list
turnus-server token add NAME
turnus-server token revoke NAME
A token for the company's other systems, sent as "Authorization: Bearer TOKEN" to /v1/erp/… It is printed once, does not
expire and opens nothing else.
)"},
    {"webhook", turnus::app::runWebhook, "tell other systems what happens",
     R"(turnus-server webhook list
turnus-server webhook add URL [--types TYPE,…] [--allow-private]
turnus-server webhook remove ID
turnus-server webhook failures | retry
Types: turnus.referral.stage-changed, turnus.visit.completed, turnus.bonus.approved; default all. The URL needs https,
except on loopback. add prints the secret ("whsec_…") that the receiver checks signatures with.
  --allow-private     send to addresses that are not public: loopback, the company's own network
failures lists deliveries with a failed try; retry makes those that were given up due again.
)"},
    {"calendar", turnus::app::runCalendar, "give a person's appointments to his calendar",
     R"(turnus-server calendar add STAFF [--names]
turnus-server calendar revoke STAFF
add prints a secret path below the server's address, to be subscribed to as an iCalendar; ?lang=en for English words.
revoke makes all of the person's addresses useless. STAFF is the company's key of the person.
  --names             show customers' names; without, only kind, site and street
)"},
    {"erase", turnus::app::runErase, "erase a customer for good",
     R"(turnus-server erase customer KEY --reason request|consent_withdrawn|retention_ended|unlawful [--dry-run]
turnus-server erase list
turnus-server erase again
Names, addresses, contacts, free texts, photos, reports, signatures and consents go, here and on every device at its next
contact; what the bonus ledger and the forecasts rest on stays without a reference to the person. KEY is the company's own
key, or id:NUMBER. This cannot be undone. Of the erasure itself remain a number, the reason and the time (list).
  --reason WORD       why; kept
  --dry-run           say what would go, by table and count, and change nothing
again is for a company that was put back from a backup: it erases whoever is on DIR/erasures and is there again; serve does
so when it starts. Keep DIR/erasures when you put a backup back. Erase in the company's other systems first, or they
bring the customer back as a new one; and keep no backup longer than you may keep the customers in it.
)"},
    {"receipt", turnus::app::runReceipt, "keys and proof of what handhelds were told is here",
     R"(turnus-server receipt key
turnus-server receipt rotate
turnus-server receipt verify FILE [--key HEX]
The server signs what it holds of a technician's day (Ed25519); handhelds keep these receipts and can hand them on as files.
key prints the public keys, the one in use first: give it to whoever shall check receipts by himself. rotate makes a new
key: the private part of the old one is forgotten, receipts that it signed stay good, and handhelds accept the new one
because the old one endorsed it.
verify says who signed FILE and what it lists; exit code 1 when the signature is not good, or something differs.
  --key HEX           check the signature by this key alone, without a company; else by the company's keys, and say what it
                      holds today that differs from the receipt
)"},
    {"referral", turnus::app::runReferral, "move a referral",
     R"(turnus-server referral stage ID STAGE --by LOGIN [--reason TEXT] [--amount CENTS]
For the sales back office. new → accepted → offered → won or lost; new or accepted → declined. --amount is the order's
net amount; "won" books the bonus for orders.
)"},
    {"forecast", turnus::jobs::runForecastCommand, "fit lives and forecast replacements from tables", nullptr},
};

int usage(QTextStream &stream, int code)
{
    stream << "turnus-server " TURNUS_VERSION ": the company's side of Turnus\n\nturnus-server COMMAND …\n";
    for (const Command &command : commands)
        stream << "  " << qSetFieldWidth(15) << Qt::left << command.name << qSetFieldWidth(0) << command.purpose
               << "\n";
    stream << "turnus-server COMMAND --help tells more.\n" << common;
    return code;
}

} // namespace

int main(int argc, char *argv[])
{
    // Databases, backups, exports and photos hold customers' data and password hashes: they are this user's alone.
    ::umask(S_IRWXG | S_IRWXO);
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"turnus-server"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TURNUS_VERSION));
    QTextStream out(stdout);
    QTextStream err(stderr);
    const QStringList args = QCoreApplication::arguments();
    const QString name = args.value(1);
    if (name == "--help"_L1 || name == "-h"_L1 || name == "help"_L1)
        return usage(out, 0);
    if (name == "--version"_L1) {
        out << "turnus-server " TURNUS_VERSION "\n";
        return 0;
    }
    for (const Command &command : commands) {
        if (name != QLatin1StringView(command.name))
            continue;
        if (command.help && (args.contains(u"--help"_s) || args.contains(u"-h"_s))) {
            out << command.help << common;
            return 0;
        }
        return command.run(args.mid(2), out, err);
    }
    return usage(err, 2);
}
