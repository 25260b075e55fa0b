#include "core/forecast/recorded.h"

#include <QDate>
#include <QStringList>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace turnus::forecast {

namespace {

constexpr std::array dueNames{"not_due"_L1, "plan"_L1, "due"_L1, "overdue"_L1};
constexpr std::array confidenceNames{"low"_L1, "medium"_L1, "high"_L1};
constexpr std::array reasonNames{"condition"_L1, "measurement"_L1, "repairs"_L1,     "usage"_L1,
                                 "customer"_L1,  "age"_L1,         "spare_parts"_L1, "statutory"_L1};

template <class Names>
std::optional<int> indexOf(const Names &names, QStringView name)
{
    const auto found = std::ranges::find_if(names, [&](QLatin1StringView known) { return name == known; });
    return found == names.end() ? std::nullopt : std::optional(static_cast<int>(found - names.begin()));
}

void readField(QStringView key, QStringView value, Reason &reason)
{
    if (key == u"months")
        reason.monthsEarlier = value.toDouble();
    else if (key == u"grade")
        reason.grade = value.toInt();
    else if (key == u"count")
        reason.count = value.toInt();
    else if (key == u"value")
        reason.value = value.toDouble();
    else if (key == u"usual")
        reason.usual = value.toDouble();
    else if (key == u"assumed")
        reason.assumed = value.toInt() != 0;
    else if (key == u"cents")
        reason.money = Money{value.toLongLong()};
    else if (const QDate day = key == u"day" ? QDate::fromString(value.toString(), Qt::ISODate) : QDate();
             day.isValid())
        reason.day = fromQDate(day);
}

} // namespace

QString nameOf(DueStatus status)
{
    return dueNames.at(static_cast<size_t>(status));
}

QString nameOf(Confidence confidence)
{
    return confidenceNames.at(static_cast<size_t>(confidence));
}

DueStatus dueStatusNamed(const QString &name)
{
    return DueStatus(indexOf(dueNames, name).value_or(0));
}

Confidence confidenceNamed(const QString &name)
{
    return Confidence(indexOf(confidenceNames, name).value_or(0));
}

QString reasonsText(const std::vector<Reason> &reasons)
{
    QStringList lines;
    for (const Reason &reason : reasons) {
        QString line = u"%1 months=%2"_s.arg(reasonNames.at(static_cast<size_t>(reason.kind)))
                           .arg(reason.monthsEarlier, 0, 'f', 1);
        if (reason.grade > 0)
            line += u" grade=%1"_s.arg(reason.grade);
        if (reason.count > 0)
            line += u" count=%1"_s.arg(reason.count);
        if (reason.value != 0 || reason.usual != 0)
            line += u" value=%1 usual=%2"_s.arg(reason.value, 0, 'f', 2).arg(reason.usual, 0, 'f', 2);
        if (reason.money.cents != 0)
            line += u" cents=%1"_s.arg(reason.money.cents);
        if (reason.assumed)
            line += u" assumed=1"_s;
        if (reason.day)
            line += u" day=%1"_s.arg(toQDate(*reason.day).toString(Qt::ISODate));
        lines.append(line);
    }
    return lines.join(u'\n');
}

std::vector<Reason> reasonsFrom(const QString &text)
{
    std::vector<Reason> reasons;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
        const std::optional<int> kind = indexOf(reasonNames, words.value(0));
        if (!kind)
            continue;
        Reason reason;
        reason.kind = ReasonKind(*kind);
        for (const QString &word : words.mid(1))
            readField(QStringView(word).left(word.indexOf(u'=')), QStringView(word).mid(word.indexOf(u'=') + 1),
                      reason);
        reasons.push_back(reason);
    }
    return reasons;
}

} // namespace turnus::forecast
