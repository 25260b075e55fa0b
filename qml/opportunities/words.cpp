#include "qml/opportunities/words.h"

#include "core/installedbase/forecastwords.h"

#include <QLocale>
#include <cmath>

using namespace Qt::StringLiterals;

namespace turnus::opportunities {

using installedbase::ForecastWords;

QString Words::rank(sales::Rank rank)
{
    switch (rank) {
    case sales::Rank::Good:
        return tr("Good");
    case sales::Rank::Better:
        return tr("Better");
    case sales::Rank::Best:
        break;
    }
    return tr("Best");
}

QString Words::fit(sales::Fit fit)
{
    switch (fit) {
    case sales::Fit::Unknown:
        return tr("not measured");
    case sales::Fit::TooSmall:
        return tr("too small");
    case sales::Fit::Tight:
        return tr("tight");
    case sales::Fit::Fits:
        return tr("fits");
    case sales::Fit::Reserve:
        break;
    }
    return tr("reserve");
}

QString Words::capacity(std::optional<int> perDay)
{
    return perDay ? tr("up to %1 a day").arg(QLocale().toString(*perDay)) : QString();
}

QString Words::price(const std::optional<sales::Price> &price)
{
    return price ? ForecastWords::money(price->amount) : tr("Price unknown");
}

QString Words::stage(const QString &stage)
{
    if (stage == u"new")
        return tr("handed over");
    if (stage == u"accepted")
        return tr("taken on by sales");
    if (stage == u"offered")
        return tr("offer made");
    if (stage == u"won")
        return tr("bought");
    if (stage == u"lost")
        return tr("not bought");
    return stage == u"declined" ? tr("not pursued") : stage;
}

QString Words::interest(const QString &interest)
{
    if (interest == u"hot")
        return tr("wants an offer now");
    return interest == u"later" ? tr("later") : tr("information only");
}

QString Words::missing(sales::Missing missing)
{
    switch (missing) {
    case sales::Missing::Settlement:
        return tr("This customer has a complaint open: settle it first, then hand over");
    case sales::Missing::Evidence:
        return tr("Still missing: a finding with a grade, or a due note");
    case sales::Missing::RepairShown:
        return tr("Still missing: the repair's price, shown to the customer");
    case sales::Missing::Consent:
        break;
    }
    return tr("Still missing: the customer's consent");
}

QString Words::distance(double metres)
{
    if (metres < 150)
        return tr("here");
    if (metres < 1000)
        return tr("%1 m").arg(std::lround(metres / 50) * 50);
    return tr("%1 km").arg(QLocale().toString(metres / 1000, 'f', metres < 20'000 ? 1 : 0));
}

QString Words::day(Day day)
{
    return QLocale().toString(toQDate(day), tr("d MMMM yyyy", "day, month and year"));
}

QString Words::shortDay(Instant instant)
{
    return QLocale().toString(toLocal(instant).date(), tr("ddd, d MMM", "weekday, day and short month"));
}

QString Words::time(Instant instant)
{
    return QLocale().toString(toLocal(instant).time(), u"HH:mm"_s);
}

QString Words::error(const Error &error)
{
    if (error.code == u"guard-complaint")
        return missing(sales::Missing::Settlement);
    if (error.code == u"guard-evidence")
        return missing(sales::Missing::Evidence);
    if (error.code == u"guard-repair")
        return missing(sales::Missing::RepairShown);
    if (error.code == u"guard-consent")
        return missing(sales::Missing::Consent);
    if (error.code == u"already-referred")
        return tr("This unit is already with sales.");
    if (error.code == u"no-visit")
        return tr("Start a visit at this customer first.");
    if (error.code == u"text-too-long")
        return tr("The note is too long.");
    return tr("This did not work. Your entries are safe. Code %1").arg(error.code);
}

QString Words::bonus(const std::optional<sales::ReferralBonus> &bonus)
{
    if (!bonus)
        return {};
    if (bonus->flat)
        return tr("Your bonus: %1 is noted and paid after your supervisor's approval (rule %2).")
            .arg(ForecastWords::money(*bonus->flat), bonus->ruleNumber);
    return tr("Your bonus follows rule %1, %2.").arg(bonus->ruleNumber, bonus->ruleName);
}

} // namespace turnus::opportunities
