pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Forecast
import Turnus.Theme

// Products that fail much more often than the manufacturer's figure lets expect; says so when there are none.
Card {
    id: root

    required property OutlookViewModel viewModel

    padding: 0
    topPadding: 4
    bottomPadding: 8

    SectionHeader {
        x: 12
        width: parent.width - 24
        text: qsTr("Failing early")
    }
    Repeater {
        id: rows

        model: root.viewModel.early

        ListRow {
            id: row

            required property int index
            required property string detailText
            required property string amount

            objectName: "outlook.early." + index
            width: parent ? parent.width : 0
            separated: index > 0
            pressable: false
            iconName: "warn"
            iconColor: Theme.due
            subtitle: detailText
            value: amount
        }
    }
    Item {
        width: parent.width
        height: none.implicitHeight + 8
        visible: rows.count === 0

        Icon {
            x: 16
            name: "check"
            size: 22
            color: Theme.ok
        }
        AppText {
            id: none

            x: 46
            width: parent.width - x - 16
            objectName: "outlook.early.none"
            role: AppText.Sub
            text: qsTr("No product fails much more often than its manufacturer's figure lets expect.")
            wrapMode: Text.Wrap
        }
    }
}
