pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Turnus.Controls
import Turnus.Shell
import Turnus.Theme

// How far the person's rows have come: rows, bytes and the time left on a bar, which goes on where a cut stopped it.
Column {
    id: root

    required property SyncFace sync

    readonly property bool known: sync.arrival.rowsInAll > 0
    readonly property bool whole: known && sync.arrival.rows >= sync.arrival.rowsInAll

    function count(rows: int): string {
        return Number(rows).toLocaleString(Qt.locale(), "f", 0);
    }

    function megabytes(bytes: real): string {
        return (bytes / 1e6).toLocaleString(Qt.locale(), "f", 1);
    }

    function timeLeft(seconds: int): string {
        if (seconds < 0)
            return "";
        if (seconds <= 5)
            return qsTr("a few seconds left");
        if (seconds < 60)
            return qsTr("about %1 seconds left").arg(Math.ceil(seconds / 5) * 5);
        return qsTr("about %n minute(s) left", "", Math.ceil(seconds / 60));
    }

    spacing: 8

    AppText {
        objectName: "firstSync.rows"
        width: parent.width
        role: AppText.Strong
        wrapMode: Text.Wrap
        text: {
            if (root.whole)
                return qsTr("All %1 rows are here. Making them ready for the search.").arg(root.count(root.sync.arrival.rowsInAll));
            if (root.known)
                return qsTr("Your territory is arriving: %1 of %2 rows").arg(root.count(root.sync.arrival.rows)).arg(root.count(root.sync.arrival.rowsInAll));
            return qsTr("Contacting the server");
        }
    }
    ProgressTrack {
        objectName: "firstSync.track"
        width: parent.width
        visible: root.known
        thickness: 10
        fill: Theme.primary
        value: root.sync.arrival.share
        label: qsTr("First sync")
    }
    T.ProgressBar {
        id: waiting

        width: parent.width
        implicitHeight: 10
        visible: !root.known
        indeterminate: true
        Accessible.name: qsTr("First sync")

        background: Rectangle {
            radius: 5
            color: Theme.sunk
        }
        contentItem: Item {
            clip: true

            Rectangle {
                id: runner

                width: parent.width / 4
                height: parent.height
                radius: 5
                color: Theme.primary

                NumberAnimation on x  {
                    running: waiting.visible && !Theme.reducedMotion
                    from: -runner.width
                    to: waiting.width
                    duration: 1400
                    loops: Animation.Infinite
                }
            }
        }
    }
    AppText {
        objectName: "firstSync.bytes"
        width: parent.width
        visible: root.known
        role: AppText.Sub
        color: Theme.ink2
        wrapMode: Text.Wrap
        text: {
            const weight = qsTr("%1 of %2 MB").arg(root.megabytes(root.sync.arrival.bytes)).arg(root.megabytes(root.sync.arrival.bytesInAll));
            const left = root.whole ? "" : root.timeLeft(root.sync.arrival.secondsLeft);
            return left === "" ? weight : qsTr("%1, %2", "weight, time left").arg(weight).arg(left);
        }
    }
    AppText {
        objectName: "firstSync.before"
        width: parent.width
        visible: root.known && root.sync.arrival.rowsBefore > 0
        role: AppText.Sub
        color: Theme.ink2
        wrapMode: Text.Wrap
        text: qsTr("Goes on where it stopped: %1 rows were here already.").arg(root.count(root.sync.arrival.rowsBefore))
    }
}
