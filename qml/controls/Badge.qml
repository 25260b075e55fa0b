pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// Small mark, 24 high. text, iconName, tone: Badge.Neutral, Ok, Due, Danger, Info, OnHero.
Rectangle {
    id: root

    enum Tone {
        Neutral,
        Ok,
        Due,
        Danger,
        Info,
        OnHero
    }

    required property string text
    property string iconName: ""
    property int tone: Badge.Neutral
    readonly property color foreground: [Theme.ink, Theme.inkOnOkSoft, Theme.inkOnDueSoft, Theme.inkOnDangerSoft, Theme.inkOnPrimarySoft, Theme.inkOnHero][tone]

    implicitWidth: Math.ceil(label.implicitWidth) + (iconName !== "" ? 40 : 20)
    implicitHeight: Math.max(24, label.implicitHeight + 8)
    radius: 12
    color: [Theme.sunk, Theme.okSoft, Theme.dueSoft, Theme.dangerSoft, Theme.primarySoft, Theme.hero2][tone]
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Icon {
        x: 8
        anchors.verticalCenter: parent.verticalCenter
        name: root.iconName
        size: 16
        color: root.foreground
    }
    AppText {
        id: label

        x: root.iconName !== "" ? 30 : 10
        width: root.width - x - 10
        anchors.verticalCenter: parent.verticalCenter
        role: AppText.Cap
        font.weight: Font.DemiBold
        text: root.text
        color: root.foreground
        elide: Text.ElideRight
        Accessible.ignored: true
    }
}
