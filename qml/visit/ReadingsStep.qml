pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme
import Turnus.Visit

// The meter with its judgement, and the condition grade. The pad's OK records the reading; a doubtful one is asked about.
StepFrame {
    id: root

    readonly property ReadingsViewModel readings: viewModel.readings
    property bool padShown: !readings.saved

    function proceed(): bool {
        if (readings.text === "" || readings.saved || readings.accept(false))
            return true;
        if (readings.asks)
            question.open();
        return false;
    }

    function series(): var {
        const points = [];
        for (const point of readings.points)
            points.push(Qt.point(point.x, point.y));
        return points;
    }

    function enter() {
        if (readings.accept(false))
            padShown = false;
        else if (readings.asks)
            question.open();
    }

    objectName: "readings"
    extraHeight: padShown ? pad.implicitHeight : 0
    bar.visible: !padShown
    spacing: 4
    bar.primaryBlockedReason: readings.grade === 0 ? qsTr("Still missing: the condition") : ""
    below: [
        NumberPad {
            id: pad

            objectName: "readings.pad"
            width: parent ? parent.width : 380
            visible: root.padShown
            text: root.readings.text
            okEnabled: root.readings.judged
            onEdited: root.readings.text = text
            onAccepted: root.enter()
        }
    ]

    NumberDisplay {
        objectName: "readings.display"
        width: parent.width
        label: root.readings.label
        detail: root.readings.lastText
        text: root.readings.text
        active: root.padShown
        side: [
            Sparkline {
                width: 128
                visible: points.length > 1
                points: root.series()
                tone: root.readings.asks ? Sparkline.Due : Sparkline.Ok
            }
        ]

        TapHandler {
            onTapped: root.padShown = true
        }
        Banner {
            objectName: "readings.judgement"
            width: parent.width
            compact: true
            visible: root.readings.judged
            tone: root.readings.tone
            lead: root.readings.lead
            text: root.readings.judgement
        }
    }
    LinkButton {
        objectName: "readings.exchanged"
        text: root.readings.exchanged ? qsTr("The meter was exchanged and began at zero") : qsTr("Meter exchanged or reset?")
        iconName: root.readings.exchanged ? "check" : "undo"
        onClicked: root.readings.exchanged = !root.readings.exchanged
    }
    SectionHeader {
        width: parent.width
        text: qsTr("Condition of the unit")
        detail: root.readings.lastGradeText
    }
    GradePicker {
        objectName: "readings.grade"
        width: parent.width
        grade: root.readings.grade
        onPicked: grade => root.readings.pickGrade(grade)
    }
    Row {
        x: 4
        width: parent.width - 8
        spacing: 8

        Icon {
            name: "info"
            size: 20
            color: root.readings.grade >= 4 ? Theme.due : Theme.ink2
        }
        AppText {
            width: parent.width - 28
            role: AppText.Sub
            text: root.readings.gradeHint
            wrapMode: Text.Wrap
        }
    }
    AppDialog {
        id: question

        objectName: "readings.question"
        title: root.readings.lead
        text: root.readings.judgement
        acceptText: qsTr("It is right")
        rejectText: qsTr("Correct it")
        onAccepted: {
            root.readings.accept(true);
            root.padShown = false;
        }
        onRejected: root.padShown = true
    }
}
