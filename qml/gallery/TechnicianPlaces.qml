pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls

// The five places of a technician.
Item {
    id: root

    property list<NavItem> items: [
        NavItem {
            key: "today"
            text: qsTr("Today")
            iconName: "today"
        },
        NavItem {
            key: "leads"
            text: qsTr("Leads")
            iconName: "chance"
        },
        NavItem {
            key: "brochures"
            text: qsTr("Brochures")
            iconName: "book"
        },
        NavItem {
            key: "bonus"
            text: qsTr("Bonus")
            iconName: "bonus"
        },
        NavItem {
            key: "more"
            text: qsTr("More")
            iconName: "more"
        }
    ]
}
