pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Turnus.Theme

// Several lines, growing with the text. label, text, note, error as AppTextField; minimumLines (3). Enter makes a line.
T.TextArea {
    id: root

    required property string label
    property string note: ""
    property string error: ""
    property int minimumLines: 3
    readonly property string shownNote: error !== "" ? error : note
    readonly property real noteHeight: shownNote === "" ? 0 : measure.implicitHeight + 4
    readonly property real labelHeight: Theme.px(16)

    implicitWidth: 240
    implicitHeight: Math.max(contentHeight, minimumLines * Theme.px(22)) + topPadding + bottomPadding
    leftPadding: 14
    rightPadding: 14
    topPadding: 9 + labelHeight
    bottomPadding: 9 + noteHeight
    wrapMode: TextEdit.Wrap
    color: enabled ? Theme.ink : Theme.inkOff
    selectionColor: Theme.primary
    selectedTextColor: Theme.inkOnPrimary
    font.family: Theme.family
    font.pixelSize: Theme.px(16)
    selectByMouse: true
    KeyNavigation.priority: KeyNavigation.BeforeItem
    KeyNavigation.tab: nextItemInFocusChain()
    Accessible.name: label
    Accessible.description: shownNote

    background: FieldFrame {
        label: root.label
        note: root.shownNote
        wrong: root.error !== ""
        active: root.activeFocus
        writable: root.enabled
    }

    AppText {
        x: 14
        y: root.topPadding
        visible: root.text === "" && root.preeditText === "" && root.placeholderText !== ""
        width: root.width - 28
        text: root.placeholderText
        color: Theme.ink2
        wrapMode: Text.Wrap
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
