import QtQuick
import Turnus.Theme

// The knot of a history: done green, bad red, to come as a petrol ring.
Rectangle {
    id: root

    required property bool done
    required property bool bad

    width: 16
    height: 16
    radius: 8
    color: !done ? Theme.surface : bad ? Theme.danger : Theme.ok
    border.width: done ? 0 : 3
    border.color: Theme.primary
}
