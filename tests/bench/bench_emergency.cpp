// How long an emergency takes from the dispatcher's request until a connected handheld has it in its database, between
// a real turnus-server and a real turnus-device: PUT, commit, news on the stream, one sync, the device's commit. The
// floor is a round trip on loopback, of which there are two after the commit. Aim: a second.
#include "tests/bench/measure.h"
#include "tests/bench/syncworld.h"
#include "tests/sync/live/realcompany.h"
#include "tests/sync/server/support/cluster.h"
#include "tests/sync/server/support/httpclient.h"

#include <QCoreApplication>
#include <QElapsedTimer>

using namespace turnus;
using namespace turnus::bench;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int emergencies = 60;
constexpr double aimMs = 1'000;

/// Reads what the handheld says until it says it; the rest is forgotten.
void hear(QProcess &handheld, const QByteArray &word)
{
    QByteArray said;
    while (!said.contains(word)) {
        if (!handheld.waitForReadyRead(RealCompany::patienceMs))
            qFatal("the handheld does not say %s", word.constData());
        said += handheld.readAllStandardOutput();
    }
}

std::vector<double> measure(RealCompany &company, quint16 served, quint16 told)
{
    company.device({u"login"_s, u"http://127.0.0.1:%1"_s.arg(served), u"jana"_s}, RealCompany::password);
    company.device({u"sync"_s});
    QProcess handheld;
    company.follow(handheld);
    hear(handheld, "\"live\"");
    HttpClient dispatcher(told);
    dispatcher.token = company.erpToken();
    std::vector<double> waits;
    for (int i = 0; i < emergencies; ++i) {
        QElapsedTimer clock;
        clock.start();
        const HttpAnswer made = dispatcher.request("PUT", "/v1/erp/appointments/E-" + QByteArray::number(i),
                                                   RealCompany::emergency(), {{"Content-Type", "application/json"}});
        if (made.status != 201)
            qFatal("%s", made.body.constData());
        double waited = 0;
        do { // what it says may be of a run that was under way
            hear(handheld, "\"synced\"");
            waited = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        } while (company.number("SELECT count(*) FROM appointment") != i + 1);
        waits.push_back(waited);
    }
    handheld.kill();
    handheld.waitForFinished(RealCompany::patienceMs);
    return waits;
}

void add(std::vector<Figure> &figures, const QString &name, const std::vector<double> &waits, double floor)
{
    figures.push_back({name, u"ms"_s, waits, floor});
    figures.push_back({name + u", the slowest (aim: 1,000)"_s, u"ms"_s, {quantile(waits, 1)}, aimMs});
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    std::vector<Figure> figures;
    {
        RealCompany company;
        const quint16 port = company.serve();
        const std::vector<double> waits = measure(company, port, port);
        add(figures, u"emergency to a connected handheld, SQLite"_s, waits, bareRoundTrip(port));
    }
    {
        RealCompany company(Cluster::instance().freshLocation());
        const quint16 served = company.serve();
        const std::vector<double> waits = measure(company, served, company.serve());
        add(figures, u"emergency to a connected handheld, PostgreSQL, by another process"_s, waits,
            bareRoundTrip(served));
    }
    print(figures);
}
