pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// A bonus that waits: what and whose, how much and since when. pickable: shows the one under review.
ListRow {
    id: root

    required property int index
    required property double line
    required property string who
    required property string amount
    required property string since
    required property bool selected
    property bool pickable: false

    objectName: "team.queue." + index
    implicitHeight: Math.max(72, Theme.px(40) + 20)
    separated: true
    highlighted: pickable && selected
    subtitle: who
    detail: since
    value: amount
    chevron: true
}
