#include "qml/bonus/words.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace turnus::bonus {

QString Words::title(const Line &line)
{
    const QString what = line.product.isEmpty() ? line.ruleName : line.product;
    switch (line.event) {
    case EventKind::Order:
        return line.product.isEmpty() ? what : tr("Purchase %1").arg(what);
    case EventKind::Contract:
        return line.ruleName;
    case EventKind::Referral:
        break;
    }
    return line.product.isEmpty() ? what : tr("Referral %1").arg(what);
}

QString Words::reversalTitle(const Line &line)
{
    return tr("Reversal %1").arg(line.product.isEmpty() ? line.ruleName : line.product);
}

QString Words::formula(const Explanation &explanation)
{
    for (const Step &step : explanation.computation.steps) {
        if (step.kind == StepKind::Percent)
            return tr("%1 × %2").arg(rounded(step.base), percent(step.basisPoints));
    }
    return tr("Flat amount %1").arg(rounded(explanation.rule.flat.value_or(Money{})));
}

QString Words::rule(const Line &line, const Rule &rule)
{
    QString words = tr("Rule %1, version %2").arg(line.ruleNumber).arg(line.ruleVersion);
    if (rule.cap)
        words = tr("%1 · at most %2").arg(words, rounded(*rule.cap));
    return words;
}

QString Words::state(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Reserved:
        return tr("noted");
    case EntryKind::Approved:
        return tr("approved");
    case EntryKind::Declined:
        return tr("declined");
    case EntryKind::Reversed:
        return tr("reversed");
    case EntryKind::Paid:
        break;
    }
    return tr("paid out");
}

QString Words::stage(const QString &stage)
{
    if (stage == u"referred")
        return tr("Referral");
    if (stage == u"new")
        return tr("Waiting for review");
    if (stage == u"accepted")
        return tr("With sales");
    if (stage == u"offered")
        return tr("Offer made");
    if (stage == u"won")
        return tr("Order placed");
    if (stage == u"lost")
        return tr("Not bought");
    return stage == u"declined" ? tr("Not pursued") : stage;
}

QString Words::shortName(const QString &name)
{
    const qsizetype space = name.lastIndexOf(u' ');
    return space <= 0 ? name : name.first(1) + u". "_s + name.sliced(space + 1);
}

QString Words::rounded(Money amount)
{
    if (amount.cents % 100 != 0)
        return amount.toString(QLocale());
    const qint64 euros = amount.cents / 100;
    return QLocale().toCurrencyString(static_cast<double>(euros), u"€"_s, 0);
}

QString Words::percent(int basisPoints)
{
    const int decimals = basisPoints % 100 == 0 ? 0 : basisPoints % 10 == 0 ? 1 : 2;
    return tr("%1%", "a share in percent").arg(QLocale().toString(basisPoints / 100.0, 'f', decimals));
}

QString Words::day(Instant instant, Instant now)
{
    const QDate date = toLocal(instant).date();
    const QDate today = toLocal(now).date();
    if (date == today)
        return tr("today");
    return QLocale().toString(date, date.year() == today.year() ? tr("d MMM", "day and short month")
                                                                : tr("d MMM yyyy", "day, short month and year"));
}

QString Words::month(Day month)
{
    return QLocale().toString(toQDate(month), u"MMMM yyyy"_s);
}

QString Words::inMonth(Day month)
{
    return tr("in %1", "a month").arg(QLocale().toString(toQDate(month), u"MMMM"_s));
}

QString Words::error(const Error &error)
{
    if (error.code == u"reason-missing")
        return tr("Please say why, so that the technician understands it.");
    if (error.code == u"reason-too-long")
        return tr("The reason is too long.");
    if (error.code == u"already-decided")
        return tr("Somebody has already decided this.");
    if (error.code == u"own-bonus")
        return tr("Nobody decides his own bonus.");
    if (error.code == u"base-unknown")
        return tr("The amount it is computed from is not known here.");
    if (error.code == u"no-replica")
        return tr("Sign in once before you decide.");
    return tr("This did not work. Your entries are safe. Code %1").arg(error.code);
}

} // namespace turnus::bonus
