pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Turnus.Theme

// One of the two values of a ConflictCard: who and when (caption), what (value). Not for pages.
T.AbstractButton {
    id: root

    required property string caption
    required property string value

    checkable: true
    focusPolicy: Qt.StrongFocus
    implicitWidth: 170
    implicitHeight: Math.max(64, words.implicitHeight + 18)
    Accessible.role: Accessible.RadioButton
    Accessible.name: caption + ": " + value
    Accessible.checkable: true
    Accessible.checked: checked

    contentItem: Item {
        Column {
            id: words

            x: 12
            y: 10
            width: parent.width - 24

            AppText {
                width: parent.width - 30
                role: AppText.Cap
                lineHeight: Theme.px(20)
                text: root.caption
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            AppText {
                width: parent.width
                role: AppText.Strong
                tab: true
                text: root.value
                wrapMode: Text.Wrap
                maximumLineCount: 3
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
        RadioDot {
            x: parent.width - width - 12
            y: 8
            size: 22
            checked: root.checked
        }
    }
    background: Rectangle {
        radius: Theme.radiusButton
        color: root.checked ? Theme.primarySoft : root.down ? Theme.sunk : Theme.surface
        border.width: root.checked ? 2 : Theme.stroke
        border.color: root.checked ? Theme.primary : Theme.lineStrong

        FocusRing {
            shown: root.visualFocus
            cornerRadius: parent.radius
        }
    }
}
