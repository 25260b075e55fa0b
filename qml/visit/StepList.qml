pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Shell
import Turnus.Theme
import Turnus.Visit

// Where the visit stands: arrival, progress, the steps.
Item {
    id: root

    required property VisitViewModel viewModel
    required property bool wide
    readonly property bool complaint: viewModel.dueNote !== null && viewModel.dueNote.complaint.open

    Flickable {
        width: parent.width
        height: parent.height - (bar.visible ? bar.height : 0)
        contentHeight: column.implicitHeight + 16
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: column

            x: 16
            width: parent.width - 32

            ArrivalCard {
                width: parent.width
                visible: !root.wide
                viewModel: root.viewModel
            }
            Item {
                width: parent.width
                height: root.wide ? 4 : 16
            }
            Item {
                x: 4
                width: parent.width - 8
                height: Math.max(words.implicitHeight, since.implicitHeight) + 8

                AppText {
                    id: words

                    role: AppText.H3
                    text: root.viewModel.completed ? qsTr("Visit completed") : qsTr("%1 of %2 steps").arg(root.viewModel.stepsDone).arg(root.viewModel.stepCount)
                }
                AppText {
                    id: since

                    anchors.right: parent.right
                    anchors.baseline: words.baseline
                    role: AppText.Sub
                    text: root.viewModel.onSiteText
                }
            }
            ProgressSegments {
                x: 4
                width: parent.width - 8
                total: root.viewModel.stepCount
                done: root.viewModel.stepsDone
                current: root.viewModel.currentStep
            }
            Item {
                width: 1
                height: 12
            }
            Card {
                width: parent.width
                padding: 0

                Repeater {
                    id: steps

                    model: root.viewModel.steps

                    StepRow {
                        id: row

                        required property int index
                        required property int step
                        required subtitle
                        required status
                        required syncState

                        objectName: "visit.step." + step
                        width: parent.width
                        tall: root.wide
                        separated: index > 0
                        roundTop: index === 0
                        roundBottom: index === steps.count - 1
                        highlighted: root.wide ? step === root.viewModel.openStep : status === StepRow.Now
                        onClicked: root.viewModel.openRow(row.index)
                    }
                }
            }
            Item {
                width: 1
                height: 12
            }
            Card {
                width: parent.width
                padding: 0
                visible: Session.navigator.has("customer")

                ListRow {
                    objectName: "visit.complaints"
                    width: parent.width
                    iconName: root.complaint ? "warn" : "chat"
                    iconColor: root.complaint ? Theme.danger : Theme.primary
                    title: qsTr("Complaints")
                    subtitle: root.viewModel.dueNote ? root.viewModel.dueNote.complaint.summary : ""
                    chevron: true
                    onClicked: Session.navigator.open("customer", root.viewModel.customerId, root.viewModel.visitId)
                }
            }
            Item {
                width: 1
                height: 10
            }
            Repeater {
                model: [{
                        "icon": "lock",
                        "text": qsTr("Every step is saved, also without a network.")
                    }, {
                        "icon": "pin",
                        "text": qsTr("Position at arrival only.")
                    }]

                Row {
                    id: promise

                    required property var modelData

                    x: 4
                    spacing: 8

                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        name: promise.modelData.icon
                        size: 16
                        color: Theme.ink2
                    }
                    AppText {
                        role: AppText.Cap
                        lineHeight: Theme.px(20)
                        text: promise.modelData.text
                    }
                }
            }
        }
    }
    BottomActionBar {
        id: bar

        objectName: "visit.actions"
        y: parent.height - height
        width: parent.width
        visible: !root.wide
        primaryText: root.viewModel.completed ? qsTr("Back to today") : qsTr("Continue: %1").arg(root.viewModel.currentTitle)
        primaryTrailingIcon: root.viewModel.completed ? "" : "fwd"
        helperIcon: root.viewModel.completed ? "" : "cam"
        helperLabel: qsTr("Add a photo")
        onPrimaryClicked: {
            if (root.viewModel.completed)
                Session.navigator.back();
            else
                root.viewModel.openCurrent();
        }
        onHelperClicked: root.viewModel.openStep = VisitViewModel.Photos
    }
}
