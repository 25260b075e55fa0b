pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import QtQuick.Window
import Turnus.Theme

// A question that stops the page. title, text, acceptText, rejectText ("" hides), destructive: red accept button.
// Default children stand below the text. Signals accepted(), rejected(). The safe answer has the focus; Escape rejects.
T.Popup {
    id: root

    property string title: ""
    property string text: ""
    property string acceptText: qsTr("OK")
    property string rejectText: qsTr("Cancel")
    property bool destructive: false
    property bool answered: false
    default property alias content: extra.data

    signal accepted
    signal rejected

    function answer(yes: bool) {
        answered = true;
        close();
        if (yes)
            accepted();
        else
            rejected();
    }

    // over the whole window, wherever it was declared
    onAboutToShow: parent = parent.Window.window.contentItem
    modal: true
    dim: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape
    anchors.centerIn: parent
    width: parent ? Math.min(parent.width - 48, 440) : 364
    padding: 24
    implicitHeight: column.implicitHeight + 2 * padding
    onOpened: {
        answered = false;
        if (rejectText !== "")
            no.forceActiveFocus();
        else
            yes.forceActiveFocus();
    }
    onClosed: if (!answered)
        rejected()

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
    background: Rectangle {
        radius: Theme.radiusHero
        color: Theme.surface
        border.width: 1
        border.color: Theme.line
    }
    contentItem: Column {
        id: column

        spacing: 12
        Accessible.role: Accessible.Dialog
        Accessible.name: root.title

        AppText {
            width: parent.width
            role: AppText.H2
            text: root.title
            wrapMode: Text.Wrap
        }
        AppText {
            width: parent.width
            visible: root.text !== ""
            text: root.text
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
        Column {
            id: extra

            width: parent.width
            visible: children.length > 0
            spacing: 8
        }
        Flow {
            width: parent.width
            layoutDirection: Qt.RightToLeft
            spacing: 12

            AppButton {
                id: yes

                objectName: "dialog.accept"
                compact: true
                kind: root.destructive ? AppButton.Danger : AppButton.Primary
                text: root.acceptText
                onClicked: root.answer(true)
            }
            AppButton {
                id: no

                objectName: "dialog.reject"
                visible: root.rejectText !== ""
                compact: true
                kind: AppButton.Outlined
                text: root.rejectText
                onClicked: root.answer(false)
            }
        }
    }
    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.stateDuration
        }
    }
}
