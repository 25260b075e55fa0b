pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Brochures
import Turnus.Controls
import Turnus.Theme

// One document of the library; a locked one cannot be opened and says why. Signal clicked().
Item {
    id: root

    required property int index
    required property real brochureId
    required property string title
    required property string detail
    required property string stateText
    required property int look
    required property string file
    required property bool showable
    property int count: 0

    signal clicked

    implicitHeight: row.implicitHeight

    Item {
        anchors.fill: parent
        clip: true

        Rectangle {
            y: root.index === 0 ? 0 : -Theme.radiusCard
            width: parent.width
            height: parent.height - y + (root.index === root.count - 1 ? 0 : Theme.radiusCard)
            radius: Theme.radiusCard
            color: Theme.surface
            border.width: 1
            border.color: Theme.line
        }
    }
    RowBase {
        id: row

        objectName: "brochure." + root.index
        width: root.width
        separated: root.index > 0
        roundTop: root.index === 0
        roundBottom: root.index === root.count - 1
        enabled: root.showable
        implicitHeight: Math.max(80, words.implicitHeight + 24)
        Accessible.role: Accessible.Button
        Accessible.name: root.title + ", " + root.detail + ", " + root.stateText
        onClicked: root.clicked()

        Cover {
            id: cover

            x: 14
            anchors.verticalCenter: parent.verticalCenter
            width: 76
            height: 48
            file: root.file
            faded: root.look === 3
        }
        Column {
            id: words

            x: cover.x + cover.width + 14
            width: parent.width - x - 52
            anchors.verticalCenter: parent.verticalCenter

            AppText {
                width: parent.width
                role: AppText.Strong
                lineHeight: Theme.px(20)
                text: root.title
                color: root.look === 3 ? Theme.ink2 : Theme.ink
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            AppText {
                width: parent.width
                role: AppText.Sub
                text: root.detail
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            StateLine {
                topPadding: 4
                look: root.look
                text: root.stateText
            }
        }
        Icon {
            x: parent.width - width - 20
            anchors.verticalCenter: parent.verticalCenter
            visible: root.showable
            name: "screen"
        }
    }
}
