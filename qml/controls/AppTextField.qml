pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Turnus.Theme

// One line of text, the label inside the frame, 56 high. label, text, note (help below), error (replaces the note,
// red frame), unit (at the right), tab: equal-width digits, placeholderText; inputMethodHints, validator, readOnly,
// maximumLength as in Qt. Signals textEdited(), accepted(), editingFinished().
T.TextField {
    id: root

    required property string label
    property string note: ""
    property string error: ""
    property string unit: ""
    property bool tab: false
    readonly property string shownNote: error !== "" ? error : note
    readonly property real noteHeight: shownNote === "" ? 0 : measure.implicitHeight + 4
    readonly property real labelHeight: Theme.px(16)

    implicitWidth: 240
    implicitHeight: 18 + labelHeight + Theme.px(22) + noteHeight
    leftPadding: 14
    rightPadding: unit === "" ? 14 : unitText.implicitWidth + 22
    topPadding: 7 + labelHeight
    bottomPadding: 9 + noteHeight
    verticalAlignment: TextInput.AlignVCenter
    color: enabled ? Theme.ink : Theme.inkOff
    selectionColor: Theme.primary
    selectedTextColor: Theme.inkOnPrimary
    placeholderTextColor: Theme.ink2
    font.family: tab ? Theme.tabFamily : Theme.family
    font.pixelSize: Theme.px(16)
    font.weight: Font.DemiBold
    selectByMouse: true
    Accessible.name: label
    Accessible.description: shownNote

    cursorDelegate: Rectangle {
        id: caret

        visible: root.cursorVisible
        width: 2
        radius: 1
        color: Theme.primary
    }
    background: FieldFrame {
        label: root.label
        note: root.shownNote
        wrong: root.error !== ""
        active: root.activeFocus
        writable: root.enabled
    }

    AppText {
        x: 14
        y: root.topPadding - 1
        visible: root.text === "" && root.preeditText === "" && root.placeholderText !== ""
        width: root.width - root.leftPadding - root.rightPadding
        text: root.placeholderText
        color: Theme.ink2
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    AppText {
        id: unitText

        anchors.right: parent.right
        anchors.rightMargin: 14
        y: root.topPadding - 1
        text: root.unit
        color: Theme.ink2
        Accessible.ignored: true
    }
    AppText {
        id: measure

        visible: false
        width: root.width - (root.error !== "" ? 26 : 0)
        role: AppText.Sub
        text: root.shownNote
        wrapMode: Text.Wrap
    }
}
