#pragma once

#include "core/bonus/ledger.h"

#include <QCoreApplication>

namespace turnus::bonus {

/// How the ledger is put into words, in the language of the person.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(turnus::bonus::Words)

public:
    /// "Purchase BK 620"
    static QString title(const Line &line);
    /// "Reversal BK 620"
    static QString reversalTitle(const Line &line);
    /// "€11,900 × 1%"; empty when a flat amount is all.
    static QString formula(const Explanation &explanation);
    /// "Rule 4.2, version 7 · at most €150"
    static QString rule(const Line &line, const Rule &rule);
    /// "noted", "approved" …, as on the ledger row
    static QString state(EntryKind kind);
    /// What a referral's stage is called.
    static QString stage(const QString &stage);
    /// "J. Muster"
    static QString shortName(const QString &name);
    /// Without cents when there are none.
    static QString rounded(Money amount);
    /// "1%", "0.25%"
    static QString percent(int basisPoints);
    /// "12 Sept" of this year, else with the year
    static QString day(Instant instant, Instant now);
    /// "October 2026"
    static QString month(Day month);
    /// "in September"
    static QString inMonth(Day month);
    /// For a person: what did not work and what to do.
    static QString error(const Error &error);
};

} // namespace turnus::bonus
