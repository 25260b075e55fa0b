pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls

Column {
    id: root

    spacing: 24

    Group {
        width: root.width
        title: qsTr("Input")

        Row {
            spacing: 8

            AppTextField {
                width: (root.width - 8) / 2
                label: qsTr("Where")
                text: qsTr("Seal")
            }
            AppTextField {
                width: (root.width - 8) / 2
                label: qsTr("Active")
                text: "9,1"
                focus: true
            }
        }
        AppTextField {
            width: parent.width
            label: qsTr("Cup counter")
            tab: true
            text: "21.438"
            error: qsTr("Less than last time (198,640). Counter changed?")
        }
    }
}
