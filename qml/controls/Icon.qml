pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.impl
import Turnus.Theme

// A line icon of assets/icons in one colour. name: file name without ".svg" ("" draws nothing); size in px; color.
// Decoration: the control it stands in carries the accessible name.
ColorImage {
    id: root

    property string name: ""
    property real size: 24

    width: size
    height: size
    sourceSize.width: size
    sourceSize.height: size
    source: name === "" ? "" : "qrc:/icons/" + name + ".svg"
    color: Theme.ink
    Accessible.ignored: true
}
