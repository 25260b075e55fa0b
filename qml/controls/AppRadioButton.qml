pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Turnus.Theme

// One of many. boxed: an answer in its own frame, 60 high, with detail at the right ("780 €"); else ring and words.
// text, checked, detail; siblings exclude each other. Signal toggled(). label: spoken when text is empty.
T.RadioButton {
    id: root

    property bool boxed: false
    property string detail: ""
    property string label: detail === "" ? text : text + ", " + detail
    readonly property real inner: boxed ? 16 : 0

    focusPolicy: Qt.StrongFocus
    implicitWidth: text === "" ? 48 : Math.ceil(words.implicitWidth) + 42 + 2 * inner + (detail !== "" ? extra.implicitWidth + 12 : 0)
    implicitHeight: Math.max(boxed ? 60 : 48, words.implicitHeight + 24 + (Theme.stacked && extra.visible ? Theme.px(20) : 0))
    Accessible.name: label

    indicator: RadioDot {
        x: root.text === "" ? (root.width - width) / 2 : root.inner
        anchors.verticalCenter: parent.verticalCenter
        checked: root.checked
        active: root.enabled

        FocusRing {
            shown: root.visualFocus && !root.boxed
            cornerRadius: parent.radius
        }
    }
    contentItem: Item {
        visible: root.text !== ""

        AppText {
            id: words

            x: root.inner + 42
            width: parent.width - x - root.inner - (extra.visible && !Theme.stacked ? extra.width + 12 : 0)
            y: (parent.height - height - (Theme.stacked && extra.visible ? extra.height : 0)) / 2
            role: root.boxed ? AppText.Strong : AppText.Body
            text: root.text
            color: root.enabled ? Theme.ink : Theme.inkOff
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
        AppText {
            id: extra

            visible: root.detail !== ""
            x: Theme.stacked ? words.x : parent.width - width - root.inner
            y: Theme.stacked ? words.y + words.height : (parent.height - height) / 2
            role: AppText.Sub
            text: root.detail
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        visible: root.boxed
        radius: Theme.radiusButton
        color: root.checked ? Theme.primarySoft : root.down ? Theme.sunk : Theme.surface
        border.width: root.checked ? 2 : Theme.stroke
        border.color: root.checked ? Theme.primary : root.enabled ? Theme.lineStrong : Theme.line

        FocusRing {
            shown: root.visualFocus
            cornerRadius: parent.radius
        }
    }
}
