pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Turnus.Theme

// Condition grade 1 (new) to 5 (broken), 64 high. grade (0: none yet); words; signal picked(int grade).
// Keys 1 to 5 and left/right. Object names: objectName + "." + grade.
FocusScope {
    id: root

    property int grade: 0
    property list<string> words: [qsTr("new"), qsTr("good"), qsTr("fair"), qsTr("poor"), qsTr("broken")]

    property bool touched: false // by a finger: the focus ring is for keys only

    signal picked(int grade)

    function pick(value: int) {
        if (value < 1 || value > 5)
            return;
        grade = value;
        picked(value);
    }
    function key(value: int) {
        touched = false;
        pick(value);
    }

    implicitWidth: 380
    implicitHeight: Math.max(64, 24 + Theme.px(40))
    activeFocusOnTab: true
    Accessible.role: Accessible.Grouping
    Accessible.name: grade > 0 ? qsTr("Condition: %1, %2").arg(grade).arg(words[grade - 1]) : qsTr("Condition: not graded")
    onActiveFocusChanged: if (!activeFocus)
        touched = false
    Keys.onLeftPressed: key(grade - 1)
    Keys.onRightPressed: key(grade + 1)
    Keys.onDigit1Pressed: key(1)
    Keys.onDigit2Pressed: key(2)
    Keys.onDigit3Pressed: key(3)
    Keys.onDigit4Pressed: key(4)
    Keys.onDigit5Pressed: key(5)

    Repeater {
        model: 5

        T.AbstractButton {
            id: button

            required property int index
            readonly property int value: index + 1
            readonly property bool on: value === root.grade
            readonly property color fill: !on ? down ? Theme.sunk : Theme.surface : value === 5 ? Theme.dangerFill : value === 4 ? Theme.dueFill : Theme.primary
            readonly property color ink: !on ? Theme.ink : value === 5 ? Theme.inkOnDanger : value === 4 ? Theme.inkOnDueFill : Theme.inkOnPrimary

            objectName: root.objectName + "." + value
            x: index * (width + 8)
            width: (root.width - 32) / 5
            height: root.height
            Accessible.role: Accessible.RadioButton
            Accessible.name: value + ", " + root.words[index]
            Accessible.checkable: true
            Accessible.checked: on
            onPressed: root.touched = true
            onClicked: root.pick(value)

            contentItem: Item {
                Column {
                    anchors.centerIn: parent
                    width: parent.width
                    spacing: 2

                    AppText {
                        width: parent.width
                        role: AppText.H2
                        font.weight: Font.Bold
                        lineHeight: Theme.px(24)
                        text: button.value
                        color: button.ink
                        horizontalAlignment: Text.AlignHCenter
                        Accessible.ignored: true
                    }
                    AppText {
                        width: parent.width
                        role: AppText.Cap
                        font.weight: button.on ? Font.DemiBold : Font.Medium
                        text: root.words[button.index]
                        color: button.on ? button.ink : Theme.ink2
                        horizontalAlignment: Text.AlignHCenter
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: 11
                        Accessible.ignored: true
                    }
                }
            }
            background: Rectangle {
                radius: Theme.radiusButton
                color: button.fill
                border.width: button.on ? 2 : Theme.stroke
                border.color: !button.on ? Theme.lineStrong : button.value === 4 ? Theme.dueLine : button.fill

                FocusRing {
                    shown: root.activeFocus && !root.touched && (button.on || (root.grade === 0 && button.index === 0))
                    cornerRadius: parent.radius
                }
            }
        }
    }
}
