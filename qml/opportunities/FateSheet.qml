pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Opportunities
import Turnus.Theme

// What became of one referral: who did what when.
Sheet {
    id: root

    required property ReferralsViewModel viewModel

    title: viewModel.shownTitle
    subtitle: viewModel.shownDetail

    Repeater {
        model: root.viewModel.steps

        Item {
            id: step

            required property int index
            required property string title
            required property string detail
            required property string day
            required property bool last

            objectName: "referral.step." + index
            width: parent ? parent.width : 0
            height: Math.max(56, words.implicitHeight + 20)
            Accessible.role: Accessible.ListItem
            Accessible.name: step.title + ", " + step.day + ", " + step.detail

            Rectangle {
                x: 15
                width: 2
                y: step.index === 0 ? parent.height / 2 : 0
                height: parent.height - y - (step.last ? parent.height / 2 : 0)
                color: Theme.line
            }
            StepNode {
                anchors.verticalCenter: parent.verticalCenter
                status: step.last ? StepRow.Now : StepRow.Done
                iconName: step.last ? "flag" : "tick"
            }
            Column {
                id: words

                x: 44
                width: parent.width - x
                anchors.verticalCenter: parent.verticalCenter

                Line {
                    width: parent.width
                    leading: step.title
                    trailing: step.day
                    strongLeading: true
                }
                AppText {
                    width: parent.width
                    visible: text !== ""
                    role: AppText.Sub
                    text: step.detail
                    wrapMode: Text.Wrap
                    Accessible.ignored: true
                }
            }
        }
    }
    Item {
        width: 1
        height: 16
    }
}
