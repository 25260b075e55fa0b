#include "qml/controls/signaturepad.h"

#include <QSignalSpy>
#include <QTest>

using turnus::SignaturePad;
using turnus::SignatureStrokes;

class SignatureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsNoBytes()
    {
        QVERIFY(SignatureStrokes{}.toBytes().isEmpty());
        QVERIFY(SignatureStrokes::fromBytes({}).strokes.isEmpty());
    }

    void strokesComeBackToAPixel()
    {
        const SignatureStrokes drawn{{{{0.0, 0.25}, {0.5, 0.5}, {1.0, 0.75}}, {{0.1, 0.9}}}, 1.9};
        const SignatureStrokes read = SignatureStrokes::fromBytes(drawn.toBytes());
        QCOMPARE(read.strokes.size(), 2);
        QCOMPARE(read.aspect, 1.9);
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(read.strokes[i].size(), drawn.strokes[i].size());
            for (qsizetype j = 0; j < drawn.strokes[i].size(); ++j)
                QVERIFY((read.strokes[i][j] - drawn.strokes[i][j]).manhattanLength() < 1e-4);
        }
        QCOMPARE(read.toBytes(), drawn.toBytes());
    }

    void damagedBytesAreNoSignature()
    {
        const QByteArray whole = SignatureStrokes{{{{0.1, 0.1}, {0.2, 0.2}}}, 2}.toBytes();
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY2(SignatureStrokes::fromBytes(whole.first(length)).strokes.isEmpty(),
                     qPrintable(QString::number(length)));
        QByteArray other = whole;
        other[0] = 'X';
        QVERIFY(SignatureStrokes::fromBytes(other).strokes.isEmpty());
    }

    void padLoadsUndoesAndClears()
    {
        const QByteArray bytes = SignatureStrokes{{{{0.1, 0.1}}, {{0.2, 0.2}}}, 2}.toBytes();
        SignaturePad pad;
        QSignalSpy changed(&pad, &SignaturePad::strokesChanged);
        QSignalSpy edited(&pad, &SignaturePad::edited);
        pad.setStrokes(bytes);
        QCOMPARE(pad.strokes(), bytes);
        QCOMPARE(pad.strokeCount(), 2);
        pad.setStrokes(bytes);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(edited.size(), 0);
        pad.undo();
        QCOMPARE(pad.strokeCount(), 1);
        pad.clear();
        QVERIFY(pad.isEmpty());
        pad.clear();
        QCOMPARE(edited.size(), 2);
    }

    void readOnlyPadKeepsItsStrokes()
    {
        SignaturePad pad;
        pad.setStrokes(SignatureStrokes{{{{0.1, 0.1}}}, 2}.toBytes());
        pad.setReadOnly(true);
        pad.undo();
        pad.clear();
        QCOMPARE(pad.strokeCount(), 1);
    }
};

QTEST_MAIN(SignatureTest)
#include "tst_signature.moc"
