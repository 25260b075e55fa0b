pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Asset
import Turnus.Controls
import Turnus.Shell

// All customers, and a search over customers, sites, units and products as you type. On a tablet the customer stands
// beside the list.
ShellPage {
    id: root

    required property CustomersViewModel viewModel

    function openCustomer(customer: real) {
        if (wide)
            viewModel.select(customer);
        else
            Session.navigator.open("customer", customer);
    }
    function openHit(page: string, id: real, customer: real) {
        if (page === "customer")
            openCustomer(customer);
        else if (page !== "")
            Session.navigator.open(page, id);
    }

    AppBar {
        id: bar

        width: parent.width
        title: qsTr("Customers")
        wide: root.wide
        sub: Session.navigator.depth > 1
        onBackClicked: Session.navigator.back()
    }
    SearchField {
        id: field

        objectName: "customers.search"
        x: root.margin
        y: bar.height
        width: list.width
        placeholderText: qsTr("Customer, place, unit, number")
        onTextEdited: root.viewModel.query = text
        Component.onCompleted: text = root.viewModel.query
    }
    ListView {
        id: list

        objectName: "customers.list"
        x: root.margin
        y: field.y + field.height + 8
        width: root.wide ? 372 : parent.width - 2 * x
        height: parent.height - y
        visible: !root.viewModel.searching
        clip: true
        bottomMargin: 16
        boundsBehavior: Flickable.StopAtBounds
        reuseItems: true
        cacheBuffer: 400
        model: root.viewModel.customers

        delegate: CustomerItem {
            id: item

            width: list.width
            first: index === 0
            last: index === list.count - 1
            current: root.wide && root.viewModel.selected !== null && root.viewModel.selected.customerId === customerId
            onClicked: root.openCustomer(item.customerId)
        }

        EmptyState {
            width: parent.width
            visible: list.count === 0 && root.viewModel.error === ""
            iconName: "user"
            title: qsTr("No customers yet")
            text: qsTr("They arrive with the first sync.")
        }
        ErrorState {
            width: parent.width
            visible: root.viewModel.error !== ""
            title: qsTr("The customers cannot be read")
            code: root.viewModel.error
        }
    }
    ListView {
        id: results

        objectName: "customers.hits"
        x: list.x
        y: list.y
        width: list.width
        height: list.height
        visible: root.viewModel.searching
        clip: true
        bottomMargin: 16
        boundsBehavior: Flickable.StopAtBounds
        reuseItems: true
        model: root.viewModel.hits

        delegate: HitItem {
            id: hit

            width: results.width
            first: index === 0
            last: index === results.count - 1
            onClicked: root.openHit(hit.page, hit.hitId, hit.customerId)
        }

        EmptyState {
            objectName: "customers.nothing"
            width: parent.width
            visible: results.count === 0
            iconName: "find"
            title: qsTr("Nothing found")
            text: qsTr("Every word must begin a name, a street, a number or a product.")
        }
    }
    Repeater {
        model: root.wide && root.viewModel.selected !== null ? [root.viewModel.selected] : []

        CustomerDetail {
            required property CustomerViewModel modelData

            x: list.x + list.width + root.margin
            width: root.width - x
            height: root.height
            viewModel: modelData
        }
    }
}
