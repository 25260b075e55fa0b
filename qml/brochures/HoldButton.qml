pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import QtQuick.Templates as T
import Turnus.Controls
import Turnus.Theme

// Acts only after it was held for a while; a ring shows how long still. The Back key asks instead. Signal held().
T.AbstractButton {
    id: root

    property color ink: Theme.ink
    property int holdDuration: 900
    property real progress: 0

    signal held

    focusPolicy: Qt.NoFocus
    implicitWidth: text === "" ? 48 : words.implicitWidth + 64
    implicitHeight: 48
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("End the presentation: hold, or press Back")
    onPressedChanged: {
        if (pressed) {
            hold.restart();
        } else {
            hold.stop();
            progress = 0;
        }
    }

    NumberAnimation {
        id: hold

        target: root
        property: "progress"
        from: 0
        to: 1
        duration: root.holdDuration
        onFinished: root.held()
    }

    contentItem: Item {
        SmoothShape {
            width: 48
            height: 48

            ShapePath {
                strokeColor: root.progress > 0 ? root.ink : "transparent"
                strokeWidth: 3
                fillColor: "transparent"
                capStyle: ShapePath.RoundCap

                PathAngleArc {
                    centerX: 24
                    centerY: 24
                    radiusX: 20
                    radiusY: 20
                    startAngle: -90
                    sweepAngle: 360 * root.progress
                }
            }
        }
        Icon {
            x: 14
            y: 14
            name: "close"
            size: 20
            color: root.ink
        }
        AppText {
            id: words

            x: 52
            anchors.verticalCenter: parent.verticalCenter
            visible: root.text !== ""
            role: AppText.Sub
            color: root.ink
            text: root.text
            Accessible.ignored: true
        }
    }
    background: Item {
    }
}
