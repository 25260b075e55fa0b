pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import QtQuick.Window
import Turnus.Theme

// Bottom drawer over the page, with handle and close. title, subtitle; default children: a column in a Flickable
// (16 px margins, contentSpacing); footer: item at the bottom (BottomActionBar). open(), close(), signal closed(). Escape closes.
T.Drawer {
    id: root

    property string title: ""
    property string subtitle: ""
    property Item footer: null
    default property alias content: column.data
    property alias contentSpacing: column.spacing

    // over the whole window, wherever it was declared
    onAboutToShow: parent = parent.Window.window.contentItem
    edge: Qt.BottomEdge
    modal: true
    dim: true
    focus: true
    width: parent ? parent.width : 412
    leftPadding: Math.max(0, (width - 720) / 2)
    rightPadding: leftPadding
    height: parent ? Math.min(parent.height - 24, inner.implicitHeight) : 400
    dragMargin: 0
    onFooterChanged: if (footer)
        footer.parent = footerSlot

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
    background: Item {
        clip: true

        // the lower corners are round too, below the edge
        Rectangle {
            x: root.leftPadding
            width: parent.width - 2 * x
            height: parent.height + 28
            radius: Theme.radiusSheet
            color: Theme.surface
        }
    }
    contentItem: Item {
        id: inner

        implicitHeight: header.height + column.implicitHeight + 16 + footerSlot.height
        Accessible.role: Accessible.Dialog
        Accessible.name: root.title

        Item {
            id: header

            width: parent.width
            height: Math.max(34 + words.implicitHeight, 68)

            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                y: 10
                width: 48
                height: 4
                radius: 2
                color: Theme.lineStrong
            }
            Column {
                id: words

                x: 20
                y: 22
                width: parent.width - x - 72

                AppText {
                    width: parent.width
                    role: AppText.H2
                    text: root.title
                    wrapMode: Text.Wrap
                }
                AppText {
                    width: parent.width
                    visible: root.subtitle !== ""
                    role: AppText.Sub
                    text: root.subtitle
                    wrapMode: Text.Wrap
                }
            }
            IconButton {
                objectName: "sheet.close"
                x: parent.width - width - 12
                y: 18
                iconName: "close"
                label: qsTr("Close")
                onClicked: root.close()
            }
        }
        Flickable {
            y: header.height
            width: parent.width
            height: parent.height - header.height - footerSlot.height
            clip: true
            contentHeight: column.implicitHeight + 16
            boundsBehavior: Flickable.StopAtBounds

            Column {
                id: column

                x: 16
                width: parent.width - 32
            }
        }
        Item {
            id: footerSlot

            anchors.bottom: parent.bottom
            width: parent.width
            height: root.footer ? root.footer.implicitHeight : 0

            Binding {
                target: root.footer
                property: "width"
                value: footerSlot.width
                when: root.footer !== null
            }
        }
    }
    enter: Transition {
        SmoothedAnimation {
            velocity: -1
            duration: Theme.pageDuration
        }
    }
    exit: Transition {
        SmoothedAnimation {
            velocity: -1
            duration: Theme.pageDuration
        }
    }
}
