pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Asset
import Turnus.Controls

// The facts behind one reason of the forecast.
Sheet {
    id: root

    required property EvidenceViewModel evidence

    title: evidence.title
    subtitle: evidence.sentence

    Card {
        width: parent.width
        padding: 0
        visible: facts.count > 0

        Repeater {
            id: facts

            model: root.evidence.events

            EventItem {
                required property int index

                objectName: "evidence." + index
                width: parent ? parent.width : 0
                separated: index > 0
            }
        }
    }
    Item {
        width: 1
        height: 16
    }
}
