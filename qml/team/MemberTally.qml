pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls

// One technician's month: name and postings, the bar, approved and noted.
Item {
    id: root

    required property string name
    required property int postings
    required property double approvedCents
    required property double reservedCents
    required property double approvedShare
    required property double reservedShare

    implicitWidth: 226
    implicitHeight: column.implicitHeight + 24
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: approved %2, noted %3").arg(name).arg(approved.text).arg(reserved.text)

    Column {
        id: column

        x: 16
        y: 12
        width: parent.width - 32
        spacing: 8

        Item {
            width: parent.width
            height: words.implicitHeight

            AppText {
                id: words

                width: parent.width - count.width - 8
                role: AppText.Label
                text: root.name
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            AppText {
                id: count

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                role: AppText.Cap
                text: qsTr("%n posting(s)", "", root.postings)
                Accessible.ignored: true
            }
        }
        TallyBar {
            width: parent.width
            approved: root.approvedShare
            reserved: root.reservedShare
        }
        Item {
            width: parent.width
            height: approved.implicitHeight

            AmountText {
                id: approved

                role: AppText.Cap
                cents: root.approvedCents
                Accessible.ignored: true
            }
            AmountText {
                id: reserved

                anchors.right: parent.right
                role: AppText.Cap
                cents: root.reservedCents
                Accessible.ignored: true
            }
        }
    }
}
