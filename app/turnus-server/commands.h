#pragma once

#include "sync/server/jobs/company.h"

#include <QTextStream>

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
/// Options of every command beside its own; `words` must be there in exactly this number.
[[nodiscard]] Result<jobs::Options> parse(const QStringList &args, const QStringList &valued, const QStringList &flags,
                                          int words);
/// --listen, or where a server listens without it: "127.0.0.1:0", "[::1]:7443".
[[nodiscard]] Status parseListen(const jobs::Options &options, QString &address, quint16 &port);
/// Prints the error; the exit code that goes with it.
int report(const Error &error, QTextStream &err);

} // namespace turnus::app
