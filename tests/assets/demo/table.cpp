#include "tests/assets/demo/table.h"

#include "assets/demo/demo.h"

#include <QFile>
#include <QTemporaryDir>
#include <map>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

QList<QStringList> parse(const QString &text)
{
    QList<QStringList> rows;
    QStringList row;
    QString field;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar letter = text.at(i);
        if (quoted && letter == u'"' && i + 1 < text.size() && text.at(i + 1) == u'"') {
            field += letter;
            ++i;
        } else if (letter == u'"') {
            quoted = !quoted;
        } else if (!quoted && (letter == u',' || letter == u'\n')) {
            row.append(field);
            field.clear();
            if (letter == u'\n') {
                rows.append(row);
                row.clear();
            }
        } else {
            field += letter;
        }
    }
    return rows;
}

} // namespace

DemoTable readDemoTable(const QString &directory, const QString &name)
{
    QFile file(directory + u'/' + name + u".csv"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    DemoTable table;
    table.rows = parse(QString::fromUtf8(file.readAll()));
    if (table.rows.isEmpty())
        return {};
    table.columns = table.rows.takeFirst();
    for (int i = 0; i < table.size(); ++i) {
        if (table.rows.at(i).size() != table.columns.size())
            return {};
        table.byKey.insert(table.rows.at(i).first(), i);
    }
    return table;
}

QString demoCompany(quint64 seed, const QString &today)
{
    static std::map<std::pair<quint64, QString>, std::unique_ptr<QTemporaryDir>> made;
    std::unique_ptr<QTemporaryDir> &directory = made[{seed, today}];
    if (!directory) {
        directory = std::make_unique<QTemporaryDir>();
        const auto day = turnus::fromQDate(QDate::fromString(today, Qt::ISODate));
        if (!turnus::demo::writeCompany(directory->path(), seed, day))
            return {};
    }
    return directory->path();
}
