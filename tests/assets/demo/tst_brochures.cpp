#include "tests/assets/demo/table.h"

#include <QFileInfo>
#include <QImage>
#include <QPdfDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString company()
{
    return demoCompany(1, u"2026-11-23"_s);
}

} // namespace

class TestBrochures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void brochuresOpenWithTheirPagesForTheWholeScreen()
    {
        const DemoTable brochures = readDemoTable(company(), u"brochure"_s);
        QCOMPARE(brochures.size(), 10);
        for (int i = 0; i < brochures.size(); ++i) {
            const QString path = company() + u'/' + brochures.at(i, u"file"_s);
            QPdfDocument document;
            QCOMPARE(document.load(path), QPdfDocument::Error::None);
            QCOMPARE(document.pageCount(), brochures.at(i, u"pages"_s).toInt());
            QVERIFY(document.pageCount() >= 5 && document.pageCount() <= 8);
            QCOMPARE(QFileInfo(path).size(), brochures.at(i, u"size"_s).toLongLong());
            for (int page = 0; page < document.pageCount(); ++page) {
                const QSizeF size = document.pagePointSize(page);
                QVERIFY(qAbs(size.width() / size.height() - 1.6) < 0.01);
            }
        }
    }

    /// A page is neither empty nor one colour: what is drawn reaches the PDF.
    void pagesAreDrawn()
    {
        QPdfDocument document;
        QCOMPARE(document.load(company() + u"/brochures/m75-de.pdf"_s), QPdfDocument::Error::None);
        for (int page = 0; page < document.pageCount(); ++page) {
            const QImage image = document.render(page, QSize(320, 200)).convertToFormat(QImage::Format_RGB32);
            QSet<QRgb> colors;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    colors.insert(image.pixel(x, y));
            QVERIFY2(colors.size() > 60, qPrintable(QString::number(page) + u": "_s + QString::number(colors.size())));
        }
    }

    void picturesAreSquareOnTransparentGround()
    {
        const DemoTable products = readDemoTable(company(), u"product"_s);
        for (int i = 0; i < products.size(); ++i) {
            const QImage image(company() + u'/' + products.at(i, u"image"_s));
            QCOMPARE(image.size(), QSize(400, 400));
            QCOMPARE(qAlpha(image.pixel(2, 2)), 0);
            QCOMPARE(qAlpha(image.pixel(200, 300)), 255);
        }
    }
};

QTEST_MAIN(TestBrochures)
#include "tst_brochures.moc"
