#include "app/turnus-device/commands.h"
#include "sync/client/syncservice.h"
#include "sync/transport/httptransport.h"
#include "sync/transport/tokenstores.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <boost/json/serialize.hpp>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace turnus::device {

namespace {

void tell(const Report &event)
{
    std::printf("%s\n", boost::json::serialize(event).c_str());
    std::fflush(stdout);
}

} // namespace

Result<Report> follow(Device &device, const QStringList &words)
{
    TURNUS_TRY(Arguments::parse(words, {}, {}));
    const QString directory = device.directory();
    client::SyncService service({.databasePath = directory + u"/turnus.db"_s,
                                 .contentDirectory = device.contentDirectory(),
                                 .clock = device.clock(),
                                 .makeTransport = [] { return std::make_unique<transport::HttpTransport>(); },
                                 .makeTokenStore = [directory] { return transport::openTokenStore(directory); },
                                 .random = [] { return QRandomGenerator::global()->generateDouble(); }});
    Report last{{"signed_in", true}};
    QObject::connect(&service, &client::SyncService::contacted, &service, [](Instant at) {
        tell({{"event", "synced"}, {"at", json(at)}});
    });
    QObject::connect(&service, &client::SyncService::liveChanged, &service, [](bool live) {
        tell({{"event", live ? "live" : "polling"}});
    });
    QObject::connect(&service, &client::SyncService::failed, &service, [](const Error &error) {
        tell({{"event", "failed"}, {"error", json(error.toString())}});
    });
    QObject::connect(&service, &client::SyncService::signedInChanged, &service, [&last](bool signedIn) {
        last["signed_in"] = signedIn;
        if (!signedIn)
            QCoreApplication::quit();
    });
    bool lost = false;
    QObject::connect(&service, &client::SyncService::deviceLost, &service, [&lost] {
        lost = true;
        QCoreApplication::quit();
    });
    service.start();
    QCoreApplication::exec();
    if (lost)
        return fail(Domain::Access, u"device-lost", u"this handheld was reported lost"_s);
    return last;
}

} // namespace turnus::device
