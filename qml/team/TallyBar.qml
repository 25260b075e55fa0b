pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// Approved and noted on one track. approved, reserved: shares of the largest sum in the team.
Rectangle {
    id: root

    required property real approved
    required property real reserved

    implicitHeight: 10
    radius: 5
    color: Theme.sunk
    Accessible.ignored: true

    Rectangle {
        width: Math.max(root.reserved > 0 ? 10 : 0, root.width * Math.min(1, root.approved + root.reserved) * (root.reserved > 0 ? 1 : 0))
        height: parent.height
        radius: 5
        color: Theme.dueFill
    }
    Rectangle {
        width: root.approved > 0 ? Math.max(10, root.width * Math.min(1, root.approved)) : 0
        height: parent.height
        radius: 5
        color: Theme.ok

        Rectangle {
            anchors.right: parent.right
            width: 5
            height: parent.height
            visible: root.reserved > 0 && parent.width > 0
            color: Theme.ok
        }
    }
}
