import QtQuick
import QtTest
import Turnus.Controls
import Turnus.Theme

TestCase {
    id: test

    name: "Words"
    when: windowShown
    width: 412
    height: 860
    visible: true

    Component {
        id: buttonComponent

        AppButton {
            text: "Losfahren"
        }
    }
    Component {
        id: stepComponent

        StepRow {
            number: 7
            title: "Fotos"
        }
    }
    Component {
        id: amountComponent

        AmountText {
        }
    }
    Component {
        id: guardComponent

        ReferralGuard {
            objectName: "guard"
            findingDone: true
            repairDone: false
            photoDone: false
        }
    }
    Component {
        id: ringComponent

        SyncRing {
        }
    }
    Component {
        id: rowComponent

        ListRow {
            title: "Bericht"
            subtitle: "mit Unterschrift"
            syncState: SyncRing.Local
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

    function test_busyButtonKeepsItsWidthAndTakesNoClick() {
        const button = createTemporaryObject(buttonComponent, test);
        const clicked = spy(button, "clicked");
        const width = button.implicitWidth;
        button.busy = true;
        compare(button.implicitWidth, width);
        mouseClick(button);
        compare(clicked.count, 0);
        button.busy = false;
        mouseClick(button);
        compare(clicked.count, 1);
    }

    function test_blockedButtonSaysWhy() {
        const button = createTemporaryObject(buttonComponent, test);
        compare(button.implicitHeight, 56);
        button.blockedReason = "Es fehlt: Foto";
        verify(!button.enabled);
        compare(button.Accessible.description, "Es fehlt: Foto");
        verify(button.implicitHeight > 56);
    }

    function test_stepSpeaksNumberTitleAndState() {
        const step = createTemporaryObject(stepComponent, test, {
                "status": StepRow.Done
            });
        compare(step.Accessible.name, "Schritt 7: Fotos, erledigt");
        compare(step.implicitHeight, 60);
    }

    function test_amounts_data() {
        return [{
                "tag": "signed",
                "cents": 11900,
                "signed": true,
                "text": "+119,00\u00A0€"
            }, {
                "tag": "negative",
                "cents": -2411,
                "signed": false,
                "text": "\u221224,11\u00A0€"
            }, {
                "tag": "grouped",
                "cents": 123456789,
                "signed": false,
                "text": "1.234.567,89\u00A0€"
            }, {
                "tag": "nothing",
                "cents": 0,
                "signed": true,
                "text": "0,00\u00A0€"
            }];
    }

    function test_amounts(data) {
        const amount = createTemporaryObject(amountComponent, test, {
                "cents": data.cents,
                "signed": data.signed
            });
        compare(amount.text, data.text);
    }

    function test_unknownAmountIsNotZero() {
        const amount = createTemporaryObject(amountComponent, test, {
                "unknown": true
            });
        compare(amount.text, "unbekannt");
    }

    function test_guardOffersTheFirstMissingProof() {
        const guard = createTemporaryObject(guardComponent, test);
        const missing = spy(guard, "missingClicked");
        verify(!guard.open);
        mouseClick(findChild(guard, "guard.missing"));
        compare(missing.signalArguments[0][0], ReferralGuard.Repair);
        guard.repairDone = true;
        guard.photoDone = true;
        verify(guard.open);
        compare(guard.Accessible.name, "Beleg vollständig, 3 von 3");
    }

    function test_everySyncStateHasItsOwnShapeAndWord() {
        const seen = new Set();
        for (let state = SyncRing.Local; state <= SyncRing.Choose; ++state) {
            const ring = createTemporaryObject(ringComponent, test, {
                    "syncState": state
                });
            verify(ring.longWord !== "");
            tryCompare(ring, "status", Image.Ready);
            seen.add(ring.name + ring.shortWord);
        }
        compare(seen.size, 5);
    }

    function test_rowSpeaksEverythingOnIt() {
        const row = createTemporaryObject(rowComponent, test);
        compare(row.Accessible.name, "Bericht, mit Unterschrift, nur hier");
        verify(row.implicitHeight >= 56);
    }

    function test_largeTextMakesRowsGrow() {
        const row = createTemporaryObject(rowComponent, test);
        const normal = row.implicitHeight;
        Theme.textScale = 2;
        tryVerify(() => row.implicitHeight > normal);
        Theme.textScale = 1;
    }
}
