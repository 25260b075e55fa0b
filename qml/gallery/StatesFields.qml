pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls

Column {
    id: root

    spacing: 24

    Group {
        width: root.width
        title: qsTr("Input")

        SearchField {
            width: parent.width
        }
        SearchField {
            width: parent.width
            text: qsTr("Hotel")
        }
        AppTextField {
            width: parent.width
            label: qsTr("Pressure")
            text: "9,1"
            unit: "bar"
            note: qsTr("Usual: 8.5 to 9.5 bar")
        }
        AppTextField {
            width: parent.width
            label: qsTr("Serial number")
            placeholderText: qsTr("On the plate at the back")
        }
        AppTextField {
            width: parent.width
            enabled: false
            label: qsTr("Contract")
            text: "A-2291"
        }
        AppTextArea {
            width: parent.width
            label: qsTr("Remark")
            placeholderText: qsTr("Your words")
        }
        SegmentedControl {
            width: 128
            options: [qsTr("List"), qsTr("Nearness")]
            iconNames: ["tasks", "radar"]
            currentIndex: 1
        }
        SegmentedControl {
            width: parent.width
            options: [qsTr("Yes"), qsTr("Perhaps"), qsTr("No")]
            currentIndex: 1
        }
    }
    Group {
        width: root.width
        title: qsTr("Notice")

        Banner {
            width: parent.width
            tone: Banner.Neutral
            iconName: "lock"
            text: qsTr("Your technician does not see the answer. It has no influence on bonuses.")
        }
        Banner {
            width: parent.width
            tone: Banner.Due
            text: qsTr("Two photos are missing.")
            actionText: qsTr("Add")
        }
        Row {
            spacing: 8

            Badge {
                text: qsTr("reserve")
            }
            Badge {
                iconName: "cam"
                text: qsTr("Photo still missing")
            }
        }
        SectionHeader {
            width: parent.width
            text: qsTr("Outbox")
            detail: qsTr("7.4 MB, oldest 10:24")
        }
        SectionHeader {
            width: parent.width
            text: qsTr("Signature")
            actionText: qsTr("Start again")
            actionIcon: "undo"
        }
        ProgressSegments {
            width: parent.width
            total: 8
            done: 5
            current: 5
        }
        ProgressTrack {
            width: parent.width
            thickness: 10
            value: 0.72
        }
        Row {
            spacing: 24

            AmountText {
                cents: 1254000
                wholeEuros: true
            }
            AmountText {
                cents: -2411
                signed: true
            }
            AmountText {
                unknown: true
            }
        }
    }
}
