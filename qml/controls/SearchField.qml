pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Turnus.Theme

// Search in the page, 48 high. text, placeholderText; a cross clears. Signal textEdited(), accepted().
T.TextField {
    id: root

    implicitWidth: 380
    implicitHeight: Math.max(48, Theme.px(24) + 20)
    leftPadding: 48
    rightPadding: 52
    verticalAlignment: TextInput.AlignVCenter
    placeholderText: qsTr("Search")
    inputMethodHints: Qt.ImhNoPredictiveText
    color: Theme.ink
    selectionColor: Theme.primary
    selectedTextColor: Theme.inkOnPrimary
    font.family: Theme.family
    font.pixelSize: Theme.px(16)
    selectByMouse: true
    Accessible.role: Accessible.EditableText
    Accessible.name: placeholderText
    Accessible.searchEdit: true

    background: Rectangle {
        radius: height / 2
        color: Theme.surface
        border.width: root.activeFocus ? 2 : Theme.stroke
        border.color: root.activeFocus ? Theme.primary : Theme.lineStrong
    }

    Icon {
        x: 16
        anchors.verticalCenter: parent.verticalCenter
        name: "find"
        size: 22
        color: Theme.ink2
    }
    AppText {
        x: root.leftPadding
        width: root.width - x - root.rightPadding
        anchors.verticalCenter: parent.verticalCenter
        visible: root.text === "" && root.preeditText === ""
        text: root.placeholderText
        color: Theme.ink2
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    IconButton {
        objectName: root.objectName + ".clear"
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: root.text !== ""
        iconName: "close"
        iconSize: 20
        label: qsTr("Clear the search")
        onClicked: {
            root.clear();
            root.textEdited();
        }
    }
}
