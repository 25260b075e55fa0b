pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Shell
import Turnus.Theme

// Who are you, and where is your company's server. Stays until the person's rows are here; shows how far they have come.
ShellPage {
    id: root

    readonly property SyncFace sync: Session.sync
    readonly property bool syncing: sync.state === SyncFace.Syncing
    readonly property string missing: server.text === "" || login.text === "" || password.text === "" ? qsTr("Server, name and password are needed.") : ""

    function signIn() {
        if (missing === "" && !syncing)
            sync.signIn(server.text, login.text, password.text);
    }

    Flickable {
        anchors.fill: parent
        contentHeight: form.implicitHeight + 2 * form.y
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: form

            x: (parent.width - width) / 2
            y: Math.max(24, (root.height - implicitHeight) / 3)
            width: Math.min(root.width - 32, 440)
            spacing: 16

            Mark {
                size: 56
            }
            AppText {
                width: parent.width
                role: AppText.H1
                text: Session.locked && Session.staffName !== "" ? Session.staffName : qsTr("Sign in")
                wrapMode: Text.Wrap
            }
            AppText {
                width: parent.width
                text: Session.locked ? qsTr("Signed out. Everything that you recorded is still on this device.") : qsTr("The first time this needs a network. Afterwards everything works without.")
                color: Theme.ink2
                wrapMode: Text.Wrap
            }
            AppTextField {
                id: server

                objectName: "signIn.server"
                width: parent.width
                label: qsTr("Server")
                text: Session.serverUrl
                inputMethodHints: Qt.ImhUrlCharactersOnly
            }
            AppTextField {
                id: login

                objectName: "signIn.login"
                width: parent.width
                label: qsTr("Name")
                text: Session.login
                enabled: !Session.locked
                inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
            }
            AppTextField {
                id: password

                objectName: "signIn.password"
                width: parent.width
                label: qsTr("Password")
                echoMode: TextInput.Password
                inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
                onAccepted: root.signIn()
            }
            Banner {
                objectName: "signIn.error"
                width: parent.width
                visible: root.sync.error !== "" && !root.syncing
                tone: Banner.Danger
                text: root.sync.error
            }
            AppButton {
                objectName: "signIn.go"
                width: parent.width
                text: qsTr("Sign in")
                blockedReason: root.missing
                busy: root.syncing
                onClicked: root.signIn()
            }
            FirstSync {
                width: parent.width
                visible: root.syncing
                sync: root.sync
            }
        }
    }
}
