pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Turnus.Care
import Turnus.Controls

// Takes a complaint: what it is, and which unit it is about.
Sheet {
    id: root

    required property ComplaintsViewModel complaints

    title: qsTr("Take a complaint")
    subtitle: qsTr("Saved here, sent with the next sync.")
    contentSpacing: 12
    footer: BottomActionBar {
        objectName: "complaint.actions"
        primaryText: qsTr("Save the complaint")
        primaryBlockedReason: root.complaints.missing
        onPrimaryClicked: {
            if (root.complaints.take())
                root.close();
        }
    }

    Banner {
        width: parent.width
        visible: root.complaints.error !== ""
        tone: Banner.Danger
        text: root.complaints.error
    }
    AppTextArea {
        objectName: "complaint.what"
        width: parent.width
        label: qsTr("What does the customer complain of?")
        minimumLines: 2
        text: root.complaints.what
        onTextChanged: root.complaints.what = text
    }
    AppText {
        role: AppText.Label
        text: qsTr("Which unit?")
    }
    Flow {
        width: parent.width
        spacing: 8

        T.ButtonGroup {
            id: units

            exclusive: true
        }
        Repeater {
            model: root.complaints.units

            Chip {
                required property int index
                required property string modelData

                objectName: "complaint.unit." + index
                width: Math.min(implicitWidth, parent ? parent.width : implicitWidth)
                text: modelData
                checked: root.complaints.unit === index
                T.ButtonGroup.group: units
                onClicked: root.complaints.unit = index
            }
        }
    }
}
