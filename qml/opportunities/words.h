#pragma once

#include "core/sales/guard.h"
#include "core/sales/offers.h"
#include "core/sales/opportunities.h"
#include "core/sales/referrals.h"

#include <QCoreApplication>

namespace turnus::opportunities {

/// As Badge.Tone of Turnus.Controls.
enum Tone { Neutral, Ok, Due, Danger, Info };

/// How chances, offers and referrals are put into words, in the language of the person.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(turnus::opportunities::Words)

public:
    static QString rank(sales::Rank rank);
    static QString fit(sales::Fit fit);
    /// "up to 150 a day"
    static QString capacity(std::optional<int> perDay);
    /// Never 0 for a price that nobody knows.
    static QString price(const std::optional<sales::Price> &price);
    static QString stage(const QString &stage);
    static QString interest(const QString &interest);
    /// What is missing before a referral may go.
    static QString missing(sales::Missing missing);
    /// "here", "850 m", "3.1 km"
    static QString distance(double metres);
    /// "16 October 2026", "16 Oct"
    static QString day(Day day);
    static QString shortDay(Instant instant);
    static QString time(Instant instant);
    /// What did not work, for a person.
    static QString error(const Error &error);
    /// "Referral reserves €25 (rule R1)"
    static QString bonus(const std::optional<sales::ReferralBonus> &bonus);
};

} // namespace turnus::opportunities
