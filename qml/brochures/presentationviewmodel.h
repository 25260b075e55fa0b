#pragma once

#include "core/content/library.h"
#include "core/content/pageviews.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace turnus {
class Clock;
}

namespace turnus::brochures {

/// A brochure in front of a customer: which page shows, and for how long each did. Looks become facts of the visit when
/// the page is left; without a visit nothing is recorded.
class PresentationViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the shell")
    Q_PROPERTY(QString title READ title CONSTANT)
    Q_PROPERTY(QString file READ file CONSTANT)
    Q_PROPERTY(QString edition READ edition CONSTANT)
    Q_PROPERTY(int pageCount READ pageCount CONSTANT)
    Q_PROPERTY(int page READ page WRITE setPage NOTIFY pageChanged)
    Q_PROPERTY(bool recorded READ isRecorded CONSTANT)
    Q_PROPERTY(QString error READ error NOTIFY errorChanged)

public:
    PresentationViewModel(storage::Connection &connection, const Clock &clock, const QString &contentDirectory,
                          BrochureId brochure, VisitId visit, QObject *parent = nullptr);
    ~PresentationViewModel() override;

    [[nodiscard]] QString title() const { return m_brochure.title; }
    [[nodiscard]] QString file() const { return m_file; }
    [[nodiscard]] QString edition() const;
    [[nodiscard]] int pageCount() const { return m_brochure.pages; }
    /// Counted from 1; other numbers are refused.
    [[nodiscard]] int page() const { return m_page; }
    void setPage(int page);
    [[nodiscard]] bool isRecorded() const { return !m_visit.isNull(); }
    /// "locked": expired or not yet valid, "not-here": the file has not arrived; or a storage code.
    [[nodiscard]] QString error() const { return m_error; }

    /// The screen is off or another program in front: the time does not count.
    void pause();
    void resume();

Q_SIGNALS:
    void pageChanged();
    void errorChanged();

private:
    void finishLook();

    content::PageViews m_views;
    const Clock &m_clock;
    VisitId m_visit;
    content::Brochure m_brochure;
    QString m_file;
    QString m_error;
    int m_page = 1;
    std::optional<Instant> m_since;
    milliseconds m_shown{0};
};

} // namespace turnus::brochures
