pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Asset
import Turnus.Controls
import Turnus.Theme

// That the unit is gone: why, since when, what stands there now. Signals corrected() and followed(real assetId).
Card {
    id: root

    required property RemovalViewModel removal

    signal corrected
    signal followed(real assetId)

    padding: 0

    ListRow {
        objectName: "removal.fact"
        width: parent.width
        iconName: "flag"
        iconColor: Theme.ink2
        title: root.removal.headline
        subtitle: root.removal.detail
        wraps: true
        pressable: false
    }
    ListRow {
        objectName: "removal.follow"
        width: parent.width
        visible: root.removal.successorText !== ""
        separated: true
        iconName: "swap"
        title: root.removal.successorText
        subtitle: qsTr("stands there now")
        chevron: true
        onClicked: root.followed(root.removal.successorId)
    }
    ListRow {
        objectName: "removal.correct"
        width: parent.width
        separated: true
        iconName: "pen"
        title: qsTr("Correct this")
        subtitle: qsTr("What was said before stays in the history")
        chevron: true
        onClicked: root.corrected()
    }
}
