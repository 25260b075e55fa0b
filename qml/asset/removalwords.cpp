#include "qml/asset/removalwords.h"

#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace turnus::asset {

using installedbase::RemovalReason;

QString RemovalWords::headline(const installedbase::Removal &removal)
{
    const QString on = day(removal.day);
    switch (removal.reason) {
    case RemovalReason::Failed:
        return tr("Failed on %1").arg(on);
    case RemovalReason::Condition:
        return tr("Replaced for its condition on %1").arg(on);
    case RemovalReason::Competitor:
        return tr("Replaced by a competitor's unit, seen on %1").arg(on);
    case RemovalReason::Left:
        return tr("Gone since %1").arg(on);
    case RemovalReason::Kept:
        break;
    }
    return tr("Still here");
}

QString RemovalWords::detail(const installedbase::RecordedRemoval &recorded)
{
    QStringList parts;
    if (recorded.removal.lastGood)
        parts.append(tr("worked until %1").arg(day(*recorded.removal.lastGood)));
    if (!recorded.removal.note.isEmpty())
        parts.append(recorded.removal.note);
    if (!recorded.who.isEmpty())
        parts.append(tr("recorded by %1").arg(recorded.who));
    return parts.join(u" · "_s);
}

QString RemovalWords::choice(RemovalReason reason)
{
    switch (reason) {
    case RemovalReason::Failed:
        return tr("It failed");
    case RemovalReason::Condition:
        return tr("Replaced early, for its condition");
    case RemovalReason::Competitor:
        return tr("A competitor's unit stands here");
    case RemovalReason::Left:
        return tr("Gone for another reason");
    case RemovalReason::Kept:
        break;
    }
    return tr("It is still here");
}

QString RemovalWords::event(const QString &reason)
{
    switch (installedbase::removalReasonNamed(reason).value_or(RemovalReason::Left)) {
    case RemovalReason::Failed:
        return tr("Gone: failed");
    case RemovalReason::Condition:
        return tr("Gone: replaced for its condition");
    case RemovalReason::Competitor:
        return tr("Gone: a competitor's unit");
    case RemovalReason::Left:
        return tr("Gone");
    case RemovalReason::Kept:
        break;
    }
    return tr("Corrected: still here");
}

QString RemovalWords::day(Day day)
{
    return QLocale().toString(toQDate(day), tr("dd/MM/yyyy"));
}

std::optional<Day> RemovalWords::parsed(const QString &text)
{
    const QDate date = QLocale().toDate(text.trimmed(), tr("dd/MM/yyyy"));
    return date.isValid() ? std::optional(fromQDate(date)) : std::nullopt;
}

QString RemovalWords::error(const Error &error)
{
    if (error.code == u"removal-future")
        return tr("That day is still to come.");
    if (error.code == u"removal-before-installation")
        return tr("That is before the unit was installed.");
    if (error.code == u"removal-last-good")
        return tr("The last good day lies between the installation and the failure.");
    if (error.code == u"removal-successor")
        return tr("The successor stands at another customer.");
    return tr("Not saved: %1").arg(error.code);
}

} // namespace turnus::asset
