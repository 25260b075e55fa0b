#include "app/turnus-server/commands.h"
#include "core/support/clock.h"
#include "sync/server/service/receiptservice.h"

#include <QDateTime>
#include <QFile>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::app {

namespace {

constexpr qint64 largestFile = 4 * 1024 * 1024;
constexpr std::size_t publicKeyBytes = 32;

QString text(const std::string &words)
{
    return QString::fromStdString(words);
}

QString timeOf(qint64 instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant, Qt::UTC).toString(Qt::ISODate);
}

void print(const protocol::KeyList &list, QTextStream &out)
{
    for (const protocol::PublicKey &key : list.keys) {
        out << text(protocol::toHex(key.key)) << "\t" << text(protocol::keyIdOf(key.key)) << "\t"
            << (key.retired ? u"retired "_s + timeOf(*key.retired) : u"in use since "_s + timeOf(key.created)) << "\n";
    }
}

void print(const protocol::DayReceipt &receipt, QTextStream &out)
{
    out << "day " << text(receipt.day) << " of " << text(receipt.name) << " (" << receipt.staff << "), company "
        << text(receipt.company) << ", issued " << timeOf(receipt.issued) << "\n";
    for (const protocol::ReceiptVisit &visit : receipt.visits) {
        const auto held = std::ranges::count_if(visit.files, &protocol::ReceiptFile::held);
        out << "visit " << visit.visit << "\t" << text(visit.status) << "\t" << held << " of " << visit.files.size()
            << " files\t";
        for (const protocol::ReceiptLines &line : visit.lines)
            out << text(line.table) << " " << line.rows << (&line == &visit.lines.back() ? "" : ", ");
        out << "\n";
    }
    for (const protocol::ReceiptReferral &referral : receipt.referrals)
        out << "referral " << referral.referral << "\t" << text(referral.stage) << "\n";
    for (const protocol::ReceiptPosting &posting : receipt.bonus)
        out << "bonus entry " << posting.entry << "\t" << text(posting.kind) << "\t" << posting.cents << " cents\n";
    for (const protocol::ReceiptReplica &replica : receipt.replicas)
        out << "device " << replica.replica << "\tdealt with up to operation " << replica.highest << ", "
            << replica.refused << " refused\n";
}

Status checkSignature(const protocol::Sealed &sealed, const std::vector<protocol::PublicKey> &keys, QTextStream &out)
{
    const auto key = std::ranges::find(keys, sealed.keyId, [](const auto &one) { return protocol::keyIdOf(one.key); });
    if (key == keys.end())
        return fail(Domain::Input, u"other-key", u"signed by key %1, which is none of these"_s.arg(text(sealed.keyId)));
    if (!protocol::isGenuine(protocol::receiptPurpose, sealed, key->key))
        return fail(Domain::Input, u"signature", u"the signature is not that of what the file says"_s);
    out << "signature good, key " << text(sealed.keyId) << "\n";
    return {};
}

Status verify(const jobs::Options &options, QTextStream &out)
{
    QFile file(options.words().at(1));
    if (!file.open(QIODevice::ReadOnly))
        return fail(Domain::Input, u"file-unreadable", u"%1: %2"_s.arg(file.fileName(), file.errorString()));
    TURNUS_ASSIGN(sealed, protocol::unseal(file.read(largestFile).toStdString()));
    if (options.has(u"key"_s)) {
        const auto given = protocol::fromHex(options.value(u"key"_s).toStdString(), publicKeyBytes);
        if (!given)
            return fail(Domain::Input, u"usage", u"--key: 64 hexadecimal digits, as receipt key prints them"_s);
        TURNUS_TRY(checkSignature(sealed, {protocol::PublicKey{.key = *given}}, out));
        TURNUS_ASSIGN(receipt, protocol::decodeDayReceipt(sealed.statement));
        print(receipt, out);
        return {};
    }
    TURNUS_ASSIGN(company, openCompany(options));
    const SystemClock clock;
    server::ReceiptService service(clock, company.directory->content());
    TURNUS_ASSIGN(known, service.keys(*company.connection));
    TURNUS_TRY(checkSignature(sealed, known.keys, out));
    TURNUS_ASSIGN(receipt, protocol::decodeDayReceipt(sealed.statement));
    print(receipt, out);
    TURNUS_ASSIGN(differences, service.differences(*company.connection, receipt));
    for (const QString &difference : std::as_const(differences))
        out << "DIFFERS " << difference << "\n";
    if (!differences.isEmpty())
        return fail(Domain::Input, u"differs", u"%1 differences"_s.arg(differences.size()));
    out << "the company holds all of it today\n";
    return {};
}

} // namespace

int runReceipt(const QStringList &args, QTextStream &out, QTextStream &err)
{
    const auto done = [&]() -> Status {
        const QString verb = args.value(0);
        if (verb != "key"_L1 && verb != "rotate"_L1 && verb != "verify"_L1)
            return fail(Domain::Input, u"usage", u"receipt key, rotate or verify"_s);
        TURNUS_ASSIGN(options, parse(args, {u"key"_s}, {}, verb == "verify"_L1 ? 2 : 1));
        if (verb == "verify"_L1)
            return verify(options, out);
        TURNUS_ASSIGN(company, openCompany(options));
        const SystemClock clock;
        server::ReceiptService service(clock, company.directory->content());
        if (verb == "rotate"_L1)
            TURNUS_TRY(service.rotate(*company.connection));
        TURNUS_ASSIGN(keys, service.keys(*company.connection));
        print(keys, out);
        return {};
    }();
    return done ? 0 : report(done.error(), err);
}

} // namespace turnus::app
