#pragma once

#include "tests/qml/support/appwindow.h"

#include <QTest>

namespace turnus::tests {

/// For pictures_data(): in what looks a page is drawn.
inline void addLooks()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    QTest::newRow("de-light") << QStringLiteral("de") << false << AppWindow::handheld;
    QTest::newRow("en-dark") << QStringLiteral("en") << true << AppWindow::handheld;
    QTest::newRow("de-light-tablet") << QStringLiteral("de") << false << AppWindow::tablet;
}

/// In pictures(): the window's size in this look.
inline QSize lookSize()
{
    QFETCH(QSize, size);
    return size;
}

/// Gives the window the look; what its pictures' names end with.
inline QString applyLook(AppWindow &app)
{
    QFETCH(QString, language);
    QFETCH(bool, dark);
    app.session().setLanguage(language);
    app.setDark(dark);
    return u'-' + QString::fromLatin1(QTest::currentDataTag());
}

} // namespace turnus::tests
