#pragma once

#include "qml/shell/pages.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace turnus::shell {

/// The places of one bar: key, title, icon.
class PlaceModel final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Session.places")

public:
    enum Role { Key = Qt::UserRole + 1, Title, IconName };

    PlaceModel(const PageRegistry &pages, Place::Where where, QObject *parent = nullptr);

    void setRole(Place::Role role);
    /// After a change of language.
    void retranslate();
    [[nodiscard]] QString firstKey() const { return m_rows.isEmpty() ? QString() : m_rows.first()->key; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    const PageRegistry &m_pages;
    Place::Where m_where;
    QList<const Page *> m_rows;
};

} // namespace turnus::shell
