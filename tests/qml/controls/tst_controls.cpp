#include "qml/theme/resources.h"

#include <QQmlEngine>
#include <QtQuickTest>

using namespace Qt::StringLiterals;

class Setup : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void applicationAvailable()
    {
        if (!turnus::theme::loadFonts())
            qFatal("the fonts are not in the program");
    }

    void qmlEngineAvailable(QQmlEngine *engine)
    {
        engine->addImportPath(u"qrc:/qt/qml"_s);
        turnus::theme::useLanguage(QLocale(QLocale::German, QLocale::Germany));
    }
};

QUICK_TEST_MAIN_WITH_SETUP(controls, Setup)

#include "tst_controls.moc"
