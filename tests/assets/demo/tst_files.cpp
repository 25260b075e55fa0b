#include "assets/demo/demo.h"
#include "sync/protocol/exchanged.h"
#include "tests/assets/demo/table.h"

#include <QDir>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using turnus::protocol::Column;
using turnus::protocol::ColumnType;
using turnus::protocol::Table;

namespace {

constexpr auto today = "2026-11-23";

QList<Table> exchangedTables()
{
    QList<Table> tables;
    std::ranges::copy_if(turnus::protocol::tables(), std::back_inserter(tables), turnus::protocol::isExchanged);
    return tables;
}

QString company(quint64 seed = 1)
{
    return demoCompany(seed, QLatin1String(today));
}

QString columnName(const Table &table, const Column &column)
{
    const QString name = QString::fromUtf8(column.name.data(), static_cast<qsizetype>(column.name.size()));
    if (column.type == ColumnType::Id)
        return name.chopped(3);
    if (name == u"image_sha256")
        return u"image"_s;
    const bool file = table.name == "brochure" || table.name == "attachment";
    return file && name == u"sha256" ? u"file"_s : name;
}

QString tableName(const Table &table)
{
    return QString::fromUtf8(table.name.data(), static_cast<qsizetype>(table.name.size()));
}

bool fits(ColumnType type, const QString &value)
{
    bool ok = false;
    switch (type) {
    case ColumnType::Integer:
    case ColumnType::Cents:
        value.toLongLong(&ok);
        return ok;
    case ColumnType::Flag:
        return value == u"0" || value == u"1";
    case ColumnType::Real:
        value.toDouble(&ok);
        return ok;
    case ColumnType::Day:
        return QDate::fromString(value, Qt::ISODate).isValid() && value.size() == 10;
    case ColumnType::Instant:
        return QDateTime::fromString(value, Qt::ISODate).isValid() && value.endsWith(u'Z');
    default:
        return true;
    }
}

QByteArray allBytes(const QString &directory)
{
    QByteArray bytes;
    for (const QString &folder : {u"."_s, u"brochures"_s, u"pictures"_s}) {
        const QDir dir(directory + u'/' + folder);
        for (const QString &name : dir.entryList(QDir::Files, QDir::Name)) {
            QFile file(dir.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                bytes += name.toUtf8() + file.readAll();
        }
    }
    return bytes;
}

} // namespace

class TestFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameSeedAndDayGiveTheSameBytes()
    {
        const QTemporaryDir again;
        QVERIFY(turnus::demo::writeCompany(again.path(), 1, turnus::fromQDate(QDate(2026, 11, 23))));
        const QByteArray first = allBytes(company());
        QVERIFY(first.size() > 10'000'000);
        QVERIFY(first == allBytes(again.path()));
    }

    void anotherSeedMakesAnotherCompany()
    {
        const DemoTable one = readDemoTable(company(), u"customer"_s);
        const DemoTable other = readDemoTable(company(2), u"customer"_s);
        QCOMPARE(one.size(), other.size());
        QVERIFY(one.rows != other.rows);
    }

    void headersAreThoseOfTheSyncedTables()
    {
        for (const Table &table : exchangedTables()) {
            QStringList expected{u"key"_s};
            if (table.name == "customer")
                expected.append(u"territory"_s);
            for (const Column &column : table.columns)
                expected.append(columnName(table, column));
            QStringList columns = readDemoTable(company(), tableName(table)).columns;
            QCOMPARE(columns, expected);
        }
        QCOMPARE(readDemoTable(company(), u"account"_s).columns, QStringList({u"login"_s, u"password"_s, u"staff"_s}));
    }

    void valuesAreOfTheirColumnsTypeAndReferencesResolve()
    {
        QHash<QString, QSet<QString>> keys;
        for (const Table &table : exchangedTables()) {
            const DemoTable rows = readDemoTable(company(), tableName(table));
            const QStringList list = rows.byKey.keys();
            QCOMPARE(list.size(), rows.size()); // no key twice
            keys.insert(tableName(table), QSet<QString>(list.begin(), list.end()));
        }
        for (const Table &table : exchangedTables()) {
            const DemoTable rows = readDemoTable(company(), tableName(table));
            for (const Column &column : table.columns) {
                const qsizetype index = rows.columns.indexOf(columnName(table, column));
                const auto &target =
                    keys[QString::fromUtf8(column.refersTo.data(), static_cast<qsizetype>(column.refersTo.size()))];
                for (const QStringList &row : rows.rows) {
                    const QString &value = row.at(index);
                    const bool good = value.isEmpty() ? column.nullable || column.type == ColumnType::Text
                                      : column.type == ColumnType::Id ? target.contains(value)
                                                                      : fits(column.type, value);
                    if (!good)
                        QFAIL(qPrintable(tableName(table) + u" "_s + row.first() + u" "_s + columnName(table, column) +
                                         u" = '"_s + value + u"'"_s));
                }
            }
        }
    }

    void everyAccountIsOfSomebodyOnTheStaff()
    {
        const DemoTable accounts = readDemoTable(company(), u"account"_s);
        const DemoTable staff = readDemoTable(company(), u"staff"_s);
        QCOMPARE(accounts.size(), staff.size());
        for (int i = 0; i < accounts.size(); ++i)
            QVERIFY(staff.byKey.contains(accounts.at(i, u"staff"_s)));
    }

    void namedFilesAreThere()
    {
        for (const auto &[name, column] : {std::pair(u"product"_s, u"image"_s), std::pair(u"brochure"_s, u"file"_s)}) {
            const DemoTable table = readDemoTable(company(), name);
            for (int i = 0; i < table.size(); ++i)
                QVERIFY2(QFile::exists(company() + u'/' + table.at(i, column)), qPrintable(table.at(i, column)));
        }
    }

    void theWholeStaysSmallEnough()
    {
        int rows = 0;
        for (const Table &table : exchangedTables())
            rows += readDemoTable(company(), tableName(table)).size();
        QVERIFY2(rows > 150'000 && rows < 250'000, qPrintable(QString::number(rows)));
        QVERIFY(readDemoTable(company(), u"meter_reading"_s).size() < 60'000);
    }

    void aDirectoryThatCannotBeWrittenIsAnError()
    {
        const auto written = turnus::demo::writeCompany(u"/proc/turnus-demo"_s, 1, turnus::dayFrom(20000));
        QVERIFY(!written);
        QCOMPARE(written.error().code, u"write"_s);
    }
};

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
