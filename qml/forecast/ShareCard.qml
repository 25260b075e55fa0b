pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls

// What comes due by product or territory, largest first; a row narrows the page to it, the same again widens it.
// name: prefix of the rows' objectName; signal picked(double id).
Card {
    id: root

    required property string name
    required property string title
    property string detail: ""
    required property var model
    // the many small ones at the end are one tap away
    property bool whole: false
    readonly property int fewest: 6

    signal picked(double id)

    padding: 0
    topPadding: 4
    bottomPadding: 4

    SectionHeader {
        x: 12
        width: parent.width - 24
        text: root.title
        detail: root.detail
    }
    Repeater {
        id: rows

        model: root.model

        ShareItem {
            required property int index

            objectName: root.name + "." + index
            width: parent ? parent.width : 0
            visible: root.whole || index < root.fewest || selected
            onClicked: root.picked(rowId)
        }
    }
    LinkButton {
        objectName: root.name + ".more"
        x: 16
        visible: !root.whole && rows.count > root.fewest
        text: qsTr("All %1").arg(rows.count)
        onClicked: root.whole = true
    }
}
