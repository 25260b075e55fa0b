pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// One product or territory: name, range, a bar as long as its share, the expected count.
RowBase {
    id: root

    required property double rowId
    required property string title
    required property string detailText
    required property string amount
    required property real share
    required property bool selected

    implicitHeight: Math.max(56, words.implicitHeight + 16)
    Accessible.role: Accessible.Button
    Accessible.name: title + ", " + amount + ", " + detailText
    Accessible.checkable: true
    Accessible.checked: selected

    Rectangle {
        x: 8
        y: 2
        width: parent.width - 16
        height: parent.height - 4
        radius: Theme.radiusField
        visible: root.selected
        color: Theme.primarySoft
    }
    Column {
        id: words

        x: 16
        width: parent.width - track.width - count.width - 56
        anchors.verticalCenter: parent.verticalCenter

        AppText {
            width: parent.width
            text: root.title
            color: root.selected ? Theme.inkOnPrimarySoft : Theme.ink
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        AppText {
            width: parent.width
            role: AppText.Sub
            text: root.detailText
            color: root.selected ? Theme.inkOnPrimarySoft : Theme.ink2
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
    ProgressTrack {
        id: track

        x: count.x - width - 12
        width: 84
        anchors.verticalCenter: parent.verticalCenter
        value: root.share
        Accessible.ignored: true
    }
    AppText {
        id: count

        x: parent.width - width - 16
        width: Math.max(implicitWidth, Theme.px(44))
        anchors.verticalCenter: parent.verticalCenter
        role: AppText.Label
        tab: true
        color: root.selected ? Theme.inkOnPrimarySoft : Theme.ink
        text: root.amount
        horizontalAlignment: Text.AlignRight
        Accessible.ignored: true
    }
}
