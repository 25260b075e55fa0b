pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme
import Turnus.Visit

// The service report as the customer sees it.
Card {
    id: root

    required property ReportViewModel report
    required property PhotoModel photos

    signal wholeClicked

    radius: 4
    padding: 18

    Item {
        width: parent.width
        height: 36

        // an icon, not the Mark: the software renderer leaves traces of a Shape that scrolls below a clip
        Icon {
            name: "doc"
            color: Theme.primary
        }
        AppText {
            x: 32
            role: AppText.H3
            text: qsTr("Service report")
        }
        AppText {
            anchors.right: parent.right
            role: AppText.Sub
            text: root.report.dateText
        }
    }
    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    Repeater {
        model: root.report.lines

        Item {
            id: line

            required property string label
            required property string text
            required property bool firstOfBlock

            width: parent.width
            height: words.implicitHeight + (firstOfBlock ? 17 : 0) + (y < 60 ? 8 : 0)

            Rectangle {
                y: 8
                visible: line.firstOfBlock
                width: parent.width
                height: 1
                color: Theme.line
            }
            AppText {
                y: words.y
                width: 84
                role: AppText.Sub
                text: line.label
                elide: Text.ElideRight
            }
            AppText {
                id: words

                x: 88
                y: parent.height - height
                width: parent.width - x
                role: AppText.Sub
                text: line.text
                color: Theme.ink
                wrapMode: Text.Wrap
            }
        }
    }
    Row {
        topPadding: 12
        spacing: 4
        visible: pictures.count > 0

        Repeater {
            id: pictures

            model: root.photos

            Image {
                required property url source
                required property int index

                visible: index < 4
                width: 66
                height: 50
                sourceSize.width: 66
                sourceSize.height: 50
                fillMode: Image.PreserveAspectCrop
                asynchronous: true
            }
        }
        AppText {
            anchors.verticalCenter: parent.verticalCenter
            leftPadding: 12
            visible: pictures.count > 4
            role: AppText.Sub
            text: "+ " + (pictures.count - 4)
        }
    }
    LinkButton {
        objectName: "report.whole"
        text: qsTr("Show the whole report")
        onClicked: root.wholeClicked()
    }
}
