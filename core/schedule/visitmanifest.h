#pragma once

#include "core/schedule/dayplan.h"

namespace turnus::schedule {

/// What a visit needs and this device may lack.
enum class Need {
    FirstSync, ///< a channel is not here whole: what = its name
    Repair,    ///< rows differed from the server's and are being fetched again
    Customer,  ///< the appointment names one that is not here; likewise the next
    Site,
    Asset,
    Product,        ///< of a unit at the site: what = its serial number
    Contract,       ///< likewise
    Checklist,      ///< for the kind of visit and unit
    ChecklistItems, ///< what = the checklist
    Brochure        ///< not here, or not whole: what = its title, bytes = its size
};
/// "first_sync", "checklist" …
[[nodiscard]] QString nameOf(Need need);

struct Gap
{
    Need need = Need::Brochure;
    QString what;
    qint64 bytes = 0;

    bool operator==(const Gap &) const = default;
};

/// Whether an appointment can be made from this device alone.
struct VisitManifest
{
    AppointmentId appointment;
    int rows = 0;  ///< records of the customer that are here
    int files = 0; ///< brochures that fit and are here
    std::vector<Gap> gaps;
    /// When all rows were last compared with the server's counts and sums; every row of a visit is in those channels.
    std::optional<Instant> compared;

    [[nodiscard]] bool isReady() const { return gaps.empty(); }
    bool operator==(const VisitManifest &) const = default;
};

/// Makes manifests from the handheld's database and files; needs no network.
class VisitManifests
{
public:
    /// `language`: of the brochures. `contentDirectory`: files by their hash; empty: what the database says is
    /// believed.
    VisitManifests(storage::Connection &connection, QString contentDirectory, QString language)
        : m_connection(connection), m_directory(std::move(contentDirectory)), m_language(std::move(language))
    {
    }

    [[nodiscard]] Result<VisitManifest> of(const Stop &stop) const;
    /// Marks files that were lost from the disk as missing, so that they are fetched again. Says how many.
    [[nodiscard]] Result<int> forgetLostFiles() const;

private:
    void addChannels(VisitManifest &manifest) const;
    void addRecords(const Stop &stop, VisitManifest &manifest) const;
    void addUnits(const Stop &stop, VisitManifest &manifest) const;
    void addChecklist(const Stop &stop, VisitManifest &manifest) const;
    void addBrochures(const Stop &stop, VisitManifest &manifest) const;
    [[nodiscard]] bool isOnDisk(const QString &sha256, qint64 size) const;

    storage::Connection &m_connection;
    QString m_directory;
    QString m_language;
};

} // namespace turnus::schedule
