pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls

// One event of a unit's history.
ListRow {
    id: root

    required property string day
    required property string year

    required title
    required iconName
    required value
    required property string detailText

    pressable: false
    subtitle: (day + " " + year).trim() + (detailText === "" ? "" : " · " + detailText)
}
