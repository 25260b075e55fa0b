pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Shell
import Turnus.Theme

// What visits lack on this device, in words, and fetching it now. readiness: of a view model.
Sheet {
    id: root

    required property Readiness readiness
    readonly property SyncFace sync: Session.sync

    objectName: "readiness.sheet"
    title: readiness.ready ? qsTr("Ready offline") : qsTr("Not ready offline yet")
    subtitle: readiness.ready ? qsTr("Everything that the visit needs is on this device.") : qsTr("This is missing on this device:")
    contentSpacing: 8

    Card {
        width: parent.width
        visible: !root.readiness.ready
        padding: 0

        Repeater {
            model: root.readiness.gaps

            ListRow {
                required property int index
                required iconName
                required subtitle

                objectName: "readiness.gap." + index
                width: parent ? parent.width : 0
                separated: index > 0
                pressable: false
                wraps: true
                iconColor: Theme.ink2
            }
        }
    }
    AppText {
        objectName: "readiness.basis"
        width: parent.width
        leftPadding: 4
        role: AppText.Cap
        text: root.readiness.basis
        color: Theme.ink2
        wrapMode: Text.Wrap
    }
    Banner {
        width: parent.width
        visible: !root.readiness.ready && (!root.sync.online || root.sync.state === SyncFace.Offline)
        iconName: "nonet"
        text: root.sync.online ? qsTr("No network. It is fetched by itself as soon as there is one.") : qsTr("You work offline. Go online to fetch it.")
        actionText: root.sync.online ? "" : qsTr("Go online")
        onActionClicked: root.sync.online = true
    }
    footer: BottomActionBar {
        objectName: "readiness"
        primaryText: root.readiness.ready ? qsTr("Close") : qsTr("Fetch now")
        primaryIcon: root.readiness.ready ? "tick" : "dl"
        primaryBusy: !root.readiness.ready && root.sync.state === SyncFace.Syncing
        onPrimaryClicked: {
            if (root.readiness.ready) {
                root.close();
                return;
            }
            root.readiness.forgetLostFiles();
            root.sync.syncNow();
        }
    }
}
