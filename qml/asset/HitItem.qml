pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls

// One result of the search.
CardRow {
    id: root

    required property int index
    required property real hitId
    required property real customerId
    required property string title
    required property string detail
    required property string iconName
    required property string page

    signal clicked

    bodyHeight: row.implicitHeight

    ListRow {
        id: row

        objectName: "hit." + root.index
        width: root.width
        roundTop: root.first
        roundBottom: root.last
        iconName: root.iconName
        title: root.title
        subtitle: root.detail
        chevron: root.page !== ""
        pressable: root.page !== ""
        onClicked: root.clicked()
    }
}
