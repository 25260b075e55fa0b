#pragma once

#include "core/support/result.h"

#include <QCoreApplication>
#include <QLocale>
#include <memory>

namespace turnus::device {

/// With Gui (offscreen) when the words are those of a command that makes a report; else without, which starts faster.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv);

/// Fonts and words of the report in German or English. Error "usage" for another language.
Result<QLocale> readyForReports(const QString &language);

} // namespace turnus::device
