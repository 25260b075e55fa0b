pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Shell
import Turnus.Theme
import Turnus.Visit

// On the way: where it goes, and the arrival, by position or by hand.
Item {
    id: root

    required property VisitViewModel viewModel
    required property bool wide

    Column {
        x: root.wide ? 24 : 16
        y: 8
        width: Math.min(parent.width - 2 * x, 640)
        spacing: 12

        HeroCard {
            width: parent.width
            spacing: 4

            Item {
                width: parent.width
                height: Math.max(way.implicitHeight, 24)

                AppText {
                    id: way

                    anchors.verticalCenter: parent.verticalCenter
                    role: AppText.Label
                    text: root.viewModel.driving ? qsTr("On the way") : qsTr("Planned")
                    color: Theme.inkOnHero2
                }
                ReadinessBadge {
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    visible: root.viewModel.readiness.known
                    readiness: root.viewModel.readiness
                    onClicked: sheet.open()
                }
            }
            AppText {
                width: parent.width
                role: AppText.H1
                text: root.viewModel.title
                color: Theme.inkOnHero
                wrapMode: Text.Wrap
            }
            AppText {
                width: parent.width
                role: AppText.Sub
                text: root.viewModel.address
                color: Theme.inkOnHero2
                wrapMode: Text.Wrap
            }
        }
        Banner {
            objectName: "arrive.position"
            width: parent.width
            iconName: "pin"
            tone: Banner.Info
            text: root.viewModel.searching ? qsTr("Looking where you are …") : root.viewModel.distanceText
            visible: text !== ""
            actionText: root.viewModel.searching ? "" : qsTr("Look again")
            onActionClicked: root.viewModel.lookForArrival()
        }
        Card {
            width: parent.width
            visible: root.viewModel.accessNote !== ""

            AppText {
                width: parent.width
                role: AppText.Label
                text: qsTr("How to get in")
            }
            AppText {
                width: parent.width
                text: root.viewModel.accessNote
                wrapMode: Text.Wrap
            }
        }
        Row {
            x: 4
            spacing: 8

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: "pin"
                size: 16
                color: Theme.ink2
            }
            AppText {
                role: AppText.Cap
                lineHeight: Theme.px(20)
                text: qsTr("Position at arrival only.")
            }
        }
    }
    ReadinessSheet {
        id: sheet

        readiness: root.viewModel.readiness
    }
    BottomActionBar {
        objectName: "arrive.actions"
        y: parent.height - height
        width: parent.width
        primaryText: qsTr("I am here")
        primaryIcon: "pin"
        helperText: root.viewModel.driving ? "" : qsTr("Start driving")
        onHelperClicked: root.viewModel.startDriving()
        onPrimaryClicked: root.viewModel.arriveByHand()
    }
}
