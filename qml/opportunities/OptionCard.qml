pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Turnus.Controls
import Turnus.Theme

// One unit to choose. Signal clicked().
T.AbstractButton {
    id: root

    required property string rank
    required property string name
    required property string capacity
    required property string summary
    required property string price
    required property bool priceKnown
    required property string fit
    required property bool fits
    required property url picture
    required property bool chosen

    focusPolicy: Qt.StrongFocus
    implicitWidth: 121
    implicitHeight: column.implicitHeight + 20
    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: chosen
    Accessible.name: rank + ", " + name + ", " + price + ", " + fit
    Accessible.description: capacity + " " + summary

    background: Rectangle {
        radius: Theme.radiusCard
        color: root.down ? Theme.sunk : Theme.surface
        border.width: root.chosen ? 3 : 1.5
        border.color: root.chosen ? Theme.primary : Theme.lineStrong

        FocusRing {
            shown: root.visualFocus
            cornerRadius: parent.radius
        }
    }
    contentItem: Item {
        Column {
            id: column

            x: 6
            y: 10
            width: parent.width - 12
            spacing: 2

            AppText {
                width: parent.width
                role: AppText.Cap
                color: root.chosen ? Theme.primary : Theme.ink2
                text: root.rank
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
            AppText {
                width: parent.width
                role: AppText.H3
                text: root.name
                horizontalAlignment: Text.AlignHCenter
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            Item {
                width: parent.width
                height: 84

                Image {
                    id: image

                    anchors.fill: parent
                    anchors.margins: 4
                    source: root.picture
                    sourceSize.height: 168
                    fillMode: Image.PreserveAspectFit
                    asynchronous: true
                }
                Icon {
                    anchors.centerIn: parent
                    visible: image.status !== Image.Ready
                    name: "cup"
                    size: 36
                    color: Theme.ink2
                }
            }
            AppText {
                width: parent.width
                role: AppText.Cap
                text: root.capacity
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
            AppText {
                width: parent.width
                role: AppText.Cap
                text: root.summary
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            AppText {
                width: parent.width
                topPadding: 4
                role: root.priceKnown ? AppText.H3 : AppText.Sub
                tab: true
                text: root.price
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
            Badge {
                anchors.horizontalCenter: parent.horizontalCenter
                tone: root.fits ? Badge.Info : Badge.Neutral
                text: root.fit
            }
        }
    }
}
