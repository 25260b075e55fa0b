#pragma once

#include "core/support/rowmodel.h"
#include "core/visit/progress.h"
#include "qml/visit/visitcontext.h"

#include <QtQml/qqmlregistration.h>

namespace turnus::visitpage {

struct StepLine
{
    int step = 0; ///< visit::Step
    int number = 0;
    QString title;
    QString subtitle;
    int status = 0; ///< StepRow.Status
    int syncState = -1;

    [[nodiscard]] int key() const { return step; }
    bool operator==(const StepLine &) const = default;
};

/// The steps of the visit with what they hold.
class StepModel : public RowModel<StepLine>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("VisitViewModel.steps")

public:
    enum Role { Step = Qt::UserRole + 1, Number, Title, Subtitle, StepStatus, SyncState };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

struct CheckLine
{
    visit::ChecklistEntry entry;
    QString draft; ///< half typed

    [[nodiscard]] ChecklistItemId key() const { return entry.item; }
    bool operator==(const CheckLine &) const = default;
};

/// The items of the checklist. Each answer is saved when it is given.
class ChecklistModel : public RowModel<CheckLine>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("VisitViewModel.checklist")
    Q_PROPERTY(QString progressText READ progressText NOTIFY progressChanged)
    Q_PROPERTY(int requiredOpen READ requiredOpen NOTIFY progressChanged)

public:
    enum Role { Label = Qt::UserRole + 1, Kind, Unit, Required, Answered, ValueText, Note, LimitText };
    enum Answer { Open, Ok, Defect, NotApplicable, Value };
    Q_ENUM(Answer)

    explicit ChecklistModel(const VisitContext &context, QObject *parent = nullptr);
    void update(const visit::VisitFacts &facts);

    [[nodiscard]] const Roles &roles() const override;
    [[nodiscard]] QString progressText() const;
    [[nodiscard]] int requiredOpen() const { return m_requiredOpen; }

    /// Ok, Defect or NotApplicable.
    Q_INVOKABLE void answer(int row, int answer);
    Q_INVOKABLE void setNote(int row, const QString &note);
    /// Keeps what is being typed.
    Q_INVOKABLE void type(int row, const QString &text);
    /// Saves a typed number or text; false when it is no number.
    Q_INVOKABLE bool accept(int row);

Q_SIGNALS:
    void progressChanged();

private:
    [[nodiscard]] static QString draftOf(const CheckLine &line);

    const VisitContext &m_context;
    int m_requiredOpen = 0;
};

} // namespace turnus::visitpage
