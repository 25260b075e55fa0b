// The protocol's document says of each field what tables.cpp says.
#include "sync/protocol/tables.h"

#include <QFile>
#include <QTest>

using namespace turnus;
using namespace turnus::protocol;
using namespace Qt::StringLiterals;

namespace {

const QByteArray begin = "<!-- merge table -->\n";
const QByteArray end = "<!-- end of the merge table -->\n";

enum class Rule { Ask, Office, Handheld, Fixed };

Rule ruleOf(const Table &table, const Column &column)
{
    if (isFixed(table, column))
        return Rule::Fixed;
    switch (column.merge) {
    case Merge::Ask:
        return Rule::Ask;
    case Merge::ServerWins:
        return Rule::Office;
    case Merge::DeviceWins:
        return Rule::Handheld;
    }
    Q_UNREACHABLE();
}

QByteArray fieldsOf(const Table &table, Rule rule)
{
    QByteArrayList names;
    for (const Column &column : table.columns) {
        if (ruleOf(table, column) == rule)
            names.append('`' + QByteArray(column.name.data(), qsizetype(column.name.size())) + '`');
    }
    return names.isEmpty() ? "–" : names.join(", ");
}

QByteArray mergeTable()
{
    QByteArray text = "| record | asks | office's | handheld's | never changes |\n|---|---|---|---|---|\n";
    for (const Table &table : tables()) {
        if (table.kind != RowKind::Shared)
            continue;
        QByteArrayList cells{QByteArray(table.name.data(), qsizetype(table.name.size()))};
        for (const Rule rule : {Rule::Ask, Rule::Office, Rule::Handheld, Rule::Fixed})
            cells.append(fieldsOf(table, rule));
        text += "| " + cells.join(" | ") + " |\n";
    }
    return text;
}

} // namespace

class TestMergeTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theDocumentSaysWhatTheCodeSays();
};

void TestMergeTable::theDocumentSaysWhatTheCodeSays()
{
    QFile document(QStringLiteral(TURNUS_PROTOCOL_README));
    QVERIFY(document.open(QIODevice::ReadOnly));
    QByteArray text = document.readAll();
    document.close();
    const qsizetype from = text.indexOf(begin) + begin.size();
    const qsizetype to = text.indexOf(end);
    QVERIFY(from >= begin.size() && to >= from);
    if (qEnvironmentVariableIsSet("TURNUS_RECORD")) {
        text.replace(from, to - from, mergeTable());
        QVERIFY(document.open(QIODevice::WriteOnly) && document.write(text) == text.size());
        return;
    }
    QCOMPARE(text.mid(from, to - from), mergeTable());
}

QTEST_GUILESS_MAIN(TestMergeTable)
#include "tst_mergetable.moc"
