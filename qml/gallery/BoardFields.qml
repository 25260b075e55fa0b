pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

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
        GradePicker {
            width: parent.width
            grade: 4
        }
        Row {
            id: keys

            readonly property real keyWidth: (root.width - 24) / 4

            spacing: 8

            PadKey {
                width: keys.keyWidth
                text: "7"
            }
            PadKey {
                width: keys.keyWidth
                text: "8"
                down: true
            }
            PadKey {
                width: keys.keyWidth
                look: PadKey.Function
                iconName: "bksp"
                label: qsTr("Delete")
            }
            PadKey {
                width: keys.keyWidth
                look: PadKey.Go
                text: qsTr("Done")
            }
        }
    }
    Group {
        width: root.width
        title: qsTr("Photo")

        Row {
            spacing: 8

            Repeater {
                model: ["qrc:/gallery/sieve.svg", "qrc:/gallery/brew.svg", "qrc:/gallery/spout.svg"]

                PhotoTile {
                    required property int index
                    required property string modelData

                    source: modelData
                    label: qsTr("Brew group")
                    syncState: index
                    showWord: true
                }
            }
        }
    }
    Group {
        width: root.width
        title: qsTr("Colour roles")

        Grid {
            columns: 5
            spacing: 8

            Repeater {
                model: [[Theme.primary, "primary"], [Theme.hero, "hero"], [Theme.dueFill, "due-fill"], [Theme.ok, "ok"], [Theme.dangerFill, "danger-fill"], [Theme.primarySoft, "prim.-soft"], [Theme.sunk, "sunk"], [Theme.dueSoft, "due-soft"], [Theme.okSoft, "ok-soft"], [Theme.dangerSoft, "dan.-soft"]]

                Column {
                    id: swatch

                    required property var modelData

                    spacing: 4

                    Rectangle {
                        width: (root.width - 32) / 5
                        height: 40
                        radius: 10
                        color: swatch.modelData[0]
                        border.width: 1
                        border.color: Theme.line
                    }
                    AppText {
                        role: AppText.Cap
                        font.letterSpacing: -0.3
                        text: swatch.modelData[1]
                    }
                }
            }
        }
    }
}
