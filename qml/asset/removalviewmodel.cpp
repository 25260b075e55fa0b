#include "qml/asset/removalviewmodel.h"

#include "core/support/clock.h"
#include "qml/asset/removalwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::asset {

using installedbase::RemovalReason;

RemovalViewModel::RemovalViewModel(storage::Connection &connection, const Clock &clock, AssetId asset, VisitId visit,
                                   QObject *parent)
    : QObject(parent), m_removals(connection), m_clock(clock), m_asset(asset), m_visit(visit)
{
}

void RemovalViewModel::setUnit(AssetId asset, VisitId visit)
{
    m_asset = asset;
    m_visit = visit;
    refresh();
}

void RemovalViewModel::refresh()
{
    auto recorded = m_removals.newest(m_asset);
    m_error = recorded ? QString() : RemovalWords::error(recorded.error());
    m_recorded = recorded ? std::move(*recorded) : std::nullopt;
    Q_EMIT changed();
}

QString RemovalViewModel::headline() const
{
    return m_recorded ? RemovalWords::headline(m_recorded->removal) : QString();
}

QString RemovalViewModel::detail() const
{
    return m_recorded ? RemovalWords::detail(*m_recorded) : QString();
}

double RemovalViewModel::successorId() const
{
    return m_recorded ? double(m_recorded->removal.successor.value) : 0;
}

QString RemovalViewModel::successorText() const
{
    if (!m_recorded || !m_recorded->removal.successor)
        return {};
    return m_recorded->successorSerial.isEmpty()
               ? m_recorded->successorProduct
               : tr("%1, no. %2", "product, serial").arg(m_recorded->successorProduct, m_recorded->successorSerial);
}

QStringList RemovalViewModel::reasons() const
{
    QStringList words;
    for (int i = Failed; i <= (isGone() ? int(Kept) : int(Left)); ++i)
        words.append(RemovalWords::choice(static_cast<RemovalReason>(i)));
    return words;
}

QString RemovalViewModel::lastSeen() const
{
    return m_lastSeen ? RemovalWords::day(*m_lastSeen) : QString();
}

QStringList RemovalViewModel::successors() const
{
    QStringList names{tr("Nothing yet")};
    for (const installedbase::SuccessorChoice &choice : m_choices)
        names.append(tr("%1, no. %2", "product, serial").arg(choice.product, choice.serial));
    return names;
}

void RemovalViewModel::begin()
{
    m_choices = m_removals.successors(m_asset).value_or(std::vector<installedbase::SuccessorChoice>());
    m_lastSeen = m_removals.lastSeen(m_asset, m_clock.today()).value_or(std::nullopt);
    m_reason = -1;
    m_dayChoice = m_goodChoice = First;
    m_successor = -1;
    m_dayText = m_goodText = m_note = m_error = QString();
    if (m_recorded) {
        const installedbase::Removal &removal = m_recorded->removal;
        m_reason = static_cast<int>(removal.reason);
        m_dayChoice = Another;
        m_dayText = RemovalWords::day(removal.day);
        if (removal.lastGood) {
            m_goodChoice = Another;
            m_goodText = RemovalWords::day(*removal.lastGood);
        }
        const auto found = std::ranges::find(m_choices, removal.successor, &installedbase::SuccessorChoice::id);
        m_successor = found == m_choices.end() ? -1 : static_cast<int>(found - m_choices.begin());
        m_note = removal.note;
    }
    Q_EMIT changed();
}

void RemovalViewModel::setReason(int reason)
{
    m_reason = reason;
    m_error.clear();
    Q_EMIT changed();
}

void RemovalViewModel::setDayChoice(int choice)
{
    m_dayChoice = choice;
    m_error.clear();
    Q_EMIT changed();
}

void RemovalViewModel::setDayText(const QString &text)
{
    m_dayText = text;
    m_error.clear();
    Q_EMIT changed();
}

void RemovalViewModel::setGoodChoice(int choice)
{
    m_goodChoice = choice;
    m_error.clear();
    Q_EMIT changed();
}

void RemovalViewModel::setGoodText(const QString &text)
{
    m_goodText = text;
    m_error.clear();
    Q_EMIT changed();
}

void RemovalViewModel::setSuccessor(int successor)
{
    m_successor = successor;
    Q_EMIT changed();
}

void RemovalViewModel::setNote(const QString &note)
{
    m_note = note;
    Q_EMIT changed();
}

std::optional<Day> RemovalViewModel::chosenDay() const
{
    return m_dayChoice == Another ? RemovalWords::parsed(m_dayText) : m_clock.today() - days{m_dayChoice};
}

std::optional<Day> RemovalViewModel::chosenGood() const
{
    return m_goodChoice == Another ? RemovalWords::parsed(m_goodText) : m_lastSeen;
}

QString RemovalViewModel::missing() const
{
    if (m_reason < 0)
        return tr("What became of it is missing.");
    if (m_reason == Kept)
        return {};
    if (!chosenDay())
        return tr("The day is missing, as %1.").arg(RemovalWords::day(m_clock.today()));
    if (m_reason == Failed && m_goodChoice != First && !chosenGood())
        return tr("The last good day is missing, as %1.").arg(RemovalWords::day(m_clock.today()));
    return m_error;
}

bool RemovalViewModel::save()
{
    if (!missing().isEmpty())
        return false;
    installedbase::Removal removal;
    removal.reason = static_cast<RemovalReason>(m_reason);
    removal.day = chosenDay().value_or(m_clock.today());
    if (m_reason == Failed && m_goodChoice != First)
        removal.lastGood = chosenGood();
    const bool ours = m_reason == Failed || m_reason == Condition;
    if (ours && m_successor >= 0 && m_successor < static_cast<int>(m_choices.size()))
        removal.successor = m_choices[size_t(m_successor)].id;
    if (m_reason == Competitor || m_reason == Left)
        removal.note = m_note;
    const Status recorded = m_removals.record(m_asset, removal, m_visit);
    if (recorded)
        refresh();
    else
        m_error = RemovalWords::error(recorded.error());
    Q_EMIT changed();
    return recorded.has_value();
}

} // namespace turnus::asset
