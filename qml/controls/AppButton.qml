pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Turnus.Theme

// Push button. kind: AppButton.Primary (one per page), Tonal, Outlined, Plain (words only), Danger.
// text, iconName, trailingIconName; compact: 48 high in forms instead of 56; busy keeps the width and takes no clicks.
// Do not set enabled: set blockedReason ("Still missing: …", shown below unless showReason is false) or available.
// Signal clicked().
T.Button {
    id: root

    enum Kind {
        Primary,
        Tonal,
        Outlined,
        Plain,
        Danger
    }

    property int kind: AppButton.Primary
    property string iconName: ""
    property string trailingIconName: ""
    property bool compact: false
    property bool busy: false
    property bool available: true
    property string blockedReason: ""
    property bool showReason: true
    readonly property bool off: !available || blockedReason !== ""
    readonly property real reasonHeight: reason.visible ? reason.implicitHeight + 4 : 0
    readonly property color fill: {
        if (kind === AppButton.Plain)
            return "transparent";
        if (kind === AppButton.Outlined)
            return Theme.surface;
        if (off)
            return Theme.sunk;
        return kind === AppButton.Tonal ? Theme.primarySoft : kind === AppButton.Danger ? Theme.dangerFill : Theme.primary;
    }
    property color foreground: {
        if (off)
            return Theme.inkOff;
        switch (kind) {
        case AppButton.Tonal:
            return Theme.inkOnPrimarySoft;
        case AppButton.Outlined:
            return Theme.ink;
        case AppButton.Plain:
            return Theme.primary;
        case AppButton.Danger:
            return Theme.inkOnDanger;
        default:
            return Theme.inkOnPrimary;
        }
    }

    enabled: !off && !busy
    focusPolicy: Qt.StrongFocus
    leftPadding: kind === AppButton.Plain ? 12 : compact ? 16 : 20
    rightPadding: leftPadding
    bottomInset: reasonHeight
    bottomPadding: reasonHeight
    implicitWidth: Math.max(48, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(compact ? 48 : 56, implicitContentHeight + 16) + reasonHeight
    Accessible.name: text
    Accessible.description: busy ? qsTr("busy") : blockedReason

    contentItem: ButtonContent {
        opacity: root.busy ? 0 : 1
        text: root.text
        iconName: root.iconName
        trailingIconName: root.trailingIconName
        iconSize: root.compact ? 20 : 24
        fontSize: root.compact ? 16 : 17
        spacing: root.compact ? 8 : 10
        color: root.foreground
    }
    background: Rectangle {
        radius: root.compact ? Theme.radiusField : Theme.radiusButton
        color: root.down && root.kind === AppButton.Plain ? Theme.primarySoft : root.down ? Qt.tint(root.fill, Qt.alpha(root.foreground, 0.16)) : root.fill
        border.width: root.kind === AppButton.Outlined ? Theme.stroke : 0
        border.color: root.off ? Theme.line : Theme.lineStrong

        Behavior on color  {
            ColorAnimation {
                duration: Theme.pressDuration
            }
        }

        FocusRing {
            shown: root.visualFocus
            cornerRadius: parent.radius
        }
        Spinner {
            anchors.centerIn: parent
            visible: root.busy
            color: root.foreground
        }
    }

    AppText {
        id: reason

        anchors.bottom: parent.bottom
        width: parent.width
        visible: root.showReason && root.blockedReason !== ""
        role: AppText.Cap
        text: root.blockedReason
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
}
