#pragma once

#include "core/installedbase/installedbase.h"
#include "qml/brochures/brochuremodel.h"

namespace turnus {
class Clock;
}
namespace turnus::storage {
class ChangeNotifier;
}

namespace turnus::brochures {

/// The company's brochures: first those that fit the unit one stands at, then all, by kind.
class BrochuresViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the shell")
    Q_PROPERTY(double visitId READ visitId CONSTANT)
    Q_PROPERTY(bool forUnit READ isForUnit CONSTANT)
    Q_PROPERTY(QString fittingTitle READ fittingTitle NOTIFY changed)
    Q_PROPERTY(turnus::brochures::BrochureModel *fitting READ fitting CONSTANT)
    Q_PROPERTY(turnus::brochures::BrochureModel *all READ all CONSTANT)
    Q_PROPERTY(int presentCount READ presentCount NOTIFY changed)
    Q_PROPERTY(int totalCount READ totalCount NOTIFY changed)
    Q_PROPERTY(int loadingCount READ loadingCount NOTIFY changed)
    Q_PROPERTY(QList<QString> filters READ filters NOTIFY changed)
    Q_PROPERTY(int filter READ filter WRITE setFilter NOTIFY changed)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)

public:
    struct Context
    {
        QString contentDirectory;
        QString language;
        AssetId asset; ///< null: opened from the bar
        VisitId visit;
        StaffId technician;
    };
    BrochuresViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier, const Clock &clock,
                       Context context, QObject *parent = nullptr);

    [[nodiscard]] double visitId() const { return double(m_context.visit.value); }
    [[nodiscard]] bool isForUnit() const { return !m_context.asset.isNull(); }
    [[nodiscard]] QString fittingTitle() const { return m_fittingTitle; }
    [[nodiscard]] BrochureModel *fitting() { return &m_fitting; }
    [[nodiscard]] BrochureModel *all() { return &m_all; }
    [[nodiscard]] int presentCount() const { return m_present; }
    [[nodiscard]] int totalCount() const { return m_total; }
    [[nodiscard]] int loadingCount() const { return m_loading; }
    /// Words of the chips: all, then the kinds there are.
    [[nodiscard]] QList<QString> filters() const { return m_filters; }
    [[nodiscard]] int filter() const { return m_filter; }
    void setFilter(int filter);
    [[nodiscard]] QString query() const { return m_query; }
    void setQuery(const QString &query);
    [[nodiscard]] QString error() const { return m_error; }
    void setLanguage(const QString &language);

Q_SIGNALS:
    void changed();

private:
    void reload();
    Status read();
    Status readFitting();
    void fill();

    content::Library m_library;
    installedbase::InstalledBase m_base;
    const Clock &m_clock;
    Context m_context;
    std::vector<content::Brochure> m_brochures;
    QString m_fittingTitle;
    QList<QString> m_filters;
    int m_filter = 0;
    QString m_query;
    int m_present = 0;
    int m_total = 0;
    int m_loading = 0;
    QString m_error;
    BrochureModel m_fitting;
    BrochureModel m_all;
};

} // namespace turnus::brochures
