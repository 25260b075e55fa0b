#pragma once

#include "core/support/rowmodel.h"
#include "qml/visit/visitcontext.h"

#include <QtQml/qqmlregistration.h>

namespace turnus::visitpage {

struct PartRow
{
    visit::PartLine line;
    QString detail;

    [[nodiscard]] QString key() const
    {
        return line.name + QChar(u'/') + QString::number(static_cast<int>(line.source)) + QChar(u'/') +
               QString::number(line.part.value);
    }
    bool operator==(const PartRow &) const = default;
};

/// Parts: name, detail, quantity, ordered. Of what was used, and of what can be.
class PartModel : public RowModel<PartRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("PartsViewModel.used")

public:
    enum Role { Name = Qt::UserRole + 1, Info, Quantity, Ordered };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

/// What was built in or has to be ordered. Each tap is saved.
class PartsViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("VisitViewModel.parts")
    Q_PROPERTY(turnus::visitpage::PartModel *used READ used CONSTANT)
    Q_PROPERTY(turnus::visitpage::PartModel *hits READ hits CONSTANT)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY changed)
    Q_PROPERTY(QString costText READ costText NOTIFY changed)
    Q_PROPERTY(bool empty READ isEmpty NOTIFY changed)

public:
    explicit PartsViewModel(const VisitContext &context, QObject *parent = nullptr);
    void update(const visit::VisitFacts &facts);

    [[nodiscard]] PartModel *used() { return &m_used; }
    [[nodiscard]] PartModel *hits() { return &m_hits; }
    [[nodiscard]] QString query() const { return m_query; }
    void setQuery(const QString &query);
    /// "29,00 €"; says when a price is unknown.
    [[nodiscard]] QString costText() const { return m_cost; }
    [[nodiscard]] bool isEmpty() const { return m_used.rows().isEmpty(); }

    /// One of the hits, from the van or to be ordered.
    Q_INVOKABLE void add(int hit, bool order);
    /// What was typed, as a part that is not on the list.
    Q_INVOKABLE void addTyped(bool order);
    Q_INVOKABLE void more(int row);
    Q_INVOKABLE void less(int row);

Q_SIGNALS:
    void changed();

private:
    void record(visit::PartLine line, int quantity);
    void search();

    const VisitContext &m_context;
    PartModel m_used;
    PartModel m_hits;
    QString m_query;
    QString m_cost;
};

} // namespace turnus::visitpage
