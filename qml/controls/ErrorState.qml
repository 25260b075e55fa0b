pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// What did not work: title, what is safe (text), the code, and the next step (actionText; signal actionClicked()).
EmptyState {
    id: root

    property string code: ""
    property string safe: qsTr("Your entries are safe.")

    iconName: "warn"
    iconColor: Theme.danger
    text: code === "" ? safe : safe + " " + qsTr("Code %1").arg(code)
    Accessible.role: Accessible.AlertMessage
}
