pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// An edit that the server refused: what, why, and what a person can do. Signals retryAsked(), saveAsked(), discardAsked().
Item {
    id: root

    required property int index
    required property double sequence
    required property string title
    required property string reason
    required property bool hasContent
    required property bool mayBeTriedAgain

    signal retryAsked
    signal saveAsked
    signal discardAsked

    implicitHeight: column.implicitHeight + 24

    Rectangle {
        visible: root.index > 0
        width: parent.width
        height: 1
        color: Theme.line
    }
    Column {
        id: column

        x: 16
        y: 12
        width: parent.width - 32
        spacing: 8

        HeldWords {
            width: parent.width
            title: root.title
            detail: root.reason
        }
        Row {
            width: parent.width
            spacing: 8

            AppButton {
                objectName: "outbox.discard." + root.index
                // What waits for a colleague is his.
                visible: root.mayBeTriedAgain || !root.hasContent
                width: root.mayBeTriedAgain ? (parent.width - 8) / 2 : parent.width
                compact: true
                kind: AppButton.Outlined
                leftPadding: 4
                rightPadding: 4
                text: root.hasContent ? qsTr("Discard") : qsTr("Understood")
                onClicked: root.discardAsked()
            }
            AppButton {
                objectName: "outbox.retry." + root.index
                visible: root.mayBeTriedAgain
                width: (parent.width - 8) / 2
                compact: true
                kind: AppButton.Tonal
                leftPadding: 4
                rightPadding: 4
                iconName: "repeat"
                text: qsTr("Send again")
                onClicked: root.retryAsked()
            }
        }
        LinkButton {
            objectName: "outbox.save." + root.index
            visible: root.hasContent
            iconName: "doc"
            text: qsTr("Save as a file")
            onClicked: root.saveAsked()
        }
    }
}
