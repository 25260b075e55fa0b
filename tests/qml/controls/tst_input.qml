import QtQuick
import QtTest
import Turnus.Controls
import Turnus.Theme

TestCase {
    id: test

    name: "Input"
    when: windowShown
    width: 412
    height: 860
    visible: true

    Component {
        id: padComponent

        NumberPad {
            width: 380
        }
    }
    Component {
        id: displayComponent

        NumberDisplay {
            width: 380
            label: "Tassen"
        }
    }
    Component {
        id: gradeComponent

        GradePicker {
            objectName: "grade"
            width: 380
        }
    }
    Component {
        id: segmentComponent

        SegmentedControl {
            objectName: "seg"
            width: 380
            options: ["Ja", "Nein"]
        }
    }
    Component {
        id: fieldComponent

        AppTextField {
            width: 300
            label: "Wo"
        }
    }
    Component {
        id: boxComponent

        SignatureBox {
            objectName: "signature"
        }
    }
    Component {
        id: spyComponent

        SignalSpy {
        }
    }

    function touch(item: Item) {
        const sequence = touchEvent(item);
        sequence.press(0, item).commit();
        sequence.release(0, item).commit();
    }

    function type(pad: Item, keys: list<string>) {
        for (const key of keys)
            touch(findChild(pad, "pad." + key));
    }

    function test_padTypesWholeNumbersByTouch() {
        const pad = createTemporaryObject(padComponent, test);
        const accepted = createTemporaryObject(spyComponent, test, {
                "target": pad,
                "signalName": "accepted"
            });
        type(pad, ["2", "1", "4", "delete", "0", "ok"]);
        compare(pad.text, "210");
        compare(accepted.count, 1);
    }

    function test_padKeepsToItsDecimals() {
        const pad = createTemporaryObject(padComponent, test, {
                "decimals": 1
            });
        type(pad, ["comma", "9", "1", "comma"]);
        compare(pad.text, "0.9");
    }

    function test_padStopsAtItsDigits() {
        const pad = createTemporaryObject(padComponent, test, {
                "maximumDigits": 3
            });
        type(pad, ["1", "2", "3", "4"]);
        compare(pad.text, "123");
    }

    function test_padTakesAKeyboard() {
        const pad = createTemporaryObject(padComponent, test);
        pad.forceActiveFocus();
        keyClick("7");
        keyClick("8");
        keyClick(Qt.Key_Backspace);
        compare(pad.text, "7");
    }

    function test_keysAreLargeEnough() {
        const pad = createTemporaryObject(padComponent, test);
        for (let digit = 0; digit <= 9; ++digit) {
            const key = findChild(pad, "pad." + digit);
            verify(key.height >= 60 && key.width >= 60);
        }
    }

    function test_displayGroupsAsTheLocaleDoes() {
        const display = createTemporaryObject(displayComponent, test);
        compare(display.grouped("214380"), "214.380");
        compare(display.grouped("9.1"), "9,1");
        compare(display.grouped("9."), "9,");
        compare(display.grouped(""), "");
    }

    function test_gradeByTouchAndKeys() {
        const grades = createTemporaryObject(gradeComponent, test);
        touch(findChild(grades, "grade.4"));
        compare(grades.grade, 4);
        grades.forceActiveFocus();
        keyClick("2");
        compare(grades.grade, 2);
        keyClick(Qt.Key_Right);
        compare(grades.grade, 3);
        compare(grades.Accessible.name, "Zustand: 3, mittel");
    }

    function test_segmentsReportTheChoice() {
        const segments = createTemporaryObject(segmentComponent, test);
        const activated = createTemporaryObject(spyComponent, test, {
                "target": segments,
                "signalName": "activated"
            });
        touch(findChild(segments, "seg.1"));
        compare(segments.currentIndex, 1);
        keyClick(Qt.Key_Right);
        compare(activated.count, 1);
    }

    function test_fieldGrowsWithItsError() {
        const field = createTemporaryObject(fieldComponent, test);
        const before = field.implicitHeight;
        compare(before, 56);
        field.error = "Kleiner als zuletzt. Zähler getauscht? Bitte noch einmal ablesen.";
        tryVerify(() => field.implicitHeight >= before + 40);
    }

    function test_signatureIsDrawnByFinger() {
        const box = createTemporaryObject(boxComponent, test);
        const pad = box.pad;
        verify(!box.signed);
        const sequence = touchEvent(pad);
        sequence.press(0, pad, 20, 40).commit();
        sequence.move(0, pad, 60, 80).commit();
        sequence.move(0, pad, 120, 30).commit();
        sequence.release(0, pad, 120, 30).commit();
        compare(pad.strokeCount, 1);
        verify(box.signed);
        mousePress(pad, 200, 50);
        mouseMove(pad, 220, 60);
        mouseRelease(pad, 240, 60);
        compare(pad.strokeCount, 2);
        pad.undo();
        compare(pad.strokeCount, 1);
        const kept = pad.strokes;
        pad.clear();
        verify(!box.signed);
        pad.strokes = kept;
        verify(box.signed);
    }
}
