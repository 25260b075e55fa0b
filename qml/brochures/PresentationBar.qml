pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls

// Below a presentation: end by holding, the page's number between two arrows, the edition. Always light, as the paper.
// Signals turned(int by), held().
Item {
    id: root

    required property int page
    required property int pageCount
    property string edition: ""
    readonly property color ink: "#111A19"

    signal turned(int by)
    signal held

    implicitHeight: 64

    HoldButton {
        objectName: "presentation.end"
        x: 12
        anchors.verticalCenter: parent.verticalCenter
        ink: root.ink
        text: root.width > 480 ? qsTr("Hold to end") : ""
        onHeld: root.held()
    }
    Row {
        anchors.centerIn: parent
        spacing: 8

        IconButton {
            objectName: "presentation.previous"
            iconName: "back"
            label: qsTr("Previous page")
            tint: enabled ? root.ink : "#75827F"
            enabled: root.page > 1
            onClicked: root.turned(-1)
        }
        AppText {
            objectName: "presentation.number"
            anchors.verticalCenter: parent.verticalCenter
            role: AppText.Label
            tab: true
            color: root.ink
            text: qsTr("%1 of %2").arg(root.page).arg(root.pageCount)
        }
        IconButton {
            objectName: "presentation.next"
            iconName: "fwd"
            label: qsTr("Next page")
            tint: enabled ? root.ink : "#75827F"
            enabled: root.page < root.pageCount
            onClicked: root.turned(1)
        }
    }
    AppText {
        anchors.right: parent.right
        anchors.rightMargin: 24
        anchors.verticalCenter: parent.verticalCenter
        role: AppText.Sub
        color: "#3D4B49"
        text: root.edition
    }
}
