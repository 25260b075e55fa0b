#include "qml/shell/readiness.h"

#include "core/support/clock.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace turnus::shell {

using schedule::Need;

const GapModel::Roles &GapModel::roles() const
{
    static const Roles all{{Title, "title", &GapRow::title},
                           {Detail, "subtitle", &GapRow::detail},
                           {IconName, "iconName", &GapRow::iconName}};
    return all;
}

Readiness::Readiness(storage::Connection &connection, const Clock &clock, QString contentDirectory, QString language,
                     QObject *parent)
    : QObject(parent), m_connection(connection), m_clock(clock), m_directory(std::move(contentDirectory)),
      m_language(std::move(language))
{
}

QString Readiness::countText(int missing)
{
    //: what a visit lacks on this device, in a badge
    return tr("%n missing", nullptr, missing);
}

QString Readiness::text() const
{
    return isReady() ? tr("Ready offline") : countText(m_gaps.rowCount());
}

QString Readiness::basis() const
{
    if (!m_compared)
        return tr("Not yet compared with the server.");
    const QDateTime at = toLocal(*m_compared);
    const QString time = QLocale().toString(at.time(), QLocale::ShortFormat);
    if (at.date() == toLocal(m_clock.now()).date())
        return tr("All entries compared with the server today at %1.").arg(time);
    return tr("All entries compared with the server on %1 at %2.")
        .arg(QLocale().toString(at.date(), QLocale::ShortFormat), time);
}

int Readiness::missingOf(const schedule::Stop &stop) const
{
    const auto manifest = manifests().of(stop);
    return manifest ? static_cast<int>(manifest->gaps.size()) : 0;
}

void Readiness::show(const std::vector<schedule::Stop> &stops)
{
    QList<GapRow> rows;
    m_visits = static_cast<int>(stops.size());
    m_compared.reset();
    for (const schedule::Stop &stop : stops) {
        const auto manifest = manifests().of(stop);
        if (!manifest)
            continue;
        m_compared = manifest->compared;
        for (const schedule::Gap &gap : manifest->gaps) {
            GapRow row = rowOf(gap, stops.size() > 1 ? stop.customerName : QString());
            // What several visits lack is one thing.
            const bool known = std::ranges::any_of(rows, [&](const GapRow &one) { return one.title == row.title; });
            if (known)
                continue;
            row.number = static_cast<int>(rows.size());
            rows.append(std::move(row));
        }
    }
    m_gaps.setRows(rows);
    Q_EMIT changed();
}

GapRow Readiness::rowOf(const schedule::Gap &gap, const QString &customer)
{
    const auto row = [&](const QString &title, const QString &icon, const QString &detail = {}) {
        return GapRow{0, title, detail.isEmpty() ? customer : detail, icon};
    };
    switch (gap.need) {
    case Need::FirstSync:
        return row(tr("Data not yet complete"), u"sync"_s, gap.what);
    case Need::Repair:
        return row(tr("Entries that differ from the server's"), u"sync"_s, tr("They are being fetched again."));
    case Need::Customer:
        return row(tr("Customer"), u"user"_s);
    case Need::Site:
        return row(tr("Address"), u"pin"_s);
    case Need::Asset:
        return row(tr("Device of the appointment"), u"device"_s);
    case Need::Product:
        return row(tr("Product of device %1").arg(gap.what), u"box"_s);
    case Need::Contract:
        return row(tr("Service contract of device %1").arg(gap.what), u"doc"_s);
    case Need::Checklist:
        return row(tr("Checklist"), u"list"_s);
    case Need::ChecklistItems:
        return row(tr("Items of the checklist %1").arg(gap.what), u"list"_s);
    case Need::Brochure:
        break;
    }
    return row(tr("Brochure %1").arg(gap.what), u"book"_s, QLocale().formattedDataSize(gap.bytes, 1));
}

void Readiness::forgetLostFiles()
{
    // What goes wrong here leaves the file missing, which the sheet says.
    std::ignore = manifests().forgetLostFiles();
}

} // namespace turnus::shell
