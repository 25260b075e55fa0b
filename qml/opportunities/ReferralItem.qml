pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls

// One referral with its stage.
CardRow {
    id: root

    required property int index
    required property real referralId
    required property string title
    required property string detail
    required property string stage
    required property int tone
    required property string changed
    required property int syncState

    signal clicked

    bodyHeight: row.implicitHeight

    ListRow {
        id: row

        objectName: "referral." + root.index
        width: root.width
        roundTop: root.first
        roundBottom: root.last
        title: root.title
        subtitle: root.detail + " · " + root.changed
        syncState: root.syncState
        onClicked: root.clicked()

        Badge {
            anchors.verticalCenter: parent ? parent.verticalCenter : undefined
            tone: root.tone
            text: root.stage
        }
    }
}
