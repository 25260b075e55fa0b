pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Settings
import Turnus.Shell

// Account, language, look, text size, working offline, signing out, about.
ShellPage {
    id: root

    required property SettingsViewModel viewModel
    readonly property SyncFace sync: Session.sync
    readonly property int unsent: sync.pendingCount + sync.sentCount + sync.heldCount
    readonly property list<string> themes: ["light", "dark", "system", "sunlight"]
    readonly property var scales: [1, 1.3, 1.6, 2]

    AppBar {
        id: bar

        width: parent.width
        title: qsTr("Settings")
        sub: true
        wide: root.wide
        onBackClicked: Session.navigator.back()

        ShellSyncChip {
        }
    }
    Flickable {
        objectName: "settings.scroll"
        y: bar.height
        width: parent.width
        height: parent.height - y
        contentHeight: column.implicitHeight + 24
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: column

            x: root.margin
            width: Math.min(parent.width - 2 * x, 640)
            spacing: 12

            Card {
                width: parent.width
                padding: 0

                ListRow {
                    width: parent.width
                    iconName: "user"
                    title: Session.staffName
                    subtitle: Session.supervisor ? qsTr("Supervisor") : Session.teamName === "" ? qsTr("Technician") : qsTr("Technician, %1").arg(Session.teamName)
                    pressable: false
                }
                ListRow {
                    width: parent.width
                    separated: true
                    iconName: "server"
                    title: qsTr("Server")
                    subtitle: Session.serverUrl === "" ? qsTr("unknown") : Session.serverUrl
                    pressable: false
                }
                ListRow {
                    objectName: "settings.noKeyStore"
                    width: parent.width
                    visible: !root.sync.keyStore
                    separated: true
                    iconName: "warn"
                    title: qsTr("No key store on this device")
                    subtitle: qsTr("The sign-in is kept in a file that only this user can read: lock the device when you put it down")
                    wraps: true
                    pressable: false
                }
                ListRow {
                    width: parent.width
                    separated: true
                    iconName: "nonet"
                    title: qsTr("Work offline")
                    subtitle: qsTr("Nothing is sent or received")
                    pressable: false

                    AppSwitch {
                        objectName: "settings.offline"
                        label: qsTr("Work offline")
                        checked: !root.sync.online
                        onToggled: root.sync.online = !checked
                    }
                }
                ListRow {
                    width: parent.width
                    separated: true
                    iconName: "wifi"
                    title: qsTr("Large files by Wi-Fi only")
                    subtitle: qsTr("From 1 MB; all else at once")
                    pressable: false

                    AppSwitch {
                        objectName: "settings.wifi"
                        label: qsTr("Large files by Wi-Fi only")
                        checked: root.viewModel.largeFilesOnWifi
                        onToggled: root.viewModel.largeFilesOnWifi = checked
                    }
                }
            }
            Card {
                width: parent.width
                spacing: 20

                SettingGroup {
                    width: parent.width
                    title: qsTr("Language")
                    choiceName: "settings.language"
                    options: ["Deutsch", "English"]
                    currentIndex: Session.language === "de" ? 0 : 1
                    onActivated: index => Session.language = index === 0 ? "de" : "en"
                }
                SettingGroup {
                    width: parent.width
                    title: qsTr("Appearance")
                    choiceName: "settings.theme"
                    options: [qsTr("Light"), qsTr("Dark"), qsTr("System"), qsTr("Sun")]
                    currentIndex: root.themes.indexOf(Session.theme)
                    note: qsTr("Sun: light, with stronger letters")
                    onActivated: index => Session.theme = root.themes[index]
                }
                SettingGroup {
                    width: parent.width
                    title: qsTr("Text size")
                    choiceName: "settings.textScale"
                    options: root.scales.map(scale => qsTr("%1%").arg(Math.round(scale * 100)))
                    currentIndex: root.scales.indexOf(Session.textScale)
                    onActivated: index => Session.textScale = root.scales[index]
                }
            }
            Card {
                width: parent.width
                padding: 0

                ListRow {
                    objectName: "settings.licences"
                    width: parent.width
                    roundTop: true
                    iconName: "info"
                    title: qsTr("About and licences")
                    subtitle: qsTr("Turnus %1").arg(root.viewModel.version)
                    chevron: true
                    onClicked: licences.open()
                }
                ListRow {
                    objectName: "settings.signOut"
                    width: parent.width
                    separated: true
                    roundBottom: true
                    iconName: "lock"
                    title: qsTr("Sign out")
                    subtitle: root.unsent > 0 ? qsTr("%n entries are not with the server yet; they stay here", "", root.unsent) : qsTr("Locks this device; nothing is deleted")
                    onClicked: question.open()
                }
            }
        }
    }
    LicenceSheet {
        id: licences

        viewModel: root.viewModel
    }
    AppDialog {
        id: question

        title: qsTr("Sign out?")
        text: root.unsent > 0 ? qsTr("%n entries are not with the server yet. They stay on this device and are sent after you sign in again, which needs a network.", "", root.unsent) : qsTr("This device is locked until you sign in again, which needs a network. Nothing is deleted.")
        acceptText: qsTr("Sign out")
        onAccepted: Session.signOut()
    }
}
