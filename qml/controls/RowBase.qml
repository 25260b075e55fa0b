pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Turnus.Theme

// Ground of every row in a card: press, focus, the line above all rows but the first. index: row number, for the line
// (a delegate's index comes by itself; lineIndent moves the line in); highlighted: current row. Not for pages.
T.ItemDelegate {
    id: root

    property bool separated: false
    property real lineIndent: 0
    property bool roundTop: false
    property bool roundBottom: false

    focusPolicy: Qt.StrongFocus
    implicitWidth: 380

    background: Item {
        Rectangle {
            anchors.fill: parent
            anchors.leftMargin: 1
            anchors.rightMargin: 1
            visible: root.down || root.highlighted
            radius: root.roundTop || root.roundBottom ? Theme.radiusCard - 1 : 0
            color: root.down ? Theme.sunk : Theme.primarySoft

            Rectangle {
                visible: parent.radius > 0 && !root.roundTop
                width: parent.width
                height: parent.radius
                color: parent.color
            }
            Rectangle {
                visible: parent.radius > 0 && !root.roundBottom
                y: parent.height - height
                width: parent.width
                height: parent.radius
                color: parent.color
            }
        }
        Rectangle {
            visible: root.separated
            x: root.lineIndent
            width: parent.width - x
            height: 1
            color: Theme.line
        }
        FocusRing {
            shown: root.visualFocus
            inset: true
            cornerRadius: Theme.radiusCard
        }
    }
}
