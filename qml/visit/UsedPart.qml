pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// One part that was used, with more and less.
Item {
    id: root

    required property string name
    required property string info
    required property int quantity
    property bool separated: false

    signal more
    signal less

    implicitHeight: Math.max(64, words.implicitHeight + 20)

    Rectangle {
        visible: root.separated
        width: parent.width
        height: 1
        color: Theme.line
    }
    Column {
        id: words

        x: 16
        width: buttons.x - x - 8
        anchors.verticalCenter: parent.verticalCenter

        AppText {
            width: parent.width
            role: AppText.Strong
            lineHeight: Theme.px(20)
            text: root.name
            elide: Text.ElideRight
        }
        AppText {
            width: parent.width
            role: AppText.Sub
            text: root.info
            elide: Text.ElideRight
        }
    }
    Row {
        id: buttons

        anchors.right: parent.right
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter

        IconButton {
            objectName: root.objectName + ".less"
            iconName: "minus"
            label: qsTr("One less of %1").arg(root.name)
            onClicked: root.less()
        }
        AppText {
            width: Math.max(28, implicitWidth)
            anchors.verticalCenter: parent.verticalCenter
            role: AppText.H3
            tab: true
            text: root.quantity
            horizontalAlignment: Text.AlignHCenter
        }
        IconButton {
            objectName: root.objectName + ".more"
            iconName: "plus"
            label: qsTr("One more of %1").arg(root.name)
            onClicked: root.more()
        }
    }
}
