pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// The due window on a line, for lists: 20 high. p10, p50, p90 in months from today, span (18). sentence: spoken.
Item {
    id: root

    required property real p10
    required property real p50
    required property real p90
    property real span: 18
    property string sentence: ""

    function xAt(month: real): real {
        return 6 + Math.min(1, Math.max(0, month / span)) * (width - 12);
    }

    implicitWidth: 346
    implicitHeight: 20
    Accessible.role: Accessible.Graphic
    Accessible.name: sentence

    Rectangle {
        x: 4
        y: 8
        width: root.width - 8
        height: 4
        radius: 2
        color: Theme.line
    }
    Rectangle {
        x: root.xAt(root.p10)
        y: 5
        width: Math.max(10, root.xAt(root.p90) - x)
        height: 10
        radius: 5
        color: Theme.dueFill
    }
    Rectangle {
        x: root.xAt(root.p50) - 1.5
        y: 1
        width: 3
        height: 18
        radius: 1.5
        color: Theme.ink
    }
    Rectangle {
        x: 5
        y: 2
        width: 2.5
        height: 16
        radius: 1
        color: Theme.ink
    }
}
