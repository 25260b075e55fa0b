pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Asset
import Turnus.Controls
import Turnus.Theme

// When the unit will be due, and how sure that is. "Not due" is said as clearly as "due".
Card {
    id: root

    required property forecastFace forecast
    readonly property bool keep: forecast.status === 0

    Item {
        width: parent.width
        height: Math.max(headline.implicitHeight, badge.height)

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.keep
            name: "check"
            size: 22
            color: Theme.ok
        }
        AppText {
            id: headline

            objectName: "asset.headline"
            x: root.keep ? 30 : 0
            width: badge.x - x - 8
            anchors.verticalCenter: parent.verticalCenter
            role: AppText.H3
            text: root.forecast.headline
            wrapMode: Text.Wrap
        }
        Badge {
            id: badge

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            tone: root.keep ? Badge.Ok : root.forecast.status === 3 ? Badge.Danger : Badge.Due
            text: root.forecast.window
        }
    }
    AppText {
        objectName: "asset.range"
        width: parent.width
        role: AppText.Sub
        text: root.forecast.range
        wrapMode: Text.Wrap
    }
    Item {
        width: 1
        height: 8
    }
    ForecastAxis {
        objectName: "asset.axis"
        width: parent.width
        p10: root.forecast.p10
        p50: root.forecast.p50
        p90: root.forecast.p90
        span: root.forecast.span
        curve: root.forecast.curve
        p10Label: root.forecast.p10Label
        p50Label: root.forecast.p50Label
        p90Label: root.forecast.p90Label
        tickMonths: root.forecast.tickMonths
        tickLabels: root.forecast.tickLabels
        sentence: root.forecast.sentence
    }
}
