#include "qml/outbox/outboxwords.h"

#include <QHash>
#include <QLocale>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::outbox {

QString OutboxWords::title(const QString &table, const QString &customer)
{
    if (table == u"bonus_entry" || table == u"bonus_decision")
        return tr("Decision on a bonus");
    const QString what = OutboxWords::table(table);
    const QString name = what.isEmpty() ? what : what.front().toUpper() + what.sliced(1);
    return customer.isEmpty() ? name : tr("%1 %2", "kind of record, customer").arg(name, customer);
}

QString OutboxWords::table(const QString &name)
{
    const QHash<QString, QString> words{{u"visit"_s, tr("visit")},
                                        {u"appointment"_s, tr("appointment")},
                                        {u"customer"_s, tr("customer")},
                                        {u"contact"_s, tr("contact")},
                                        {u"site"_s, tr("site")},
                                        {u"asset"_s, tr("device")},
                                        {u"checklist_answer"_s, tr("checklist")},
                                        {u"meter_reading"_s, tr("meter reading")},
                                        {u"condition_grade"_s, tr("condition grade")},
                                        {u"finding"_s, tr("finding")},
                                        {u"part_use"_s, tr("part")},
                                        {u"repair"_s, tr("repair")},
                                        {u"attachment"_s, tr("photos and report")},
                                        {u"due_note"_s, tr("due note")},
                                        {u"page_view"_s, tr("brochure shown")},
                                        {u"consent"_s, tr("consent")},
                                        {u"referral"_s, tr("referral")},
                                        {u"complaint"_s, tr("complaint")},
                                        {u"signature"_s, tr("signature")},
                                        {u"bonus_decision"_s, tr("decision")},
                                        {u"conflict_choice"_s, tr("choice")}};
    return words.value(name, name);
}

QString OutboxWords::kinds(const QString &subject, const QStringList &tables)
{
    QStringList words;
    for (const QString &name : tables) {
        if (name != subject)
            words.append(table(name));
    }
    return words.isEmpty() ? tr("changed") : words.join(u", "_s);
}

QString OutboxWords::shortName(const QString &name)
{
    const qsizetype space = name.lastIndexOf(u' ');
    return space <= 0 ? name : name.first(1) + u". "_s + name.sliced(space + 1);
}

QString OutboxWords::iconOf(const QString &table)
{
    const QHash<QString, QString> icons{
        {u"visit"_s, u"doc"_s},     {u"appointment"_s, u"today"_s}, {u"customer"_s, u"user"_s},
        {u"contact"_s, u"user"_s},  {u"site"_s, u"pin"_s},          {u"asset"_s, u"device"_s},
        {u"referral"_s, u"swap"_s}, {u"bonus_entry"_s, u"tasks"_s}, {u"bonus_decision"_s, u"tasks"_s}};
    return icons.value(table, u"box"_s);
}

QString OutboxWords::field(const QString &name)
{
    const QHash<QString, QString> words{{u"phone"_s, tr("Phone")},
                                        {u"email"_s, tr("E-mail")},
                                        {u"name"_s, tr("Name")},
                                        {u"note"_s, tr("Note")},
                                        {u"access_note"_s, tr("Access")},
                                        {u"street"_s, tr("Street")},
                                        {u"postal_code"_s, tr("Postal code")},
                                        {u"city"_s, tr("Town")},
                                        {u"position"_s, tr("Position")},
                                        {u"serial"_s, tr("Serial number")},
                                        {u"place"_s, tr("Place")},
                                        {u"reason"_s, tr("Reason")},
                                        {u"interest"_s, tr("Interest")},
                                        {u"what"_s, tr("Complaint")},
                                        {u"settlement"_s, tr("How it was settled")},
                                        {u"status"_s, tr("Status")}};
    return words.value(name, name);
}

QString OutboxWords::refusal(const QString &reason)
{
    const QString slug = reason.section(u':', 0, 0);
    if (slug == u"already-decided")
        return tr("Somebody else has already decided this.");
    if (slug == u"erased") {
        return tr("This customer's data had to be erased, and %n of your entries with it.", nullptr,
                  std::max(1, reason.section(u':', 1).trimmed().toInt()));
    }
    if (slug == u"maker") {
        const QString name = shortName(reason.section(u':', 1).trimmed());
        return tr("%1 recorded this here. It waits until he or she signs in on this handheld.")
            .arg(name.isEmpty() ? tr("Somebody else") : name);
    }
    if (slug == u"settled")
        return tr("%1 has chosen before you.").arg(shortName(reason.section(u':', 1).trimmed()));
    if (slug == u"changed")
        return tr("The record has been changed once more. Look at it again, and choose.");
    if (slug == u"own-bonus")
        return tr("Nobody decides his own bonus.");
    if (slug == u"forbidden" || slug == u"staff" || slug == u"channel" || slug == u"role")
        return tr("Your account may not change this.");
    if (slug.startsWith(u"unknown") || slug == u"constraint" || slug == u"reference" || slug == u"row-missing" ||
        slug == u"not-a-line")
        return tr("It refers to something that the server does not have.");
    if (slug.startsWith(u"value") || slug == u"amount" || slug == u"stage" || slug == u"reason-missing")
        return tr("A value is not allowed.");
    return tr("The server did not take it. Code %1").arg(slug.isEmpty() ? u"?"_s : slug);
}

bool OutboxWords::hasContent(const QString &reason)
{
    return !reason.startsWith("erased"_L1);
}

bool OutboxWords::mayBeTriedAgain(const QString &reason)
{
    // A colleague's goes by itself once he signs in.
    return hasContent(reason) && !reason.startsWith("maker:"_L1);
}

QString OutboxWords::time(Instant at, Instant now)
{
    const QDateTime moment = toLocal(at);
    const QLocale locale;
    const QString time = locale.toString(moment.time(), u"HH:mm"_s);
    if (moment.date() == toLocal(now).date())
        return tr("%1", "time of today").arg(time);
    return tr("%1, %2", "day, time").arg(locale.toString(moment.date(), tr("d MMM", "day and short month")), time);
}

QString OutboxWords::error(const Error &error)
{
    if (error.code == u"constraint")
        return tr("Other entries belong to this one. Discard those first.");
    return tr("This did not work. Your entries are safe. Code %1").arg(error.code);
}

} // namespace turnus::outbox
