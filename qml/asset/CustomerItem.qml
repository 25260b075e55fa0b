pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls

// One customer of the long list.
CardRow {
    id: root

    required property int index
    required property real customerId
    required property string name
    required property string detail
    required property int assets
    required property int dueAssets
    property bool current: false

    signal clicked

    bodyHeight: row.implicitHeight

    ListRow {
        id: row

        objectName: "customer." + root.index
        width: root.width
        roundTop: root.first
        roundBottom: root.last
        highlighted: root.current
        title: root.name
        subtitle: root.detail
        detail: root.dueAssets > 0 ? "" : qsTr("%n unit(s)", "", root.assets)
        chevron: true
        onClicked: root.clicked()

        Badge {
            anchors.verticalCenter: parent ? parent.verticalCenter : undefined
            visible: root.dueAssets > 0
            tone: Badge.Due
            text: qsTr("%1 of %2 due").arg(root.dueAssets).arg(root.assets)
        }
    }
}
