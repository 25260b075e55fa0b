pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// The opened part of a LedgerRow. Not for pages.
Item {
    id: root

    required property list<string> lines
    required property string evidence
    required property string waiting
    required property bool disputable
    required property bool traceable
    readonly property real buttonWidth: disputable || traceable ? (buttons.width - 8) / 2 : buttons.width

    signal recalculateClicked
    signal disputeClicked
    signal historyClicked

    implicitHeight: column.implicitHeight + buttons.height + 24

    Column {
        id: column

        x: 50
        y: 8
        width: root.width - x - 16

        Repeater {
            model: root.lines

            AppText {
                required property string modelData

                width: column.width
                role: AppText.Sub
                text: modelData
                wrapMode: Text.Wrap
            }
        }
        Repeater {
            model: [root.evidence, root.waiting]

            Row {
                id: line

                required property int index
                required property string modelData

                visible: modelData !== ""
                spacing: 8

                Icon {
                    y: 2
                    name: line.index === 0 ? "check" : "user"
                    size: 16
                    color: line.index === 0 ? Theme.ok : Theme.due
                }
                AppText {
                    width: column.width - 24
                    role: AppText.Sub
                    text: line.modelData
                    wrapMode: Text.Wrap
                }
            }
        }
    }
    Row {
        id: buttons

        x: 16
        y: column.y + column.height + 10
        width: root.width - 32
        spacing: 8

        AppButton {
            objectName: root.objectName + ".recalculate"
            width: root.buttonWidth
            compact: true
            kind: AppButton.Outlined
            leftPadding: 4
            rightPadding: 4
            iconName: "calc"
            text: qsTr("Recalculate")
            onClicked: root.recalculateClicked()
        }
        AppButton {
            objectName: root.objectName + ".dispute"
            visible: root.disputable
            width: root.buttonWidth
            compact: true
            kind: AppButton.Outlined
            leftPadding: 4
            rightPadding: 4
            iconName: "flag"
            text: qsTr("Dispute")
            onClicked: root.disputeClicked()
        }
        AppButton {
            objectName: root.objectName + ".history"
            visible: root.traceable
            width: root.buttonWidth
            compact: true
            kind: AppButton.Outlined
            leftPadding: 4
            rightPadding: 4
            iconName: "hist"
            text: qsTr("History")
            onClicked: root.historyClicked()
        }
    }
}
