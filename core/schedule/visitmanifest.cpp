#include "core/schedule/visitmanifest.h"

#include "core/storage/devicestate.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace turnus::schedule {

using storage::DeviceState;
using storage::Statement;

QString nameOf(Need need)
{
    switch (need) {
    case Need::FirstSync:
        return u"first_sync"_s;
    case Need::Repair:
        return u"repair"_s;
    case Need::Customer:
        return u"customer"_s;
    case Need::Site:
        return u"site"_s;
    case Need::Asset:
        return u"asset"_s;
    case Need::Product:
        return u"product"_s;
    case Need::Contract:
        return u"contract"_s;
    case Need::Checklist:
        return u"checklist"_s;
    case Need::ChecklistItems:
        return u"checklist_items"_s;
    case Need::Brochure:
        return u"brochure"_s;
    }
    return {};
}

Result<VisitManifest> VisitManifests::of(const Stop &stop) const
{
    return m_connection.read([&] {
        VisitManifest manifest{.appointment = stop.id};
        addChannels(manifest);
        addRecords(stop, manifest);
        addUnits(stop, manifest);
        addChecklist(stop, manifest);
        addBrochures(stop, manifest);
        return manifest;
    });
}

/// Rows of a visit lie in the company's, the territory's and the person's channels, and nowhere else; that these are
/// whole is proved by their counts and sums. What is told here is what those cannot say: that this has not happened
/// yet.
void VisitManifests::addChannels(VisitManifest &manifest) const
{
    // A person's channel may be empty, and rests at 0 then; company and territory are not.
    Statement row = m_connection.query("SELECT name FROM channel WHERE position <> '' OR (cursor = 0 AND kind < 3)");
    while (row.step())
        manifest.gaps.push_back({Need::FirstSync, row.text(0)});
    const DeviceState state(m_connection);
    if (manifest.gaps.empty() && !state.text(DeviceState::differed).isEmpty())
        manifest.gaps.push_back({Need::Repair, {}});
    if (const auto compared = state.integer(DeviceState::compared))
        manifest.compared = instantFrom(*compared);
}

void VisitManifests::addRecords(const Stop &stop, VisitManifest &manifest) const
{
    Statement row = m_connection.query(
        "SELECT EXISTS (SELECT 1 FROM customer WHERE id = ?1), EXISTS (SELECT 1 FROM site WHERE id = ?2), "
        "EXISTS (SELECT 1 FROM asset WHERE id = ?3), (SELECT count(*) FROM contact WHERE customer_id = ?1) + "
        "(SELECT count(*) FROM site WHERE customer_id = ?1) + (SELECT count(*) FROM asset WHERE customer_id = ?1) + "
        "(SELECT count(*) FROM service_contract WHERE customer_id = ?1) + (SELECT count(*) FROM meter_reading m JOIN "
        "asset t ON t.id = m.asset_id WHERE t.customer_id = ?1) + (SELECT count(*) FROM repair r JOIN asset t ON "
        "t.id = r.asset_id WHERE t.customer_id = ?1)",
        stop.customer, stop.site, stop.asset);
    if (!row.step())
        return;
    manifest.rows = row.number(0) + row.number(3);
    if (!row.flag(0))
        manifest.gaps.push_back({Need::Customer, {}});
    if (!row.flag(1))
        manifest.gaps.push_back({Need::Site, {}});
    if (stop.asset && !row.flag(2))
        manifest.gaps.push_back({Need::Asset, {}});
}

void VisitManifests::addUnits(const Stop &stop, VisitManifest &manifest) const
{
    Statement row = m_connection.query(
        "SELECT t.serial, p.id IS NULL, t.contract_id IS NOT NULL AND k.id IS NULL FROM asset t LEFT JOIN product p ON "
        "p.id = t.product_id LEFT JOIN service_contract k ON k.id = t.contract_id WHERE t.site_id = ?1 AND t.status = "
        "'active' AND (p.id IS NULL OR (t.contract_id IS NOT NULL AND k.id IS NULL)) ORDER BY t.id = ?2 DESC, t.id",
        stop.site, stop.asset);
    while (row.step()) {
        if (row.flag(1))
            manifest.gaps.push_back({Need::Product, row.text(0)});
        if (row.flag(2))
            manifest.gaps.push_back({Need::Contract, row.text(0)});
    }
}

void VisitManifests::addChecklist(const Stop &stop, VisitManifest &manifest) const
{
    if (!stop.asset)
        return;
    // The newest is the one that the visit shows.
    Statement row = m_connection.query(
        "SELECT k.name, EXISTS (SELECT 1 FROM checklist_item i WHERE i.checklist_id = k.id) FROM asset t JOIN product "
        "p "
        "ON p.id = t.product_id JOIN checklist k ON k.kind = ?2 AND k.category = p.category WHERE t.id = ?1 ORDER BY "
        "k.id DESC LIMIT 1",
        stop.asset, nameOf(stop.kind));
    const bool there = row.step();
    // Only maintenance follows a list; the other kinds may have one.
    if (!there && stop.kind == Kind::Maintenance)
        manifest.gaps.push_back({Need::Checklist, {}});
    else if (there && !row.flag(1))
        manifest.gaps.push_back({Need::ChecklistItems, row.text(0)});
}

void VisitManifests::addBrochures(const Stop &stop, VisitManifest &manifest) const
{
    Statement row = m_connection.query(
        "SELECT b.title, b.sha256, b.size, ifnull(c.present, 0) FROM brochure b LEFT JOIN content_file c ON c.sha256 = "
        "b.sha256 WHERE b.language = ?2 AND b.valid_from <= ?3 AND (b.valid_until IS NULL OR b.valid_until >= ?3) AND "
        "b.product_id IN (SELECT p.id FROM asset t JOIN product p ON p.id = t.product_id WHERE t.site_id = ?1 AND "
        "t.status = 'active' UNION SELECT p.successor_id FROM asset t JOIN product p ON p.id = t.product_id WHERE "
        "t.site_id = ?1 AND t.status = 'active') AND NOT EXISTS (SELECT 1 FROM brochure n WHERE n.title = b.title AND "
        "n.language = b.language AND n.version > b.version AND n.valid_from <= ?3) ORDER BY b.size, b.id",
        stop.site, m_language, localDay(stop.starts));
    while (row.step()) {
        if (row.flag(3) && isOnDisk(row.text(1), row.integer(2)))
            ++manifest.files;
        else
            manifest.gaps.push_back({Need::Brochure, row.text(0), row.integer(2)});
    }
}

bool VisitManifests::isOnDisk(const QString &sha256, qint64 size) const
{
    if (m_directory.isEmpty())
        return true;
    const QFileInfo file(QDir(m_directory).filePath(sha256));
    return file.isFile() && (size == 0 || file.size() == size);
}

Result<int> VisitManifests::forgetLostFiles() const
{
    TURNUS_ASSIGN(lost, m_connection.read([&] {
        QStringList names;
        Statement row = m_connection.query("SELECT c.sha256, b.size FROM content_file c JOIN brochure b ON b.sha256 = "
                                           "c.sha256 WHERE c.present = 1");
        while (row.step()) {
            if (!isOnDisk(row.text(0), row.integer(1)))
                names.append(row.text(0));
        }
        return names;
    }));
    if (lost.isEmpty())
        return 0;
    TURNUS_TRY(m_connection.write([&](storage::Writer &) -> Status {
        for (const QString &sha256 : lost)
            m_connection.execute("UPDATE content_file SET present = 0 WHERE sha256 = ?", sha256);
        return {};
    }));
    return static_cast<int>(lost.size());
}

} // namespace turnus::schedule
