#pragma once

#include "sync/server/http/server.h"
#include "sync/server/jobs/company.h"

#include <QTextStream>
#include <chrono>
#include <optional>

/// The commands of turnus-server. Each returns the exit code: 0 done, 1 refused or failed (the reason on `err`), 2
/// wrong usage.
namespace turnus::app {

int runInit(const QStringList &args, QTextStream &out, QTextStream &err);
int runImport(const QStringList &args, QTextStream &out, QTextStream &err);
int runExport(const QStringList &args, QTextStream &out, QTextStream &err);
int runBackup(const QStringList &args, QTextStream &out, QTextStream &err);
int runRestore(const QStringList &args, QTextStream &out, QTextStream &err);
int runVerify(const QStringList &args, QTextStream &out, QTextStream &err);
int runUser(const QStringList &args, QTextStream &out, QTextStream &err);
int runShow(const QStringList &args, QTextStream &out, QTextStream &err);
int runServe(const QStringList &args, QTextStream &out, QTextStream &err);
int runToken(const QStringList &args, QTextStream &out, QTextStream &err);
int runWebhook(const QStringList &args, QTextStream &out, QTextStream &err);
int runCalendar(const QStringList &args, QTextStream &out, QTextStream &err);
int runLoadDevices(const QStringList &args, QTextStream &out, QTextStream &err);
int runMigrateStore(const QStringList &args, QTextStream &out, QTextStream &err);
int runDoctor(const QStringList &args, QTextStream &out, QTextStream &err);
int runErase(const QStringList &args, QTextStream &out, QTextStream &err);
int runReceipt(const QStringList &args, QTextStream &out, QTextStream &err);
int runReferral(const QStringList &args, QTextStream &out, QTextStream &err);

using jobs::Company;
using jobs::openCompany;
/// For commands that only read: also where the company was moved from.
[[nodiscard]] Result<Company> openToRead(const jobs::Options &options);
/// Options of every command beside its own; `words` must be there in exactly this number.
[[nodiscard]] Result<jobs::Options> parse(const QStringList &args, const QStringList &valued, const QStringList &flags,
                                          int words);
/// What `serve` is asked to do; `doctor` looks at the same.
struct ServeOptions
{
    server::ListenOptions listen;
    std::optional<std::chrono::minutes> forecastAt; ///< local time; nothing: never
};
[[nodiscard]] Result<jobs::Options> parseServe(const QStringList &args);
[[nodiscard]] Result<ServeOptions> serveOptions(const jobs::Options &options);
/// Prints the error; the exit code that goes with it.
int report(const Error &error, QTextStream &err);

} // namespace turnus::app
