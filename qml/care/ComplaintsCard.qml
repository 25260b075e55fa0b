pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Care
import Turnus.Controls

// What a customer complains of: each open complaint with its way to be settled, those settled lately, and a new one.
Card {
    id: root

    required property ComplaintsViewModel complaints

    // Closes what is open; false when nothing is.
    function closeSheet(): bool {
        const sheet = taking.opened ? taking : settling.opened ? settling : null;
        if (!sheet)
            return false;
        sheet.close();
        return true;
    }

    padding: 0

    Banner {
        objectName: "complaint.error"
        width: parent.width
        visible: root.complaints.error !== "" && !taking.visible && !settling.visible
        tone: Banner.Danger
        text: root.complaints.error
    }
    Repeater {
        id: open

        model: root.complaints.open

        ComplaintItem {
            required property int index

            objectName: "complaint.open." + index
            width: parent ? parent.width : 0
            separated: index > 0
            onSettleClicked: {
                root.complaints.beginSettling(index);
                settling.open();
            }
        }
    }
    Repeater {
        id: settled

        model: root.complaints.settled

        ComplaintItem {
            required property int index

            objectName: "complaint.settled." + index
            width: parent ? parent.width : 0
            settled: true
            separated: index > 0 || open.count > 0
        }
    }
    ListRow {
        objectName: "complaint.take"
        width: parent.width
        iconName: "chat"
        title: qsTr("Take a complaint")
        subtitle: qsTr("No recommendation until settled")
        separated: open.count + settled.count > 0
        chevron: true
        onClicked: {
            root.complaints.beginTaking();
            taking.open();
        }
    }
    ComplaintSheet {
        id: taking

        complaints: root.complaints
    }
    SettlementSheet {
        id: settling

        complaints: root.complaints
    }
}
