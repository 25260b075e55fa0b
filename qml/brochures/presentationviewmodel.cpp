#include "qml/brochures/presentationviewmodel.h"

#include "core/support/clock.h"

#include <QGuiApplication>
#include <QLocale>
#include <utility>

using namespace Qt::StringLiterals;

namespace turnus::brochures {

PresentationViewModel::PresentationViewModel(storage::Connection &connection, const Clock &clock,
                                             const QString &contentDirectory, BrochureId brochure, VisitId visit,
                                             QObject *parent)
    : QObject(parent), m_views(connection), m_clock(clock), m_visit(visit)
{
    const auto found = content::Library(connection).brochure(brochure);
    if (!found) {
        m_error = found.error().code;
        return;
    }
    m_brochure = *found;
    if (!m_brochure.present)
        m_error = u"not-here"_s;
    else if (!m_brochure.showable(clock.today()))
        m_error = u"locked"_s;
    else
        m_file = contentDirectory + u'/' + m_brochure.sha256;
    if (!m_error.isEmpty())
        return;
    m_since = m_clock.now();
    if (const auto *application = qobject_cast<QGuiApplication *>(QCoreApplication::instance())) {
        connect(application, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
            if (state == Qt::ApplicationActive)
                resume();
            else if (state != Qt::ApplicationInactive)
                pause();
        });
    }
}

PresentationViewModel::~PresentationViewModel()
{
    finishLook();
}

QString PresentationViewModel::edition() const
{
    return tr("Version %1 · %2")
        .arg(m_brochure.version)
        .arg(QLocale().toString(toQDate(m_brochure.validFrom), u"MMMM yyyy"_s));
}

void PresentationViewModel::setPage(int page)
{
    if (page == m_page || page < 1 || page > m_brochure.pages)
        return;
    finishLook();
    m_page = page;
    m_since = m_clock.now();
    Q_EMIT pageChanged();
}

void PresentationViewModel::pause()
{
    if (m_since)
        m_shown += m_clock.now() - *std::exchange(m_since, std::nullopt);
}

void PresentationViewModel::resume()
{
    if (!m_since && m_error.isEmpty())
        m_since = m_clock.now();
}

void PresentationViewModel::finishLook()
{
    pause();
    const milliseconds shown = std::exchange(m_shown, milliseconds{0});
    if (!m_visit || m_file.isEmpty())
        return;
    const Status recorded = m_views.record({m_brochure.id, m_visit, m_page, shown});
    if (recorded)
        return;
    m_error = recorded.error().code;
    Q_EMIT errorChanged();
}

} // namespace turnus::brochures
