#include "qml/bonus/history.h"

#include "qml/bonus/words.h"

#include <QLocale>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::bonus {

namespace {

struct Moment
{
    Instant at;
    HistoryStep step;
};

bool isBad(const QString &stage)
{
    return stage == u"lost" || stage == u"declined";
}

QString postingTitle(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Reserved:
        return Words::tr("Bonus noted");
    case EntryKind::Approved:
        return Words::tr("Approved");
    case EntryKind::Declined:
        return Words::tr("Declined");
    case EntryKind::Reversed:
        return Words::tr("Reversed");
    case EntryKind::Paid:
        break;
    }
    return Words::tr("Paid out");
}

void addCalculation(QList<CalculationStep> &rows, const QString &label, const QString &value, bool strong = false)
{
    rows.append({static_cast<int>(rows.size()), label, value, strong});
}

} // namespace

QList<HistoryStep> historyOf(const Line &line, std::span<const FateEvent> fate, Instant now)
{
    std::vector<Moment> moments;
    for (const FateEvent &event : fate) {
        // the review's result shows as the posting, with its reason
        const bool isDecision = event.stage == u"declined" && line.posting(EntryKind::Declined);
        if (!isDecision)
            moments.push_back({event.at,
                               {.title = Words::stage(event.stage),
                                .by = Words::shortName(event.byName),
                                .reason = event.reason,
                                .bad = isBad(event.stage)}});
    }
    for (const Posting &posting : line.postings) {
        const bool bad = posting.kind == EntryKind::Declined || posting.kind == EntryKind::Reversed;
        moments.push_back({posting.at,
                           {.title = postingTitle(posting.kind),
                            .by = Words::shortName(posting.byName),
                            .reason = posting.reason,
                            .bad = bad}});
    }
    if (line.pending)
        moments.push_back({line.pending->at,
                           {.title = postingTitle(line.pending->approved ? EntryKind::Approved : EntryKind::Declined),
                            .by = Words::shortName(line.pending->byName),
                            .reason = line.pending->reason,
                            .bad = !line.pending->approved}});
    std::ranges::stable_sort(moments, {}, &Moment::at);
    QList<HistoryStep> steps;
    for (Moment &moment : moments) {
        moment.step.number = static_cast<int>(steps.size());
        moment.step.day = Words::day(moment.at, now);
        steps.append(std::move(moment.step));
    }
    if (line.isOpen())
        steps.append({.number = static_cast<int>(steps.size()),
                      .title = Words::tr("Review"),
                      .day = Words::tr("open", "not done yet"),
                      .done = false});
    return steps;
}

const HistoryModel::Roles &HistoryModel::roles() const
{
    static const Roles all{{Title, "title", &HistoryStep::title}, {DayRole, "day", &HistoryStep::day},
                           {By, "by", &HistoryStep::by},          {Reason, "reason", &HistoryStep::reason},
                           {Done, "done", &HistoryStep::done},    {Bad, "bad", &HistoryStep::bad}};
    return all;
}

QList<CalculationStep> calculationOf(const Line &line, const Explanation &explanation)
{
    const QLocale locale;
    QList<CalculationStep> rows;
    for (const Step &step : explanation.computation.steps) {
        const QString amount = step.amount.toString(locale);
        switch (step.kind) {
        case StepKind::Flat:
            addCalculation(rows, Words::tr("Flat amount"), amount);
            break;
        case StepKind::Percent:
            addCalculation(rows, line.event == EventKind::Referral ? Words::tr("Price, net") : Words::tr("Order, net"),
                           step.base.toString(locale));
            addCalculation(rows,
                           explanation.rule.cap
                               ? Words::tr("%1, at most %2")
                                     .arg(Words::percent(step.basisPoints), Words::rounded(*explanation.rule.cap))
                               : Words::percent(step.basisPoints),
                           amount);
            break;
        case StepKind::Sum:
            addCalculation(rows, Words::tr("Together"), amount);
            break;
        case StepKind::Cap:
            addCalculation(rows, Words::tr("Cut to at most"), amount);
            break;
        case StepKind::Share:
            addCalculation(rows, Words::tr("Share of %1").arg(Words::shortName(line.technicianName)),
                           Words::percent(step.basisPoints));
            break;
        case StepKind::Bonus:
            addCalculation(rows, Words::tr("Bonus"), amount, true);
            break;
        }
    }
    return rows;
}

const CalculationModel::Roles &CalculationModel::roles() const
{
    static const Roles all{{Label, "label", &CalculationStep::label},
                           {Value, "value", &CalculationStep::value},
                           {Strong, "strong", &CalculationStep::strong}};
    return all;
}

} // namespace turnus::bonus
