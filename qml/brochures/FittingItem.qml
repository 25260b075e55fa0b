pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Brochures
import Turnus.Controls
import Turnus.Theme

// A brochure that fits the unit, with its cover and a button to show it. Signal showClicked().
Item {
    id: root

    required property int index
    required property real brochureId
    required property string title
    required property string detail
    required property string stateText
    required property int look
    required property string file
    required property bool showable

    signal showClicked

    implicitHeight: Math.max(96, words.implicitHeight + 24)
    Accessible.role: Accessible.ListItem
    Accessible.name: title + ", " + detail + ", " + stateText

    Rectangle {
        visible: root.index > 0
        x: 2
        width: parent.width - 4
        height: 1
        color: Theme.line
    }
    Cover {
        id: cover

        x: 16
        anchors.verticalCenter: parent.verticalCenter
        width: 88
        height: 56
        file: root.file
    }
    Column {
        id: words

        x: cover.x + cover.width + 14
        width: button.x - x - 8
        anchors.verticalCenter: parent.verticalCenter

        AppText {
            width: parent.width
            role: AppText.Strong
            lineHeight: Theme.px(20)
            text: root.title
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        AppText {
            width: parent.width
            role: AppText.Sub
            text: root.detail
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        StateLine {
            topPadding: 4
            look: root.look
            text: root.stateText
        }
    }
    AppButton {
        id: button

        objectName: "fitting." + root.index
        x: parent.width - width - 14
        anchors.verticalCenter: parent.verticalCenter
        kind: AppButton.Tonal
        compact: true
        iconName: "screen"
        text: qsTr("Show")
        Accessible.name: qsTr("Show %1").arg(root.title)
        available: root.showable
        onClicked: root.showClicked()
    }
}
