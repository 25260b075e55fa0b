#pragma once

#include "core/support/ids.h"

namespace turnus::tests {

class TestDatabase;

/// A technician's day beside the company of TestDatabase: five appointments on the fake clock's day (two done), the
/// third at Hotel Musterhof for a BK 420 with six readings, grades, a contract, a checklist of four items, parts and a
/// forecast that says it is due; brochures of the successor; one emergency on demand.
class FieldDay
{
public:
    explicit FieldDay(TestDatabase &database);
    void addEmergency();

    static constexpr AppointmentId cafe{500};
    static constexpr AppointmentId bakery{501};
    static constexpr AppointmentId hotel{502};
    static constexpr AppointmentId canteen{503};
    static constexpr AppointmentId office{504};
    static constexpr AppointmentId emergency{505};
    static constexpr AssetId machine{403};
    static constexpr ProductId machineProduct{302};
    static constexpr ProductId successor{303};
    static constexpr ChecklistItemId firstItem{601};
    static constexpr ChecklistItemId pressureItem{603};
    static constexpr int items = 4;
    static constexpr PartId gasket{620};
    static constexpr double lastReading = 198'640;
    static constexpr double plausibleReading = 214'380;
    static constexpr double hotelLatitude = 53.55;
    static constexpr double hotelLongitude = 9.99;

private:
    TestDatabase &m_database;
};

} // namespace turnus::tests
