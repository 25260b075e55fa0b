// The OpenAPI document describes each event with the members that it has.
#include "sync/server/integration/webhooks.h"
#include "sync/server/integration/webhooksender.h"
#include "sync/server/integration/webhookworker.h"
#include "sync/server/service/events.h"
#include "tests/sync/server/integration/receiver.h"
#include "tests/sync/server/support/company.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::tests;

namespace {

qsizetype depthOf(const QString &line)
{
    return line.size() - QString(line).remove(QRegularExpression(u"^ +"_s)).size();
}

/// Lines of the document that are indented deeper than the one that is exactly `head`.
QStringList blockOf(const QString &head)
{
    QFile file(QStringLiteral(TURNUS_OPENAPI));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", TURNUS_OPENAPI);
    QStringList block;
    bool inside = false;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (inside && depthOf(line) <= depthOf(head))
            break;
        if (inside)
            block.append(line);
        inside = inside || line == head;
    }
    return block;
}

QStringList membersOf(const QString &schema)
{
    static const QRegularExpression member(u"^        (\\w+): "_s);
    QStringList names;
    for (const QString &line : blockOf(u"    %1:"_s.arg(schema))) {
        if (const auto found = member.match(line); found.hasMatch())
            names.append(found.captured(1));
    }
    names.sort();
    return names;
}

/// The schema of the data of an event.
QString schemaOf(const QString &type)
{
    static const QRegularExpression reference(u"data: \\{ \\$ref: \"#/components/schemas/(\\w+)\" \\}"_s);
    const auto found = reference.match(blockOf(u"  %1:"_s.arg(type)).join(u'\n'));
    return found.captured(1);
}

/// A referral, its approval, and a completed visit.
void letEverythingHappen(Company &company)
{
    Handheld jana(company, "jana");
    jana.sync();
    std::ignore = jana.visitWithReferral(u"due"_s, true);
    const qint64 visit = jana.mint();
    jana.insert("visit", visit,
                {{"customer_id", Company::customer},
                 {"site_id", Company::site},
                 {"technician_id", Company::jana},
                 {"kind", u"repair"_s},
                 {"status", u"completed"_s},
                 {"started", toInteger(company.clock.now())}});
    jana.sync();
    Handheld rolf(company, "rolf");
    rolf.sync();
    rolf.insert("bonus_decision", rolf.mint(),
                {{"entry_id", company.integer(u"SELECT id FROM bonus_entry"_s)},
                 {"decision", u"approve"_s},
                 {"staff_id", 102LL},
                 {"at", toInteger(company.clock.now())}});
    rolf.sync();
}

} // namespace

class TestWebhookDocument : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachEventIsDescribed();
};

void TestWebhookDocument::eachEventIsDescribed()
{
    Company company;
    Receiver receiver;
    const std::atomic_bool never = false;
    const auto hook = server::Webhooks(company.clock).add(company.connection(), receiver.url(), {}, true);
    QVERIFY(hook);
    letEverythingHappen(company);
    server::WebhookSender sender(never);
    QVERIFY(server::WebhookWorker::deliverDue(company.connection(), sender, company.clock, hook->id));
    QStringList seen;
    for (const Receiver::Request &request : std::as_const(receiver.requests)) {
        const QJsonObject event = QJsonDocument::fromJson(request.body).object();
        QStringList envelope = event.keys();
        envelope.sort();
        QCOMPARE(membersOf(u"CloudEvent"_s), envelope);
        const QString type = event.value(u"type"_s).toString();
        QStringList data = event.value(u"data"_s).toObject().keys();
        data.sort();
        QVERIFY2(!schemaOf(type).isEmpty(), qPrintable(type));
        QCOMPARE(membersOf(schemaOf(type)), data);
        if (!seen.contains(type))
            seen.append(type);
    }
    QStringList all = server::Events::types();
    all.sort();
    seen.sort();
    QCOMPARE(seen, all);
}

QTEST_GUILESS_MAIN(TestWebhookDocument)
#include "tst_webhookdocument.moc"
