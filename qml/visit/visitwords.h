#pragma once

#include "core/visit/completion.h"
#include "core/visit/progress.h"

#include <QCoreApplication>
#include <QLocale>

namespace turnus::visitpage {

/// What the visit's pages say.
class VisitWords
{
    Q_DECLARE_TR_FUNCTIONS(VisitWords)
public:
    static QString step(visit::Step step);
    /// For a page's title.
    static QString shortStep(visit::Step step);
    /// What a step holds so far, or what it is about.
    static QString stepDetail(visit::Step step, const visit::VisitFacts &facts, const QLocale &locale);
    static QString arrival(const visit::Visit &visit);
    static QString time(Instant at, const QLocale &locale);
    static QString day(Instant at, const QLocale &locale);
    static QString count(double value, const QLocale &locale);
    static QString money(std::optional<Money> amount, const QLocale &locale);
    static QString gradeHint(int grade);
    /// "Limit: at least 7.5 bar"; empty for an item without a limit.
    static QString limit(const visit::ChecklistEntry &entry);
    static QString error(const Error &error);
    /// SyncRing.SyncState; -1 for none.
    static int syncState(schedule::Carried carried);
    static QString photos(const std::vector<visit::Attachment> &photos);
    /// The weakest state of the photos.
    static int photoState(const std::vector<visit::Attachment> &photos);
};

/// What the plausibility of a reading says, with the lead in bold.
struct Judgement
{
    QString lead;
    QString text;
    int tone = 0; ///< Banner.Tone
};
Judgement judgementOf(const visit::Plausibility &p, const QLocale &locale);

/// "likely July 2027"
QString forecastSentence(const forecast::Forecast &seen, Day today, const QLocale &locale);

} // namespace turnus::visitpage
