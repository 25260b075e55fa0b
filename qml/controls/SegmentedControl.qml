pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Turnus.Theme

// One of two to four, 52 high. options: words; iconNames: icons instead of words (then options are spoken);
// currentIndex (-1: none yet). Signal activated(int index) on the user's choice. Left and right keys move it.
FocusScope {
    id: root

    required property list<string> options
    property list<string> iconNames
    property int currentIndex: -1
    property bool touched: false // by a finger: the focus ring is for keys only

    signal activated(int index)

    function choose(index: int) {
        if (index < 0 || index >= options.length)
            return;
        currentIndex = index;
        activated(index);
    }
    function step(by: int) {
        touched = false;
        choose(currentIndex + by);
    }

    implicitWidth: row.implicitWidth
    implicitHeight: Math.max(52, 32 + Theme.px(20))
    activeFocusOnTab: true
    onActiveFocusChanged: if (!activeFocus)
        touched = false
    Keys.onLeftPressed: step(-1)
    Keys.onRightPressed: step(1)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusField
        color: Theme.surface
        border.width: Theme.stroke
        border.color: Theme.lineStrong
    }
    Row {
        id: row

        anchors.fill: parent

        Repeater {
            model: root.options

            T.AbstractButton {
                id: segment

                required property int index
                required property string modelData
                readonly property bool on: index === root.currentIndex
                readonly property string iconName: root.iconNames.length > index ? root.iconNames[index] : ""

                objectName: root.objectName + "." + index
                width: root.width / root.options.length
                height: root.height
                implicitWidth: implicitContentWidth + 32
                implicitHeight: 52
                Accessible.role: Accessible.RadioButton
                Accessible.name: modelData
                Accessible.checkable: true
                Accessible.checked: on
                onPressed: root.touched = true
                onClicked: root.choose(index)

                contentItem: ButtonContent {
                    text: segment.iconName !== "" ? "" : segment.modelData
                    iconName: segment.iconName !== "" ? segment.iconName : segment.on && !Theme.stacked ? "tick" : ""
                    iconSize: segment.iconName !== "" ? 22 : 18
                    spacing: 8
                    fontSize: 15
                    color: segment.on ? Theme.inkOnPrimary : root.enabled ? Theme.ink : Theme.inkOff
                }
                background: SegmentShape {
                    on: segment.on
                    down: segment.down
                    first: segment.index === 0
                    last: segment.index === root.options.length - 1
                }
            }
        }
    }
    FocusRing {
        shown: root.activeFocus && !root.touched
        cornerRadius: Theme.radiusField
    }
}
