pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import QtQuick.Window
import Turnus.Theme

// Word at the bottom that goes by itself after 5 s, with one action (undo). One per window or page.
// show(text), show(text, actionText); signals acted() on the action, expired() when it went without it.
// bottomOffset: height of the bars it stays above. It waits while the action has the keyboard focus.
T.Popup {
    id: root

    property string text: ""
    property string actionText: ""
    property real bottomOffset: 80
    property bool taken: false

    signal acted
    signal expired

    function show(words: string, action: string) {
        text = words;
        actionText = action === undefined ? "" : action;
        taken = false;
        open();
        timer.restart();
    }

    // over the whole window, wherever it was declared
    onAboutToShow: parent = parent.Window.window.contentItem
    modal: false
    focus: false
    closePolicy: T.Popup.NoAutoClose
    width: parent ? Math.min(parent.width - 32, 560) : 380
    x: parent ? (parent.width - width) / 2 : 0
    y: parent ? parent.height - height - bottomOffset - 12 : 0
    implicitHeight: face.implicitHeight
    onClosed: if (!taken)
        expired()

    contentItem: SnackbarFace {
        id: face

        objectName: "snackbar"
        text: root.text
        actionText: root.actionText
        Accessible.role: Accessible.AlertMessage
        Accessible.name: root.text
        onActionClicked: {
            root.taken = true;
            root.close();
            root.acted();
        }
    }
    background: Item {
    }
    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.stateDuration
        }
    }
    exit: Transition {
        NumberAnimation {
            property: "opacity"
            to: 0
            duration: Theme.stateDuration
        }
    }

    Timer {
        id: timer

        interval: 5000
        onTriggered: {
            if (face.activeFocus)
                restart();
            else
                root.close();
        }
    }
}
