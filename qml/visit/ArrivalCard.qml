pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme
import Turnus.Visit

// When and how the arrival became known; can be corrected by hand.
Card {
    id: root

    required property VisitViewModel viewModel

    padding: 0

    Item {
        width: parent.width
        height: Math.max(64, words.implicitHeight + 16)

        Icon {
            x: 16
            anchors.verticalCenter: parent.verticalCenter
            name: "pin"
            color: Theme.ok
        }
        Column {
            id: words

            x: 52
            width: change.x - x - 4
            anchors.verticalCenter: parent.verticalCenter

            AppText {
                objectName: "visit.arrival"
                width: parent.width
                role: AppText.Strong
                lineHeight: Theme.px(20)
                text: root.viewModel.arrivalText
                elide: Text.ElideRight
            }
            AppText {
                width: parent.width
                role: AppText.Sub
                text: root.viewModel.arrivalDetail
                elide: Text.ElideRight
            }
        }
        LinkButton {
            id: change

            objectName: "visit.arrival.change"
            anchors.right: parent.right
            anchors.rightMargin: 16
            anchors.verticalCenter: parent.verticalCenter
            visible: !root.viewModel.completed
            text: qsTr("Change")
            onClicked: {
                const minute = root.viewModel.arrivalMinute;
                time.text = String(Math.floor(minute / 60)).padStart(2, "0") + ":" + String(minute % 60).padStart(2, "0");
                dialog.open();
            }
        }
    }
    AppDialog {
        id: dialog

        title: qsTr("When did you arrive?")
        text: qsTr("The time you enter counts; the position's word is dropped.")
        acceptText: qsTr("Save")
        onAccepted: {
            const parts = time.text.split(":");
            root.viewModel.correctArrival(Number(parts[0]) * 60 + Number(parts[1]));
        }

        AppTextField {
            id: time

            objectName: "visit.arrival.time"
            width: parent ? parent.width : 200
            label: qsTr("Time")
            tab: true
            inputMask: "99:99"
        }
    }
}
