pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Shell
import Turnus.Theme
import Turnus.Today

// What comes next, and why it matters.
HeroCard {
    id: root

    required property TodayViewModel viewModel

    signal readinessAsked

    objectName: "today.hero"
    emergency: viewModel.emergency

    Item {
        width: parent.width
        height: Math.max(kind.implicitHeight, 24)

        Icon {
            id: siren

            visible: root.emergency
            anchors.verticalCenter: parent.verticalCenter
            name: "siren"
            color: Theme.inkOnHero
        }
        AppText {
            id: kind

            x: root.emergency ? 32 : 0
            anchors.verticalCenter: parent.verticalCenter
            role: AppText.Label
            text: root.emergency ? qsTr("Emergency") : root.viewModel.onSite ? qsTr("On site") : root.viewModel.underWay ? qsTr("On the way") : qsTr("Next up")
            color: root.emergency ? Theme.inkOnHero : Theme.inkOnHero2
        }
        ReadinessBadge {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            visible: !root.emergency
            readiness: root.viewModel.readiness
            onClicked: root.readinessAsked()
        }
        AppText {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            visible: root.emergency
            role: AppText.Label
            text: root.viewModel.promiseText !== "" ? root.viewModel.promiseText : root.viewModel.nextTime
            color: Theme.inkOnHero
        }
    }
    Item {
        width: 1
        height: 8
    }
    AppText {
        width: parent.width
        visible: !root.emergency
        role: AppText.Display
        text: root.viewModel.nextTime
        color: Theme.inkOnHero
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 24
    }
    Item {
        width: 1
        height: 4
    }
    Item {
        id: where

        readonly property bool stacked: name.implicitWidth + distance.width + 12 > width

        width: parent.width
        height: name.height + (stacked && distance.visible ? 20 + address.height : address.height)

        AppText {
            id: name

            width: where.stacked ? parent.width : parent.width - distance.width - 12
            role: root.emergency ? AppText.H1 : AppText.H2
            text: root.viewModel.nextName
            color: Theme.inkOnHero
            elide: Text.ElideRight
        }
        AppText {
            id: address

            y: name.height
            width: parent.width
            role: AppText.Sub
            text: root.viewModel.nextAddress
            color: root.emergency ? Theme.inkOnHero : Theme.inkOnHero2
            elide: Text.ElideRight
        }
        Row {
            id: distance

            x: where.stacked ? 0 : parent.width - width
            y: where.stacked ? address.y + address.height : (name.height - height) / 2 + 1
            visible: words.text !== ""
            spacing: 6
            Accessible.role: Accessible.StaticText
            Accessible.name: words.text

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.viewModel.nextBearing >= 0
                name: "go"
                smooth: true
                size: 16
                color: Theme.inkOnHero
                // the arrow is drawn towards the north-east
                rotation: root.viewModel.nextBearing - 45
            }
            AppText {
                id: words

                objectName: "today.distance"
                role: AppText.Label
                text: root.viewModel.nextDistance
                color: Theme.inkOnHero
                Accessible.ignored: true
            }
        }
    }
    Item {
        width: 1
        height: 16
        visible: whys.count > 0
    }
    Rectangle {
        width: parent.width
        height: reasons.implicitHeight + 24
        visible: whys.count > 0
        radius: 12
        color: root.emergency ? Qt.alpha("black", 0.18) : Theme.hero2

        Column {
            id: reasons

            x: 14
            y: 12
            width: parent.width - 28
            spacing: 6

            AppText {
                role: AppText.Cap
                text: root.emergency ? qsTr("What happened?") : qsTr("Why today?")
                color: root.emergency ? Theme.inkOnHero : Theme.inkOnHero2
            }
            Repeater {
                id: whys

                model: root.viewModel.whys

                WhyLine {
                    width: reasons.width
                    emergency: root.emergency
                }
            }
        }
    }
}
