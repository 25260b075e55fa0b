#pragma once

#include "core/support/rowmodel.h"
#include "core/visit/wording.h"
#include "qml/visit/visitcontext.h"

#include <QtQml/qqmlregistration.h>

namespace turnus::visitpage {

struct ReportRow
{
    visit::ReportLine line;
    bool firstOfBlock = false;

    [[nodiscard]] QString key() const { return line.label; }
    bool operator==(const ReportRow &) const = default;
};

class ReportModel : public RowModel<ReportRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("ReportViewModel.lines")

public:
    enum Role { Label = Qt::UserRole + 1, Text, FirstOfBlock };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

/// The report as the customer sees it, and his signature: drawn, or a typed name. Strokes and name are drafts until the
/// visit is completed.
class ReportViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("VisitViewModel.report")
    Q_PROPERTY(turnus::visitpage::ReportModel *lines READ lines CONSTANT)
    Q_PROPERTY(QString dateText READ dateText NOTIFY changed)
    Q_PROPERTY(QString signer READ signer WRITE setSigner NOTIFY changed)
    Q_PROPERTY(QString suggestedSigner READ suggestedSigner NOTIFY changed)
    Q_PROPERTY(QByteArray strokes READ strokes WRITE setStrokes NOTIFY strokesChanged)
    Q_PROPERTY(bool typed READ isTyped WRITE setTyped NOTIFY changed)
    Q_PROPERTY(QString missing READ missing NOTIFY changed)
    Q_PROPERTY(bool completed READ isCompleted NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString statement READ statement NOTIFY changed)

public:
    explicit ReportViewModel(const VisitContext &context, QObject *parent = nullptr);
    void update(const visit::VisitFacts &facts);

    [[nodiscard]] ReportModel *lines() { return &m_lines; }
    [[nodiscard]] QString dateText() const;
    [[nodiscard]] QString signer() const { return m_signer; }
    void setSigner(const QString &signer);
    /// The customer's first contact.
    [[nodiscard]] QString suggestedSigner() const { return m_facts.contact; }
    [[nodiscard]] QByteArray strokes() const { return m_strokes; }
    void setStrokes(const QByteArray &strokes);
    /// The name stands for the signature.
    [[nodiscard]] bool isTyped() const { return m_typed; }
    void setTyped(bool typed);
    [[nodiscard]] QString missing() const;
    [[nodiscard]] bool isCompleted() const { return m_facts.visit.completed; }

    /// The report is being made.
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// What the signature confirms.
    [[nodiscard]] QString statement() const;

    /// Makes the report, then saves it with signature and the end of the visit together, and tells saved(). False when
    /// something is missing.
    Q_INVOKABLE bool complete();

Q_SIGNALS:
    void changed();
    void strokesChanged();
    void saved();

private:
    void save(const visit::ReportDocument &document, const Result<visit::RenderedReport> &rendered);

    const VisitContext &m_context;
    visit::VisitFacts m_facts;
    ReportModel m_lines;
    QString m_signer;
    QByteArray m_strokes;
    bool m_typed = false;
    bool m_busy = false;
};

} // namespace turnus::visitpage
