pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// The 32 px knot of a step or an appointment. status: StepRow.Todo, Now, Done, Blocked; number or iconName inside.
Rectangle {
    id: root

    required property int status
    property int number: 0
    property string iconName: ""
    readonly property bool done: status === StepRow.Done
    readonly property bool now: status === StepRow.Now
    readonly property bool blocked: status === StepRow.Blocked
    readonly property color foreground: done ? Theme.surface : now ? Theme.inkOnPrimary : blocked ? Theme.inkOff : Theme.ink2
    readonly property string shownIcon: done ? "tick" : blocked ? "lock" : iconName

    width: 32
    height: 32
    radius: 16
    color: done ? Theme.ok : now ? Theme.primary : Theme.surface
    border.width: done || now ? 0 : 2
    border.color: blocked ? Theme.line : Theme.lineStrong

    Icon {
        anchors.centerIn: parent
        visible: root.shownIcon !== ""
        name: root.shownIcon
        size: root.blocked ? 16 : 18
        color: root.foreground
    }
    Text {
        anchors.centerIn: parent
        visible: root.shownIcon === ""
        text: root.number
        color: root.foreground
        font.family: Theme.family
        font.pixelSize: 15
        font.weight: Font.Bold
        Accessible.ignored: true
    }
}
