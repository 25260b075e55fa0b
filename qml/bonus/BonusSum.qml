pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// One sum of the tally: dot and caption, amount, detail; line: a stroke at its left.
Item {
    id: root

    required property string caption
    required property double cents
    required property color tone
    property string detail: ""
    property bool line: false

    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: caption + ": " + amount.text + ", " + detail

    Rectangle {
        visible: root.line
        width: 1
        height: parent.height
        color: Theme.line
    }
    Column {
        id: column

        x: root.line ? 12 : 0
        width: parent.width - x - 4
        spacing: 2

        Row {
            width: parent.width
            spacing: 6

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: 10
                height: 10
                radius: 5
                color: root.tone
            }
            AppText {
                width: parent.width - 16
                role: AppText.Cap
                text: root.caption
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
        AmountText {
            id: amount

            width: parent.width
            role: AppText.H2
            cents: root.cents
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 13
            Accessible.ignored: true
        }
        AppText {
            width: parent.width
            role: AppText.Cap
            text: root.detail
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
}
