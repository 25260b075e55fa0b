pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// What the components sheet does not show: pressed, blocked with reason, long words, every tone, every state.
Rectangle {
    id: root

    readonly property real columnWidth: (width - 112) / 3

    implicitWidth: 1280
    implicitHeight: 1180
    color: Theme.ground

    Row {
        x: 32
        y: 32
        spacing: 24

        Column {
            width: root.columnWidth
            spacing: 24

            Group {
                width: parent.width
                title: qsTr("Pressed, blocked, busy, long")

                Grid {
                    columns: 3
                    spacing: 8

                    Repeater {
                        model: [AppButton.Primary, AppButton.Tonal, AppButton.Outlined, AppButton.Danger, AppButton.Plain]

                        AppButton {
                            required property int modelData

                            kind: modelData
                            text: qsTr("Show")
                            iconName: "screen"
                            down: true
                        }
                    }
                    AppButton {
                        kind: AppButton.Outlined
                        compact: true
                        busy: true
                        text: qsTr("Save")
                    }
                }
                AppButton {
                    width: parent.width
                    text: qsTr("Hand the referral to sales")
                    iconName: "send"
                    blockedReason: qsTr("Missing: photo of the finding")
                }
                AppButton {
                    width: 200
                    text: qsTr("A label that is much too long for its button")
                    trailingIconName: "fwd"
                }
                Row {
                    spacing: 8

                    IconButton {
                        iconName: "find"
                        label: qsTr("Search")
                    }
                    IconButton {
                        outlined: true
                        iconName: "phone"
                        label: qsTr("Call")
                        down: true
                    }
                    IconButton {
                        outlined: true
                        enabled: false
                        iconName: "mail"
                        label: qsTr("Write")
                    }
                    LinkButton {
                        iconName: "undo"
                        text: qsTr("Start again")
                    }
                }
            }
            Group {
                width: parent.width
                title: qsTr("Answers")

                AppRadioButton {
                    width: parent.width
                    boxed: true
                    text: qsTr("Runs well")
                }
                AppRadioButton {
                    width: parent.width
                    boxed: true
                    text: qsTr("Repair is worth it")
                    detail: qsTr("780 €, ~9 months")
                }
                AppRadioButton {
                    width: parent.width
                    boxed: true
                    checked: true
                    text: qsTr("Plan a replacement")
                }
                AppCheckBox {
                    width: parent.width
                    checked: true
                    text: qsTr("The customer agrees that sales calls, until further notice and revocable at any time")
                }
                AppSwitch {
                    width: parent.width
                    text: qsTr("Sunlight mode")
                    checked: true
                }
                AppSwitch {
                    width: parent.width
                    enabled: false
                    text: qsTr("Blocked")
                }
            }
            Group {
                width: parent.width
                title: qsTr("Condition grade")

                Repeater {
                    model: [0, 2, 5]

                    GradePicker {
                        required property int modelData

                        width: root.columnWidth
                        grade: modelData
                    }
                }
            }
        }
        StatesFields {
            width: root.columnWidth
        }
        StatesRows {
            width: root.columnWidth
        }
    }
}
