#pragma once

#include "core/installedbase/assetforecasts.h"
#include "tests/support/salescompany.h"

namespace turnus::tests {

/// A company whose units all have a forecast, with a scored past and one product that fails early.
class OutlookCompany
{
public:
    OutlookCompany() : company(database)
    {
        company.addCustomers(60);
        installedbase::AssetForecasts forecasts(database.connection());
        while (forecasts.refreshSlice(database.clock.today()).value_or(0) > 0) {
        }
        score();
        failEarly();
    }

    TestDatabase database;
    SalesCompany company;

private:
    void run(const QString &sql) { database.execute(sql.toUtf8().constData()); }
    void score()
    {
        const qint64 today = toInteger(database.clock.today());
        run(QStringLiteral("INSERT INTO calibration VALUES (8001, 1, NULL, %1, 365, 1204, 951, 118, 135)").arg(today));
        run(QStringLiteral("INSERT INTO calibration VALUES (8002, 1, 400, %1, 365, 212, 172, 20, 20)").arg(today));
        const double predicted[] = {0.02, 0.08, 0.18, 0.34, 0.55, 0.78};
        const int forecasts[] = {820, 410, 190, 96, 44, 21};
        const int happened[] = {14, 37, 31, 36, 22, 15};
        for (int i = 0; i < 6; ++i) {
            run(QStringLiteral("INSERT INTO calibration_bin VALUES (%1, 1, 8001, 'within', %2, %3, %4)")
                    .arg(8100 + i)
                    .arg(predicted[i])
                    .arg(forecasts[i])
                    .arg(happened[i]));
        }
    }
    void failEarly()
    {
        const qint64 today = toInteger(database.clock.today());
        for (int i = 0; i < 7; ++i) {
            run(QStringLiteral("INSERT INTO asset (id, channel, customer_id, site_id, product_id, serial, installed, "
                               "installed_year_only, observed_from, status) VALUES "
                               "(%1, 10, 200, 201, 404, 'e%1', %2, 0, %2, 'removed')")
                    .arg(8200 + i)
                    .arg(today - 700));
            run(QStringLiteral("INSERT INTO asset_removal (id, channel, asset_id, reason, removed, at) VALUES "
                               "(%1, 10, %1, 'failed', %2, 0)")
                    .arg(8200 + i)
                    .arg(today - 60 - 20 * i));
        }
    }
};

} // namespace turnus::tests
