#pragma once

#include "core/schedule/visitmanifest.h"
#include "core/support/rowmodel.h"

#include <QtQml/qqmlregistration.h>

namespace turnus::shell {

/// One thing that a visit lacks on this device.
struct GapRow
{
    int number = 0;
    QString title;
    QString detail;
    QString iconName;

    [[nodiscard]] int key() const { return number; }
    bool operator==(const GapRow &) const = default;
};

class GapModel : public RowModel<GapRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Readiness.gaps")

public:
    enum Role { Title = Qt::UserRole + 1, Detail, IconName };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

/// Whether visits can be made without a network, in words: of one, or of several together.
class Readiness : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("of a page's view model")
    Q_PROPERTY(bool known READ isKnown NOTIFY changed)
    Q_PROPERTY(bool ready READ isReady NOTIFY changed)
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(QString basis READ basis NOTIFY changed)
    Q_PROPERTY(turnus::shell::GapModel *gaps READ gaps CONSTANT)

public:
    /// `contentDirectory`: files by their hash.
    Readiness(storage::Connection &connection, const Clock &clock, QString contentDirectory, QString language,
              QObject *parent = nullptr);

    /// There is a visit to speak of.
    [[nodiscard]] bool isKnown() const { return m_visits > 0; }
    [[nodiscard]] bool isReady() const { return m_gaps.rowCount() == 0; }
    /// "Ready offline", "2 missing".
    [[nodiscard]] QString text() const;
    /// What the statement rests on: when the rows were last compared with the server's.
    [[nodiscard]] QString basis() const;
    [[nodiscard]] GapModel *gaps() { return &m_gaps; }

    /// Language of the brochures that count; `show` again after it.
    void setLanguage(const QString &language) { m_language = language; }
    void show(const std::vector<schedule::Stop> &stops);
    /// Before files are fetched: what was lost from the disk is fetched too.
    Q_INVOKABLE void forgetLostFiles();

    static QString countText(int missing);
    [[nodiscard]] int missingOf(const schedule::Stop &stop) const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] schedule::VisitManifests manifests() const { return {m_connection, m_directory, m_language}; }
    [[nodiscard]] static GapRow rowOf(const schedule::Gap &gap, const QString &customer);

    storage::Connection &m_connection;
    const Clock &m_clock;
    QString m_directory;
    QString m_language;
    GapModel m_gaps;
    int m_visits = 0;
    std::optional<Instant> m_compared;
};

} // namespace turnus::shell
