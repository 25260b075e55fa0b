#pragma once

#include "core/bonus/reviewstore.h"
#include "qml/team/teammodels.h"

#include <QCoreApplication>

namespace turnus::team {

/// What a bonus rests on, put into words: what is there, what is missing, what the forecast said.
class EvidenceWords
{
    Q_DECLARE_TR_FUNCTIONS(turnus::team::EvidenceWords)

public:
    explicit EvidenceWords(Instant now) : m_now(now) {}

    [[nodiscard]] QList<EvidenceRow> rowsOf(const bonus::Evidence &evidence) const;
    /// One line of due_note.reasons: "condition months=6.0 grade=4 count=3"; anything else stays as it is.
    [[nodiscard]] static QString reason(const QString &line);

private:
    void addVisit(QList<EvidenceRow> &rows, const bonus::Evidence &evidence) const;
    void addForecast(QList<EvidenceRow> &rows, const bonus::Evidence &evidence) const;
    void addCondition(QList<EvidenceRow> &rows, const bonus::Evidence &evidence) const;
    void addConversation(QList<EvidenceRow> &rows, const bonus::Evidence &evidence) const;
    void addConsents(QList<EvidenceRow> &rows, const bonus::Evidence &evidence) const;

    Instant m_now;
};

} // namespace turnus::team
