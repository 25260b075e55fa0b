pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Turnus.Theme

// When a replacement is due: today, P10–P90 as a band, P50 as a line. p10, p50, p90 in months from today, span: months
// shown (18); curve: points (month, density 0…1) from C++, else drawn from the three; p10Label ("Feb."), p50Label
// ("July 2026"), p90Label; tickMonths and tickLabels below the axis. sentence: the same in words, spoken.
Item {
    id: root

    required property real p10
    required property real p50
    required property real p90
    property real span: 18
    property var curve: []
    property string p10Label: ""
    property string p50Label: ""
    property string p90Label: ""
    property list<real> tickMonths
    property list<string> tickLabels
    property string sentence: ""
    readonly property real base: height - 28
    readonly property real crest: 30
    readonly property real todayX: 10
    // the hill begins at once: "today" goes to the top, beside the P50 label
    readonly property bool dueNow: p10 < 1

    function xAt(month: real): real {
        return todayX + Math.min(1, Math.max(0, month / span)) * (width - 2 * todayX);
    }

    function density(month: real): real {
        const spread = Math.max(0.2, (month < p50 ? p50 - p10 : p90 - p50) / 1.2816);
        return Math.exp(-0.5 * Math.pow((month - p50) / spread, 2));
    }

    // How high the hill gets left of a point.
    function heightUpTo(x: real): real {
        const until = (x - todayX) / (width - 2 * todayX) * span;
        let most = 0;
        if (curve.length > 1) {
            for (const point of curve) {
                if (point.x <= until)
                    most = Math.max(most, point.y);
            }
        } else {
            most = density(Math.min(until, p50));
        }
        return most * (base - crest);
    }

    // The hill between two months, closed along the axis.
    function ridge(from: real, to: real): var {
        const points = [Qt.point(xAt(from), base)];
        if (curve.length > 1) {
            for (const point of curve) {
                if (point.x >= from && point.x <= to)
                    points.push(Qt.point(xAt(point.x), base - point.y * (base - crest)));
            }
        } else {
            for (let i = 0; i <= 72; ++i) {
                const month = from + (to - from) * i / 72;
                points.push(Qt.point(xAt(month), base - density(month) * (base - crest)));
            }
        }
        points.push(Qt.point(xAt(to), base));
        return points;
    }

    implicitWidth: 348
    implicitHeight: 136
    Accessible.role: Accessible.Graphic
    Accessible.name: sentence !== "" ? sentence : qsTr("Most likely %1").arg(p50Label)

    SmoothShape {
        anchors.fill: parent

        ShapePath {
            strokeColor: "transparent"
            fillColor: Qt.alpha(Theme.dueFill, 0.22)

            PathPolyline {
                path: root.ridge(0, root.span)
            }
        }
        ShapePath {
            strokeColor: "transparent"
            fillColor: Qt.alpha(Theme.dueFill, 0.85)

            PathPolyline {
                path: root.ridge(Math.max(0, root.p10), Math.min(root.span, root.p90))
            }
        }
        ShapePath {
            strokeColor: Theme.dueLine
            strokeWidth: 2
            fillColor: "transparent"
            capStyle: ShapePath.FlatCap
            strokeStyle: ShapePath.DashLine
            dashPattern: [1.5, 1.5]
            startX: root.xAt(root.p10)
            startY: root.base

            PathLine {
                relativeX: 0
                relativeY: -42
            }
        }
        ShapePath {
            strokeColor: Theme.dueLine
            strokeWidth: 2
            fillColor: "transparent"
            capStyle: ShapePath.FlatCap
            strokeStyle: ShapePath.DashLine
            dashPattern: [1.5, 1.5]
            startX: root.xAt(root.p90)
            startY: root.base

            PathLine {
                relativeX: 0
                relativeY: -42
            }
        }
    }
    Rectangle {
        x: root.todayX
        y: root.base - 1
        width: root.width - 2 * x
        height: 2
        color: Theme.lineStrong
    }
    Repeater {
        model: root.tickMonths.length

        Rectangle {
            id: tick

            required property int index

            x: root.xAt(root.tickMonths[index]) - 1
            y: root.base
            width: 2
            height: 6
            color: Theme.lineStrong

            AxisLabel {
                x: Math.max(-tick.x, Math.min(root.width - tick.x - width, 1 - width / 2))
                y: 8
                font.weight: Font.Medium
                text: root.tickLabels.length > tick.index ? root.tickLabels[tick.index] : ""
                color: Theme.ink2
            }
        }
    }
    AxisLabel {
        id: p10Text

        readonly property bool beside: root.xAt(root.p10) - width - 5 > 0

        // without room at the left of its line it stands on the hill, on paper of its own
        z: beside ? 0 : 1
        x: beside ? root.xAt(root.p10) - width - 5 : root.dueNow ? root.todayX + 5 : 0
        y: beside ? root.base - 50 : Math.max(24, Math.min(root.base - 50, root.base - root.heightUpTo(x + width) - 18))
        visible: text !== ""
        text: root.p10Label
        color: Theme.due

        Rectangle {
            z: -1
            x: -3
            width: parent.width + 6
            height: parent.height
            visible: !p10Text.beside
            radius: 4
            color: Qt.alpha(Theme.surface, 0.9)
        }
    }
    AxisLabel {
        readonly property bool beside: root.xAt(root.p90) + 5 + width <= root.width

        x: beside ? root.xAt(root.p90) + 5 : root.width - width
        y: beside ? root.base - 50 : root.base - root.density(Math.min(root.p90, root.span)) * (root.base - root.crest) - 20
        text: root.p90Label
        color: Theme.due
    }
    Rectangle {
        x: root.todayX - 1.5
        y: root.dueNow ? 26 : root.base - 34
        width: 3
        height: root.base + 6 - y
        radius: 1.5
        color: Theme.primary
    }
    AxisLabel {
        id: todayText

        x: 6
        // above the P10 word where the two would meet
        y: root.dueNow ? 5 : p10Text.visible && p10Text.x < x + width + 4 ? Math.max(5, p10Text.y - 18) : root.base - 55
        font.weight: Font.Bold
        text: qsTr("Today")
        color: Theme.primary
    }
    Rectangle {
        x: root.xAt(root.p50) - 1.5
        y: 26
        width: 3
        height: root.base - 26
        color: Theme.ink
    }
    Rectangle {
        x: root.xAt(root.p50) - 7
        y: root.base - 7
        width: 14
        height: 14
        radius: 7
        color: Theme.ink
        border.width: 2
        border.color: Theme.surface
    }
    AxisLabel {
        x: Math.max(root.dueNow ? todayText.x + todayText.width + 10 : 0, Math.min(root.width - width, root.xAt(root.p50) - width / 2))
        y: 5
        font.pixelSize: 14
        font.weight: Font.Bold
        text: root.p50Label
    }
}
