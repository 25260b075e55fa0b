pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// Steps done (green), now (petrol), open, 8 high. total, done, current (index or -1). Spoken as "5 of 8".
Item {
    id: root

    required property int total
    required property int done
    property int current: -1

    implicitWidth: 380
    implicitHeight: 8
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("%1 of %2").arg(done).arg(total)

    Repeater {
        model: root.total

        Rectangle {
            required property int index

            x: index * (width + 4)
            width: (root.width - (root.total - 1) * 4) / root.total
            height: 8
            radius: 4
            color: index === root.current ? Theme.primary : index < root.done ? Theme.ok : Theme.line
        }
    }
}
