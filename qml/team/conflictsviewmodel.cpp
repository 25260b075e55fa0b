#include "qml/team/conflictsviewmodel.h"

#include "core/storage/changes.h"
#include "core/support/clock.h"
#include "qml/outbox/outboxwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::team {

using outbox::OutboxWords;

ConflictsViewModel::ConflictsViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier,
                                       const Clock &clock, shell::SyncFace &sync, QObject *parent)
    : QObject(parent), m_book(connection), m_clock(clock), m_sync(sync)
{
    connect(&notifier, &storage::ChangeNotifier::changed, this, [this](const storage::ChangeSet &changes) {
        for (const QLatin1StringView table :
             {"open_conflict"_L1, "conflict_choice"_L1, "outbox"_L1, "customer"_L1, "staff"_L1}) {
            if (changes.touches(table))
                return reload();
        }
    });
    reload();
}

void ConflictsViewModel::reload()
{
    const auto open = m_book.open();
    m_error = open ? QString() : OutboxWords::error(open.error());
    const Instant now = m_clock.now();
    const auto caption = [&](const QString &who, Instant at) {
        return tr("%1, %2", "who, when")
            .arg(who.isEmpty() ? tr("Office") : OutboxWords::shortName(who), OutboxWords::time(at, now));
    };
    QList<outbox::ConflictRow> rows;
    m_shown = open.value_or(std::vector<client::TeamConflict>());
    for (const client::TeamConflict &conflict : m_shown) {
        rows.append({.id = conflict.id,
                     .title = OutboxWords::field(conflict.field),
                     .customer = conflict.customer,
                     .mineCaption = caption(conflict.mineBy, conflict.mineAt),
                     .mine = conflict.mine.isEmpty() ? tr("nothing") : conflict.mine,
                     .theirsCaption = caption(conflict.theirsBy, conflict.theirsAt),
                     .theirs = conflict.theirs.isEmpty() ? tr("nothing") : conflict.theirs,
                     .canKeepBoth = conflict.canKeepBoth});
    }
    m_conflicts.setRows(rows);
    Q_EMIT changed();
}

void ConflictsViewModel::choose(qint64 conflict, int answer)
{
    using Choice = client::OutboxBook::Choice;
    const auto shown = std::ranges::find(m_shown, conflict, &client::TeamConflict::id);
    if (shown == m_shown.end())
        return;
    const Choice choice = answer == 0 ? Choice::Mine : answer == 1 ? Choice::Theirs : Choice::Both;
    const Status done = m_book.choose(*shown, choice, OutboxWords::field(shown->field));
    m_error = done ? QString() : OutboxWords::error(done.error());
    Q_EMIT changed();
    if (done)
        m_sync.syncNow();
}

} // namespace turnus::team
