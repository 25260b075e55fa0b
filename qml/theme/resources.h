#pragma once

#include <QLocale>

class QQmlEngine;

namespace turnus::theme {

/// Loads "Turnus Sans" and "Turnus Sans Tab" from the resources and makes the first the application's font.
/// To be called once after the QGuiApplication is there; false when a font is broken.
bool loadFonts();

/// Switches words, numbers and dates to German or, for every other language, English; engines that are given follow at
/// once. False when the translation is not in the program.
bool useLanguage(const QLocale &locale, QQmlEngine *engine = nullptr);

} // namespace turnus::theme
