#pragma once

#include "core/support/result.h"
#include "sync/client/outboxbook.h"

#include <QCoreApplication>

namespace turnus::outbox {

/// How tables, fields and refusals are called for people.
class OutboxWords
{
    Q_DECLARE_TR_FUNCTIONS(turnus::outbox::OutboxWords)

public:
    /// "Visit Hotel Musterhof"
    static QString title(const QString &table, const QString &customer);
    /// A kind of record by its table.
    static QString table(const QString &name);
    /// "meter reading, grade, referral"
    static QString kinds(const QString &subject, const QStringList &tables);
    /// "R. Vorlage"
    static QString shortName(const QString &name);
    static QString iconOf(const QString &table);
    static QString field(const QString &name);
    /// Why the server refused, from "slug: words for helpers".
    static QString refusal(const QString &reason);
    /// Whether more is left of it than that it was refused.
    static bool hasContent(const QString &reason);
    /// Whether trying again may lead to anything.
    static bool mayBeTriedAgain(const QString &reason);
    /// "09:52" of today, else with the day
    static QString time(Instant at, Instant now);
    static QString error(const Error &error);
};

} // namespace turnus::outbox
