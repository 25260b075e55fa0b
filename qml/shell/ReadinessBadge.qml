pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Turnus.Controls
import Turnus.Shell

// "Ready offline" or "2 missing" on a hero card; taller than its badge, for the finger. readiness: of a view model.
// Signal clicked().
T.AbstractButton {
    id: root

    required property Readiness readiness

    objectName: "readiness.badge"
    implicitWidth: badge.implicitWidth
    implicitHeight: 48
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: readiness.text

    contentItem: Item {
        Badge {
            id: badge

            anchors.centerIn: parent
            width: parent.width
            tone: root.readiness.ready ? Badge.OnHero : Badge.Due
            iconName: root.readiness.ready ? "tick" : "dl"
            text: root.readiness.text
            Accessible.ignored: true

            FocusRing {
                shown: root.visualFocus
                cornerRadius: badge.radius
            }
        }
    }
}
