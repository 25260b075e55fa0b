#pragma once

#include "core/forecast/forecast.h"
#include "core/support/clock.h"
#include "sync/server/store/connection.h"

#include <QTextStream>

namespace turnus::jobs {

/// By which rules a company gives a status, and how often it changed its mind (0: the defaults).
struct CompanySettings
{
    forecast::Settings settings;
    qint64 version = 0;
};
/// Within Connection::read or write.
CompanySettings companySettings(server::Connection &connection);
/// Writes them under the next version, through the change log; devices have them with their next sync. Error
/// "forecast-settings" when they make no sense.
Status setCompanySettings(server::Connection &connection, const Clock &clock, const forecast::Settings &settings);

/// turnus-server forecast settings [--data DIR] [--due P --overdue P …]: prints them, after changing what is given.
int runForecastSettings(const QStringList &args, QTextStream &out, QTextStream &err);

} // namespace turnus::jobs
