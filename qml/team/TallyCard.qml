pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Team
import Turnus.Theme

// The team's tallies below each other, for the handheld. model: a MemberModel; pressable: a name leads to its ledger.
// Signal picked(double staff).
Card {
    id: root

    required property MemberModel model
    property bool pressable: false

    signal picked(double staff)

    padding: 0

    Repeater {
        model: root.model

        RowBase {
            id: row

            required property int index
            required property double staff
            required property string name
            required property int postings
            required property double approvedCents
            required property double reservedCents
            required property double approvedShare
            required property double reservedShare

            objectName: "team.member." + index
            width: root.width
            implicitHeight: tally.implicitHeight
            enabled: root.pressable
            separated: index > 0
            roundTop: index === 0
            Accessible.name: tally.Accessible.name
            onClicked: root.picked(staff)

            MemberTally {
                id: tally

                width: row.width - (root.pressable ? 28 : 0)
                name: row.name
                postings: row.postings
                approvedCents: row.approvedCents
                reservedCents: row.reservedCents
                approvedShare: row.approvedShare
                reservedShare: row.reservedShare
            }
            Icon {
                visible: root.pressable
                x: row.width - width - 12
                anchors.verticalCenter: parent.verticalCenter
                name: "chev"
                size: 20
                color: Theme.ink2
            }
        }
    }
    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    Item {
        width: parent.width
        height: legend.implicitHeight + 20

        TallyLegend {
            id: legend

            x: 16
            y: 10
            width: parent.width - 32
        }
    }
}
