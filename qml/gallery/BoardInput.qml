pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls

Column {
    id: root

    spacing: 24

    Group {
        width: root.width
        title: qsTr("Button")

        Row {
            spacing: 8

            AppButton {
                text: qsTr("Set off")
            }
            Item {
                width: focused.width + 4
                height: 56

                AppButton {
                    id: focused

                    x: 4
                    text: qsTr("Focus")

                    FocusRing {
                        shown: true
                    }
                }
            }
            Item {
                width: off.width + 4
                height: 56

                AppButton {
                    id: off

                    x: 4
                    text: qsTr("Blocked")
                    available: false
                }
            }
        }
        Row {
            spacing: 8

            AppButton {
                kind: AppButton.Tonal
                text: qsTr("Show")
            }
            AppButton {
                kind: AppButton.Outlined
                text: qsTr("Question")
            }
            AppButton {
                kind: AppButton.Plain
                text: qsTr("Decline")
            }
        }
        Row {
            spacing: 8

            AppButton {
                kind: AppButton.Danger
                text: qsTr("Take the emergency")
            }
            IconButton {
                big: true
                outlined: true
                iconName: "cam"
                label: qsTr("Photo")
            }
            AppButton {
                width: 112
                text: qsTr("Save")
                busy: true
            }
        }
        AppText {
            width: parent.width
            role: AppText.Cap
            text: qsTr("56 high, 48 in forms. The ring turns while waiting, the width stays.")
            wrapMode: Text.Wrap
        }
    }
    Group {
        width: root.width
        title: qsTr("Sync")

        Row {
            spacing: 16

            SyncLabel {
                syncState: SyncRing.Local
                full: true
            }
            SyncLabel {
                syncState: SyncRing.Sent
                full: true
            }
        }
        Row {
            spacing: 16

            SyncLabel {
                syncState: SyncRing.Confirmed
                full: true
            }
            SyncLabel {
                syncState: SyncRing.Held
                full: true
            }
        }
        SyncLabel {
            syncState: SyncRing.Choose
            full: true
        }
        Row {
            spacing: 8
            height: 40

            SyncChip {
                y: -4
                syncState: SyncRing.Local
                count: 3
            }
            SyncChip {
                y: -4
                syncState: SyncRing.Sent
                count: 2
            }
            SyncChip {
                y: -4
                syncState: SyncRing.Confirmed
            }
        }
    }
    Group {
        width: root.width
        title: qsTr("Chip, badge, switch")

        Row {
            spacing: 8

            Chip {
                text: qsTr("with proof")
            }
            Chip {
                text: qsTr("within 10 km")
                checked: true
            }
            Chip {
                text: qsTr("blocked")
                enabled: false
            }
        }
        Row {
            spacing: 8

            Badge {
                tone: Badge.Ok
                iconName: "tick"
                text: qsTr("Proof there")
            }
            Badge {
                tone: Badge.Due
                iconName: "clock"
                text: qsTr("for 3 days")
            }
            Badge {
                tone: Badge.Danger
                iconName: "siren"
                text: qsTr("Emergency")
            }
            Badge {
                tone: Badge.Info
                text: qsTr("fits")
            }
        }
        SegmentedControl {
            width: parent.width
            options: [qsTr("Yes, discussed"), qsTr("Not yet")]
            currentIndex: 0
        }
        Row {
            spacing: 16
            height: 32

            Repeater {
                model: 2

                AppCheckBox {
                    required property int index

                    width: 28
                    height: 32
                    label: qsTr("Tick box")
                    checked: index === 1
                }
            }
            Repeater {
                model: 2

                AppRadioButton {
                    required property int index

                    width: 28
                    height: 32
                    label: qsTr("One of many")
                    checked: index === 1
                    autoExclusive: false
                }
            }
            Repeater {
                model: 2

                AppSwitch {
                    required property int index

                    height: 32
                    label: qsTr("Switch")
                    checked: index === 1
                }
            }
        }
    }
    BoardFields {
        width: root.width
    }
}
