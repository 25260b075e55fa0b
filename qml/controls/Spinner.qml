pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// The turning ring of a short wait (buttons, pull to refresh). size, color. Stands still with reduced motion.
Icon {
    id: root

    name: "spinner"
    size: 22

    RotationAnimator on rotation  {
        running: root.visible && !Theme.reducedMotion
        from: 0
        to: 360
        duration: 900
        loops: Animation.Infinite
    }
}
