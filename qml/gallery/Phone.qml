pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// A handheld's screen, 412 by 860, for an example page.
Rectangle {
    width: 412
    height: 860
    color: Theme.ground
    clip: true
}
