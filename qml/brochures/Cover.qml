pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Brochures
import Turnus.Controls
import Turnus.Theme

// The first page of a brochure, small. file "": it is not here yet.
Rectangle {
    id: root

    property string file: ""
    property bool faded: false

    radius: Theme.radiusPhoto
    color: Theme.sunk
    opacity: faded ? 0.45 : 1

    Icon {
        anchors.centerIn: parent
        visible: !page.ready
        name: "book"
        color: Theme.ink2
    }
    PdfPage {
        id: page

        objectName: "cover"

        anchors.fill: parent
        file: root.file
    }
    Rectangle {
        anchors.fill: parent
        color: "transparent"
        radius: parent.radius
        border.width: 1
        border.color: Theme.line
    }
}
