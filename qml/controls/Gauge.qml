pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Turnus.Theme

// Use of the expected life, 270°: green below 80 %, ochre below 100 %, then red. value (0.86), label, size 92.
Item {
    id: root

    required property real value
    property string label: qsTr("Use")
    property real size: 92
    readonly property color tone: value < 0.8 ? Theme.ok : value < 1 ? Theme.dueFill : Theme.danger
    //: percentage, %1 is a number
    readonly property string words: qsTr("%1%").arg(Math.round(value * 100))

    implicitWidth: size
    implicitHeight: size
    Accessible.role: Accessible.ProgressBar
    Accessible.name: label + " " + words

    SmoothShape {
        anchors.fill: parent

        ShapePath {
            strokeColor: Theme.sunk
            strokeWidth: root.size * 0.11
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap

            PathAngleArc {
                centerX: root.size / 2
                centerY: root.size / 2
                radiusX: root.size * 0.4
                radiusY: radiusX
                startAngle: 135
                sweepAngle: 270
            }
        }
        ShapePath {
            strokeColor: root.value > 0 ? root.tone : "transparent"
            strokeWidth: root.size * 0.11
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap

            PathAngleArc {
                centerX: root.size / 2
                centerY: root.size / 2
                radiusX: root.size * 0.4
                radiusY: radiusX
                startAngle: 135
                sweepAngle: Math.min(1, Math.max(0, root.value)) * 270
            }
        }
    }
    Column {
        anchors.centerIn: parent
        width: parent.width

        AppText {
            width: parent.width
            role: AppText.H2
            font.pixelSize: root.size * (root.value >= 0.995 ? 19 : 23) / 92
            font.weight: Font.Bold
            font.letterSpacing: -0.5
            lineHeight: root.size * 26 / 92
            text: root.words
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
        AppText {
            width: parent.width
            role: AppText.Cap
            font.pixelSize: 13
            lineHeight: 16
            text: root.label
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
    }
}
