#pragma once

#include "core/visit/completion.h"

#include <QCoreApplication>

namespace turnus::visit {

/// The words of report and lists, translated when they are asked for.
class Wording
{
    Q_DECLARE_TR_FUNCTIONS(Wording)
public:
    static QString grade(int grade);
    static QString verdict(const DueNote &note, const QLocale &locale);
    static QString usageUnit(const QString &unit);
};

/// One line of the report in short: "Parts", "2 gaskets".
struct ReportLine
{
    QString label;
    QString text;
    int block = 0; ///< lines of one block stand together

    bool operator==(const ReportLine &) const = default;
};
std::vector<ReportLine> reportLines(const VisitFacts &facts, Instant ended, const QLocale &locale);
QString answerText(const ChecklistEntry &entry, const QLocale &locale);
/// "2 gaskets, 1 filter".
QString partsText(const std::vector<PartLine> &parts, const QLocale &locale);
QString findingText(const FindingLine &finding);
/// "10:30 to 11:20, 50 minutes".
QString onSiteText(Instant started, Instant ended, const QLocale &locale);
/// One sentence for lists and the asset's history.
QString summaryText(const VisitFacts &facts, const QLocale &locale);
/// "214.380 cups".
QString readingText(double value, const QString &usageUnit, const QLocale &locale);

} // namespace turnus::visit
