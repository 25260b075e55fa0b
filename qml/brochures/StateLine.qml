pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// Where a brochure is and whether it may be shown: icon, words, colour. look: 0 here, 1 ends soon, 2 loading, 3 locked.
Row {
    id: root

    required property int look
    required property string text
    readonly property color tone: [Theme.ok, Theme.due, Theme.ink2, Theme.due][look]

    spacing: 6

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        name: ["device", "clock", "dl", "lock"][root.look]
        size: 16
        color: root.tone
    }
    AppText {
        anchors.verticalCenter: parent.verticalCenter
        role: AppText.Cap
        font.weight: Font.DemiBold
        text: root.text
        color: root.tone
        Accessible.ignored: true
    }
}
