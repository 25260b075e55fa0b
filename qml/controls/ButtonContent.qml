pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// Inside of buttons, chips and segments: icon, words, icon, centred; the words shrink first. Not for pages.
Item {
    id: root

    required property string text
    required property color color
    property string iconName: ""
    property string trailingIconName: ""
    property real iconSize: 24
    readonly property real shownIconSize: iconSize * Theme.iconScale
    property real spacing: 10
    property real fontSize: 17
    property int fontWeight: Font.DemiBold
    readonly property real iconsWidth: (iconName !== "" ? shownIconSize + (text !== "" ? spacing : 0) : 0) + (trailingIconName !== "" ? shownIconSize + spacing : 0)

    implicitWidth: Math.ceil(label.implicitWidth) + iconsWidth
    implicitHeight: Math.max(label.visible ? label.implicitHeight : 0, iconsWidth > 0 ? shownIconSize : 0)

    Row {
        anchors.centerIn: parent
        spacing: root.spacing

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.iconName !== ""
            name: root.iconName
            size: root.shownIconSize
            color: root.color
        }
        AppText {
            id: label

            anchors.verticalCenter: parent.verticalCenter
            visible: root.text !== ""
            width: Math.min(Math.ceil(implicitWidth), root.width - root.iconsWidth)
            text: root.text
            color: root.color
            role: AppText.H3
            font.pixelSize: Theme.px(root.fontSize)
            font.weight: root.fontWeight
            font.letterSpacing: 0
            lineHeight: Theme.px(root.fontSize > 16 ? 24 : 20)
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.WordWrap
            maximumLineCount: Theme.stacked ? 2 : 1
            elide: Text.ElideRight
        }
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.trailingIconName !== ""
            name: root.trailingIconName
            size: root.shownIconSize
            color: root.color
        }
    }
}
