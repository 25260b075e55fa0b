pragma ComponentBehavior: Bound
import QtQuick

Column {
    id: root

    spacing: 24
}
