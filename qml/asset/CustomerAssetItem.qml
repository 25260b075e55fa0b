pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// One unit of a customer with its due window.
CardRow {
    id: root

    required property int index
    required property real assetId
    required property string site
    required property string title
    required property string detail
    required property int status
    required property string statusText
    required property string mostLikely
    required property real p10
    required property real p50
    required property real p90

    signal clicked

    bodyHeight: row.implicitHeight

    RowBase {
        id: row

        objectName: "customerAsset." + root.index
        width: root.width
        roundTop: root.first
        roundBottom: root.last
        implicitHeight: column.implicitHeight + 24
        Accessible.role: Accessible.Button
        Accessible.name: root.title + ", " + root.detail + (root.status >= 0 ? ", " + root.statusText + ", " + root.mostLikely : "")
        onClicked: root.clicked()

        Column {
            id: column

            x: 16
            y: 12
            width: parent.width - 48
            spacing: 2

            Item {
                width: parent.width
                height: Math.max(title.implicitHeight, badge.height)

                AppText {
                    id: title

                    width: badge.x - 8
                    anchors.verticalCenter: parent.verticalCenter
                    role: AppText.Strong
                    text: root.title
                    elide: Text.ElideRight
                    Accessible.ignored: true
                }
                Badge {
                    id: badge

                    x: parent.width - width
                    anchors.verticalCenter: parent.verticalCenter
                    visible: root.status >= 0
                    tone: [Badge.Ok, Badge.Info, Badge.Due, Badge.Danger][Math.max(0, root.status)]
                    text: root.statusText
                }
            }
            Item {
                width: parent.width
                height: Math.max(detail.implicitHeight, month.implicitHeight)

                AppText {
                    id: detail

                    width: month.x - 8
                    role: AppText.Sub
                    text: root.detail
                    elide: Text.ElideRight
                    Accessible.ignored: true
                }
                AppText {
                    id: month

                    x: parent.width - width
                    visible: root.status >= 0
                    role: AppText.Sub
                    font.weight: Font.DemiBold
                    color: Theme.ink
                    text: root.mostLikely
                    Accessible.ignored: true
                }
            }
            MiniWindow {
                width: parent.width
                visible: root.status > 0
                p10: root.p10
                p50: root.p50
                p90: root.p90
                span: Math.max(18, Math.min(48, root.p90 * 1.1))
                Accessible.ignored: true
            }
        }
        Icon {
            x: parent.width - width - 12
            anchors.verticalCenter: parent.verticalCenter
            name: "chev"
            size: 20
            color: Theme.ink2
        }
    }
}
