#pragma once

#include "qml/visit/reportrendering.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace turnus::visitpage {

/// The whole report of one visit: the file that was signed, or how it would look if it were signed now.
class ReportFileViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the page registry")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString file READ file NOTIFY changed)
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(QString customer READ customer CONSTANT)
    Q_PROPERTY(bool preview READ isPreview CONSTANT)

public:
    /// NotHere: signed on another device; its file is with the server. Plain: a report of words alone.
    enum State { Making, Shown, Plain, NotHere, Failed };
    Q_ENUM(State)

    ReportFileViewModel(storage::Connection &connection, const QString &contentDirectory, const Renderer &renderer,
                        VisitId visit, QObject *parent = nullptr);
    ~ReportFileViewModel() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString file() const { return m_file; }
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QString customer() const { return m_facts.visit.customerName; }
    [[nodiscard]] bool isPreview() const { return !m_facts.visit.completed; }

Q_SIGNALS:
    void changed();

private:
    void show(const visit::Attachment &report, const QString &path);
    void preview(storage::Connection &connection, const QString &contentDirectory, const Renderer &renderer);
    void take(const Result<visit::RenderedReport> &rendered, const QString &path);

    visit::VisitFacts m_facts;
    State m_state = Failed;
    QString m_file;
    QString m_text;
};

} // namespace turnus::visitpage
