pragma Singleton
import QtQuick

// Colours, type, spaces and motion of the design system (roles as in DESIGN-SYSTEM.md).
// Settable: dark, sunlight (light theme, stronger second ink), reducedMotion, textScale (1.0 to 2.0).
// Type: use AppText { role: AppText.Body }; spaces and radii are plain numbers below.
QtObject {
    id: theme

    property bool dark: false
    property bool sunlight: false
    property bool reducedMotion: false
    property real textScale: 1.0
    // of the screen; the window keeps it: Theme.pixelRatio = Screen.devicePixelRatio
    property real pixelRatio: 1.0

    readonly property bool isDark: dark && !sunlight

    // ground and ink
    readonly property color ground: isDark ? "#0C1312" : "#F1F4F3"
    readonly property color surface: isDark ? "#172120" : "#FFFFFF"
    readonly property color sunk: isDark ? "#222E2C" : "#E6ECEA"
    readonly property color ink: isDark ? "#EFF4F2" : "#111A19"
    readonly property color ink2: sunlight ? ink : isDark ? "#BCC9C5" : "#3D4B49"
    readonly property color inkOff: isDark ? "#7F8E8A" : "#75827F"
    readonly property color line: isDark ? "#33413E" : "#CFD8D5"
    readonly property color lineStrong: isDark ? "#81928E" : "#73827E"
    // petrol: do
    readonly property color primary: isDark ? "#7FD0E0" : "#0B5365"
    readonly property color inkOnPrimary: isDark ? "#03252E" : "#FFFFFF"
    readonly property color primarySoft: isDark ? "#133E49" : "#D7EAEE"
    readonly property color inkOnPrimarySoft: isDark ? "#D3F0F6" : "#063A48"
    readonly property color hero: isDark ? "#0E3A46" : "#0A4452"
    readonly property color hero2: isDark ? "#144754" : "#0F5363"
    readonly property color inkOnHero: "#FFFFFF"
    readonly property color inkOnHero2: isDark ? "#C4DFE5" : "#CFE5EA"
    readonly property color inkOnHeroDue: "#FFD583"
    // ochre: due
    readonly property color due: isDark ? "#F4C466" : "#855400"
    readonly property color dueFill: isDark ? "#DDA233" : "#F1B33C"
    readonly property color dueLine: isDark ? "#DDA233" : "#A66B00"
    readonly property color dueSoft: isDark ? "#392B0D" : "#FCEED1"
    readonly property color inkOnDueSoft: isDark ? "#FCE6BC" : "#573700"
    readonly property color inkOnDueFill: "#241700"
    // green: confirmed
    readonly property color ok: isDark ? "#82D69D" : "#1B6A3A"
    readonly property color okSoft: isDark ? "#143624" : "#DCF0E1"
    readonly property color inkOnOkSoft: isDark ? "#CDEFD8" : "#0D4423"
    // red: emergency or loss only
    readonly property color danger: isDark ? "#FFA196" : "#B01E19"
    readonly property color dangerFill: isDark ? "#C9352C" : "#B01E19"
    readonly property color inkOnDanger: "#FFFFFF"
    readonly property color dangerSoft: isDark ? "#471714" : "#FBE4E1"
    readonly property color inkOnDangerSoft: isDark ? "#FFDAD5" : "#760F0C"
    // here only, snackbar, scrim
    readonly property color local: isDark ? "#D5DEDB" : "#33413F"
    readonly property color inverse: isDark ? "#E8EEEC" : "#1B2625"
    readonly property color inkOnInverse: isDark ? "#16201F" : "#F2F6F5"
    readonly property color scrim: isDark ? "#A3000000" : "#8F09100F"

    readonly property string family: "Turnus Sans"
    readonly property string tabFamily: "Turnus Sans Tab"

    // by AppText's roles: Num Display H1 H2 H3 Body Strong Label Sub Cap
    readonly property var sizes: [48, 38, 28, 20, 17, 16, 16, 15, 14, 13]
    readonly property var lineHeights: [56, 44, 36, 28, 24, 24, 24, 20, 20, 16]
    readonly property var weights: [Font.Bold, Font.Bold, Font.Bold, Font.DemiBold, Font.DemiBold, Font.Normal, Font.DemiBold, Font.DemiBold, Font.Medium, Font.Medium]
    readonly property var spacings: [-1, -0.8, -0.5, -0.2, -0.1, 0, 0, 0, 0, 0]

    readonly property int space4: 4
    readonly property int space8: 8
    readonly property int space12: 12
    readonly property int space16: 16
    readonly property int space20: 20
    readonly property int space24: 24

    readonly property int radiusPhoto: 2
    readonly property int radiusField: 12
    readonly property int radiusButton: 14
    readonly property int radiusCard: 16
    readonly property int radiusHero: 20
    readonly property int radiusSheet: 28

    readonly property int touchTarget: 48

    // From here on what stands at the right of a row goes below its words.
    readonly property bool stacked: textScale > 1.3
    readonly property real iconScale: Math.min(1.4, textScale)

    // Frame of controls: 1.5 px, whole pixels where a pixel is a pixel (uneven corners otherwise).
    readonly property real stroke: pixelRatio >= 1.5 ? 1.5 : 1

    // milliseconds; with Easing.OutCubic
    readonly property int pressDuration: reducedMotion ? 0 : 100
    readonly property int stateDuration: reducedMotion ? 0 : 200
    readonly property int pageDuration: reducedMotion ? 0 : 300

    // Rail and two panes from this width on.
    readonly property int wideFrom: 840

    function isWide(width: real): bool {
        return width >= wideFrom;
    }

    function margin(width: real): int {
        return isWide(width) ? space24 : space16;
    }

    // The size of a text that has no role of its own, grown with the user's choice.
    function px(size: real): int {
        return Math.round(size * textScale);
    }
}
