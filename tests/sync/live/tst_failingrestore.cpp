// Fails the first, the second, the third … call on a file that a restore makes, until it passes without meeting the
// fault.
#include "sync/server/service/restore.h"
#include "sync/server/store/backup.h"
#include "sync/server/store/datadirectory.h"
#include "sync/server/store/health.h"
#include "sync/server/store/meta.h"
#include "tests/sync/live/failingfiles.h"
#include "tests/sync/server/support/company.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::tests;

namespace {

constexpr qint64 brochureRow = 320;
constexpr qint64 firstGeneration = 7;
constexpr qint64 secondGeneration = 8;

/// Under the sanitizers fewer calls are tried; in the long middle, where pages are copied, few tell as much as all.
#if defined(__SANITIZE_ADDRESS__)
constexpr int closeStride = 5;
constexpr int wideStride = 61;
#else
constexpr int closeStride = 1;
constexpr int wideStride = 11;
#endif
constexpr int closelyLooked = 60;

template <class T>
void must(const Result<T> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().toString()));
}

const Instant now = instantFrom(1'791'187'200'000);

/// A company that was backed up and has changed since, as files; each try has a copy of them.
class Site
{
public:
    Site()
    {
        QDir(m_template.path()).mkpath(u"server"_s);
        const QString server = m_template.filePath(u"server"_s);
        Company company(server + u"/turnus-server.db"_s);
        const auto directory = server::DataDirectory::open(server);
        must(directory);
        const QString brochure = company.directory() + u"/brochure"_s;
        QFile file(brochure);
        if (!file.open(QIODevice::WriteOnly) || file.write("%PDF") != 4)
            qFatal("cannot write");
        file.close();
        const auto stored = (*directory)->content().put(brochure);
        must(stored);
        m_file = stored->sha256;
        company.update("brochure", brochureRow, {{"sha256", m_file}, {"size", stored->size}});
        company.update("customer", Company::customer, {{"phone", u"before"_s}});
        must(server::backUp(company.connection(), (*directory)->content(), m_template.filePath(u"copy"_s)));
        company.update("customer", Company::customer, {{"phone", u"after"_s}});
        must((*directory)->content().remove(m_file));
    }

    void begin()
    {
        m_copy = std::make_unique<QTemporaryDir>();
        QDirIterator entry(m_template.path(), QDir::Files, QDirIterator::Subdirectories);
        while (entry.hasNext()) {
            const QString from = entry.next();
            const QString to = m_copy->filePath(QDir(m_template.path()).relativeFilePath(from));
            QDir().mkpath(QFileInfo(to).path());
            if (!QFile::copy(from, to))
                qFatal("%s", qPrintable(to));
        }
    }
    [[nodiscard]] QString path() const { return m_copy->path(); }
    [[nodiscard]] Status restore(qint64 generation) const
    {
        TURNUS_ASSIGN(directory, server::DataDirectory::open(path() + u"/server"_s));
        return server::Restore(*directory, generation, now).run(path() + u"/copy"_s).map([](const auto &) {});
    }

    /// Of a process that is not there any more; here it is this one.
    void forgetLock() const { QFile::remove(path() + u"/server/turnus-server.db.lock"_s); }

    struct Found
    {
        QString phone;
        qint64 generation = 0;
        bool sound = false;
    };
    [[nodiscard]] static Found look(const QString &database)
    {
        Found found;
        const auto file = server::Database::at(database);
        const auto connection = file ? server::Connection::openAsItIs(**file) : tl::unexpected(file.error());
        if (!connection)
            return found;
        const auto pages = server::quickCheck(**connection);
        found.sound = pages && *pages == "ok"_L1;
        const Status read = (*connection)->read([&]() -> Status {
            found.phone = server::textOf(
                server::one(**connection, u"SELECT phone FROM customer WHERE id = ?"_s, Company::customer));
            found.generation = server::Meta(**connection).restored().generation;
            return {};
        });
        found.sound = found.sound && read;
        return found;
    }
    [[nodiscard]] Found company() const { return look(path() + u"/server/turnus-server.db"_s); }
    [[nodiscard]] QStringList kept() const
    {
        return QDir(path() + u"/server"_s).entryList({u"*before-restore-*Z"_s, u"*before-restore-*Z-2"_s}, QDir::Files);
    }
    [[nodiscard]] bool hasFile() const { return QFile::exists(path() + u"/server/content/"_s + m_file); }

private:
    QTemporaryDir m_template;
    std::unique_ptr<QTemporaryDir> m_copy;
    QString m_file;
};

} // namespace

class TestFailingRestore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCallOfARestore_data();
    void everyCallOfARestore();
};

void TestFailingRestore::everyCallOfARestore_data()
{
    QTest::addColumn<bool>("full");
    QTest::addColumn<bool>("shortWrites");
    QTest::addColumn<bool>("lasting");
    QTest::newRow("error") << false << false << false;
    QTest::newRow("full") << true << false << false;
    QTest::newRow("short write") << true << true << false;
    QTest::newRow("nothing more") << false << false << true;
}

void TestFailingRestore::everyCallOfARestore()
{
    QFETCH(const bool, full);
    QFETCH(const bool, shortWrites);
    QFETCH(const bool, lasting);
    Site site;
    int call = 1;
    for (bool met = true; met; call += call < closelyLooked ? closeStride : wideStride) {
        site.begin();
        Status done;
        {
            const FailingFiles watch({site.path()});
            FailingFiles::set({call, full, shortWrites, lasting});
            done = site.restore(firstGeneration);
            met = FailingFiles::calls() >= call;
        }
        const auto words = [&] {
            return u"call %1: %2"_s.arg(call).arg(done ? u"done"_s : done.error().toString()).toUtf8();
        };
        const Site::Found found = site.company();
        QVERIFY2(found.sound, words());
        const bool restored = found.generation == firstGeneration;
        QVERIFY2(found.phone == (restored ? u"before"_s : u"after"_s), words());
        QVERIFY2(restored || !done, words());
        QVERIFY2(!restored || site.hasFile(), words());
        QVERIFY2(!restored || site.kept().size() == 1, words());
        QVERIFY2(met || done, words());
        site.forgetLock();
        const Status again = site.restore(secondGeneration);
        QVERIFY2(again, again ? "" : (words() + "; " + again.error().toString().toUtf8()).constData());
        QCOMPARE(site.company().generation, secondGeneration);
        QCOMPARE(site.company().phone, u"before"_s);
        QVERIFY(site.hasFile());
        // What was there first is kept, whatever happened in between.
        const QStringList kept = site.kept();
        QVERIFY2(std::ranges::any_of(kept,
                                     [&](const QString &name) {
                                         return Site::look(site.path() + u"/server/"_s + name).phone == "after"_L1;
                                     }),
                 words());
    }
    QVERIFY(call > closelyLooked);
}

QTEST_GUILESS_MAIN(TestFailingRestore)
#include "tst_failingrestore.moc"
