pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Asset
import Turnus.Controls
import Turnus.Theme

// Keeping the unit against replacing it now, as cost a year; said as clearly when keeping wins.
Card {
    id: root

    required property worthFace worth

    Item {
        width: parent.width
        height: Math.max(24, headline.implicitHeight)

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: root.worth.keep ? "check" : "swap"
            size: 22
            color: root.worth.keep ? Theme.ok : Theme.due
        }
        AppText {
            id: headline

            objectName: "asset.worth"
            x: 30
            width: parent.width - x
            anchors.verticalCenter: parent.verticalCenter
            role: AppText.H3
            text: root.worth.headline
            wrapMode: Text.Wrap
        }
    }
    AppText {
        width: parent.width
        role: AppText.Sub
        text: root.worth.advantage
        wrapMode: Text.Wrap
    }
    Item {
        width: 1
        height: 8
    }
    WorthBar {
        width: parent.width
        title: qsTr("Keep")
        amount: root.worth.keepText
        share: root.worth.keepShare
        better: root.worth.keep
    }
    WorthBar {
        width: parent.width
        title: qsTr("Replace")
        amount: root.worth.replaceText
        share: root.worth.replaceShare
        better: !root.worth.keep
    }
    AppText {
        width: parent.width
        topPadding: 8
        role: AppText.Cap
        text: root.worth.basis
        wrapMode: Text.Wrap
    }
}
