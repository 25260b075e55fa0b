pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls

// Title and examples below each other.
Column {
    id: root

    required property string title
    default property alias content: column.data

    spacing: 12

    AppText {
        role: AppText.H3
        font.letterSpacing: 0
        text: root.title
    }
    Column {
        id: column

        width: parent.width
        spacing: 12
    }
}
