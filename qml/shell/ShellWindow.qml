pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Turnus.Controls
import Turnus.Shell
import Turnus.Theme

// The window of the app: the stack of pages, the bar below it on a handheld, the rail beside it on a tablet. It does what
// Session.navigator says; without a signed-in person it shows the sign-in.
T.ApplicationWindow {
    id: root

    readonly property bool wide: Theme.isWide(width)
    readonly property ShellPage page: stack.currentItem as ShellPage
    readonly property bool railShown: wide && Session.signedIn && !(page && page.customerView)
    readonly property bool barShown: !wide && Session.signedIn && !(page && (page.hidesNav || page.customerView))
    property list<NavItem> navItems

    function goBack(): bool {
        return (page !== null && page.handleBack()) || Session.navigator.back();
    }

    width: 412
    height: 892
    minimumWidth: 360
    minimumHeight: 560
    visible: true
    title: "Turnus"
    color: Theme.ground
    Component.onCompleted: Session.start()
    onClosing: close => {
        if (Qt.platform.os === "android" && goBack())
            close.accepted = false;
    }

    SystemPalette {
        id: system
    }
    Binding {
        target: Theme
        property: "pixelRatio"
        value: Screen.devicePixelRatio
    }
    Binding {
        target: Theme
        property: "dark"
        value: Session.theme === "dark" || (Session.theme === "system" && system.window.hslLightness < 0.5)
    }
    Binding {
        target: Theme
        property: "sunlight"
        value: Session.theme === "sunlight"
    }
    Binding {
        target: Theme
        property: "textScale"
        value: Session.textScale
    }
    Shortcut {
        sequences: ["Back", "Escape"]
        onActivated: root.goBack()
    }
    Connections {
        function onOpened(source: url, viewModel: QtObject, animated: bool) {
            const operation = animated && Theme.pageDuration > 0 ? T.StackView.PushTransition : T.StackView.Immediate;
            const page = stack.push(source, viewModel ? {
                    "viewModel": viewModel
                } : {}, operation);
            Session.navigator.adopt(page, viewModel);
        }
        function onClosed(count: int) {
            const below = stack.get(stack.depth - 1 - count);
            stack.pop(below, Theme.pageDuration > 0 ? T.StackView.PopTransition : T.StackView.Immediate);
        }
        function onCleared() {
            stack.clear(T.StackView.Immediate);
        }

        target: Session.navigator
    }
    Instantiator {
        id: places

        model: Session.places
        onObjectAdded: (index, object) => root.navItems.push(object)
        onObjectRemoved: root.navItems = []

        delegate: NavItem {
            required property string title

            text: title
        }
    }

    NavRail {
        id: rail

        width: root.railShown ? implicitWidth : 0
        height: parent.height
        visible: root.railShown
        items: root.navItems // qmllint disable type
        currentKey: Session.navigator.place
        onSelected: key => Session.navigator.show(key)
    }
    T.StackView {
        id: stack

        objectName: "pages"
        x: rail.width
        width: parent.width - x
        height: parent.height - (bar.visible ? bar.height : 0)
        focus: true
        visible: Session.signedIn
        clip: true

        pushEnter: Transition {
            NumberAnimation {
                property: "x"
                from: stack.width
                to: 0
                duration: Theme.pageDuration
                easing.type: Easing.OutCubic
            }
        }
        pushExit: Transition {
            NumberAnimation {
                property: "x"
                to: -stack.width / 4
                duration: Theme.pageDuration
                easing.type: Easing.OutCubic
            }
        }
        popEnter: Transition {
            NumberAnimation {
                property: "x"
                from: -stack.width / 4
                to: 0
                duration: Theme.pageDuration
                easing.type: Easing.OutCubic
            }
        }
        popExit: Transition {
            NumberAnimation {
                property: "x"
                to: stack.width
                duration: Theme.pageDuration
                easing.type: Easing.OutCubic
            }
        }
    }
    NavBar {
        id: bar

        y: parent.height - height
        width: parent.width
        visible: root.barShown
        items: root.navItems // qmllint disable type
        currentKey: Session.navigator.place
        line: !(root.page && !root.page.navLine)
        onSelected: key => Session.navigator.show(key)
    }
    SignInPage {
        anchors.fill: parent
        visible: !Session.signedIn
    }
}
