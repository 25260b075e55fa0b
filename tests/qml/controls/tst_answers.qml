import QtQuick
import QtTest
import Turnus.Controls

TestCase {
    id: test

    name: "Answers"
    when: windowShown
    width: 412
    height: 860
    visible: true

    Component {
        id: ledgerComponent

        LedgerRow {
            objectName: "entry"
            title: "Kauf BK 620"
            cents: 11900
        }
    }
    Component {
        id: dialogComponent

        AppDialog {
            title: "Abmelden?"
        }
    }
    Component {
        id: conflictComponent

        ConflictCard {
            objectName: "conflict"
            title: "Telefon"
            mineCaption: "Sie"
            mine: "1"
            theirsCaption: "Büro"
            theirs: "2"
        }
    }
    Component {
        id: snackbarComponent

        Snackbar {
        }
    }
    Component {
        id: spyComponent

        SignalSpy {
        }
    }

    function spy(target: QtObject, signalName: string): QtObject {
        return createTemporaryObject(spyComponent, test, {
                "target": target,
                "signalName": signalName
            });
    }

    function test_ledgerRowOpensToItsEvidence() {
        const row = createTemporaryObject(ledgerComponent, test, {
                "lines": ["11.900 € × 1 %"]
            });
        const disputed = spy(row, "disputeClicked");
        const closed = row.implicitHeight;
        row.expanded = true;
        tryVerify(() => row.implicitHeight > closed + 60);
        waitForRendering(row);
        mouseClick(findChild(row, "entry.dispute"));
        compare(disputed.count, 1);
        row.expanded = false;
        tryCompare(row, "implicitHeight", closed);
    }

    function test_dialogEscapesToTheSafeAnswer() {
        const dialog = createTemporaryObject(dialogComponent, test);
        const accepted = spy(dialog, "accepted");
        const rejected = spy(dialog, "rejected");
        dialog.open();
        tryCompare(dialog, "opened", true);
        keyClick(Qt.Key_Escape);
        tryCompare(rejected, "count", 1);
        compare(accepted.count, 0);
        tryCompare(dialog, "visible", false);
        dialog.open();
        tryCompare(dialog, "opened", true);
        dialog.answer(true);
        tryCompare(dialog, "visible", false);
        compare(accepted.count, 1);
        compare(rejected.count, 1);
    }

    function test_conflictTakesWhatWasPicked() {
        const card = createTemporaryObject(conflictComponent, test);
        const chosen = spy(card, "chosen");
        mouseClick(findChild(card, "conflict.theirs"));
        mouseClick(findChild(card, "conflict.take"));
        mouseClick(findChild(card, "conflict.both"));
        compare(chosen.signalArguments[0][0], ConflictCard.Theirs);
        compare(chosen.signalArguments[1][0], ConflictCard.Both);
    }

    function test_snackbarUndoes() {
        const snackbar = createTemporaryObject(snackbarComponent, test);
        const acted = spy(snackbar, "acted");
        const expired = spy(snackbar, "expired");
        snackbar.show("Gespeichert", "Rückgängig");
        tryCompare(snackbar, "opened", true);
        mouseClick(findChild(snackbar.contentItem, "snackbar.action"));
        compare(acted.count, 1);
        tryCompare(snackbar, "visible", false);
        compare(expired.count, 0);
    }

    function test_snackbarWithoutActionShowsNone() {
        const snackbar = createTemporaryObject(snackbarComponent, test);
        snackbar.show("Gespeichert");
        tryCompare(snackbar, "opened", true);
        verify(!findChild(snackbar.contentItem, "snackbar.action").visible);
        snackbar.close();
        tryCompare(snackbar, "visible", false);
    }
}
