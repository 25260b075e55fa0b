pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Turnus.Theme

// One tab of NavBar and NavRail. Not for pages.
T.AbstractButton {
    id: root

    required property NavItem item
    required property bool current
    property real iconY: 2

    focusPolicy: Qt.StrongFocus
    implicitWidth: 80
    implicitHeight: 56
    Accessible.role: Accessible.PageTab
    Accessible.name: item.count > 0 ? qsTr("%1, %2 new").arg(item.text).arg(item.count) : item.text
    Accessible.selected: current

    contentItem: Item {
        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            y: root.iconY + 4
            name: root.item.iconName
            color: root.current ? Theme.inkOnPrimarySoft : Theme.ink2
        }
        AppText {
            width: parent.width
            y: root.iconY + 35
            role: AppText.Cap
            font.pixelSize: Math.min(Theme.px(13), 15)
            font.weight: root.current ? Font.Bold : Font.Medium
            text: root.item.text
            color: root.current ? Theme.ink : Theme.ink2
            horizontalAlignment: Text.AlignHCenter
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        Rectangle {
            visible: root.item.count > 0
            x: parent.width / 2 + 4
            y: root.iconY
            width: Math.max(18, number.implicitWidth + 8)
            height: 18
            radius: 9
            color: Theme.dueFill

            Text {
                id: number

                anchors.centerIn: parent
                text: root.item.count
                color: Theme.inkOnDueFill
                font.family: Theme.tabFamily
                font.pixelSize: 13
                font.weight: Font.Bold
                Accessible.ignored: true
            }
        }
    }
    background: Item {
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            y: root.iconY
            width: 56
            height: 32
            radius: 16
            visible: root.current || root.down
            color: root.current ? Theme.primarySoft : Theme.sunk
        }
        FocusRing {
            shown: root.visualFocus
            inset: true
        }
    }
}
