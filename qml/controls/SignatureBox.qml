pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// Frame around a SignaturePad with the line and who signs. signerName; pad: the SignaturePad (strokes, undo(), clear());
// signed: something is on it. A typed name is the page's other way to sign.
Rectangle {
    id: root

    property string signerName: ""
    property alias pad: surface
    readonly property bool signed: !surface.empty

    implicitWidth: 380
    implicitHeight: 192
    radius: Theme.radiusCard
    color: Theme.surface
    border.width: 2
    border.color: Theme.primary

    Rectangle {
        x: 24
        y: parent.height - 52
        width: parent.width - 48
        height: 1.5
        color: Theme.lineStrong
    }
    AppText {
        x: 24
        y: parent.height - 14 - height
        width: parent.width - 48
        role: AppText.Cap
        text: root.signerName
        elide: Text.ElideRight
    }
    SignaturePad {
        id: surface

        objectName: root.objectName + ".pad"
        anchors.fill: parent
        anchors.margins: 4
        penColor: Theme.ink
        Accessible.role: Accessible.Canvas
        Accessible.name: empty ? qsTr("Signature field, empty") : qsTr("Signature field, signed")
    }
}
