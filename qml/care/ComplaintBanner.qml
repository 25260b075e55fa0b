pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Care
import Turnus.Controls

// That a complaint is open and comes first; shows only then. complaint: an openComplaint.
Banner {
    required property openComplaint complaint

    visible: complaint.open
    tone: Banner.Danger
    lead: complaint.lead
    text: complaint.text
}
