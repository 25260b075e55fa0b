#pragma once

#include "core/installedbase/installedbase.h"
#include "core/installedbase/timeline.h"
#include "qml/asset/eventmodel.h"
#include "qml/asset/reasonmodel.h"

#include <QObject>

namespace turnus::asset {

/// The facts behind one reason of a unit's forecast, for EvidenceSheet.
class EvidenceViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("AssetViewModel.evidence, DueNoteViewModel.evidence")
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)
    Q_PROPERTY(turnus::asset::EventModel *events READ events CONSTANT)

public:
    explicit EvidenceViewModel(storage::Connection &connection, QObject *parent = nullptr);

    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString sentence() const { return m_sentence; }
    [[nodiscard]] EventModel *events() { return &m_events; }

    void show(const ReasonRow &reason, AssetId asset);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] Result<QList<EventRow>> factsBehind(int reason, AssetId asset) const;
    [[nodiscard]] Result<QList<EventRow>> eventsBehind(int reason, const installedbase::Asset &asset) const;
    [[nodiscard]] Result<QList<EventRow>> unitsBeside(const installedbase::Asset &asset) const;

    installedbase::InstalledBase m_base;
    installedbase::AssetTimeline m_timeline;
    QString m_title;
    QString m_sentence;
    EventModel m_events;
};

} // namespace turnus::asset
