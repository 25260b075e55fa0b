pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Asset
import Turnus.Care
import Turnus.Controls
import Turnus.Shell

// Contacts, sites and units of a customer. titled: with the customer's name above (beside a list).
ListView {
    id: root

    property bool moved: false

    // While nobody has scrolled, the head shows however it grows.
    function toTop() {
        if (!moved)
            contentY = originY - topMargin;
    }

    required property CustomerViewModel viewModel
    property bool titled: true

    // Closes what is open; false when nothing is.
    function closeSheet(): bool {
        return complaints.closeSheet();
    }

    objectName: "customer.assets"
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    model: viewModel.assets
    section.property: "site"
    rightMargin: titled ? 24 : 0
    topMargin: head.height
    bottomMargin: 16
    onTopMarginChanged: toTop()
    onContentHeightChanged: toTop()
    onMovementStarted: moved = true

    // Qt 6.4 makes no header from a bound component; this scrolls along just the same
    Column {
        id: head

        parent: root.contentItem
        y: -height
        width: root.width - root.rightMargin
        spacing: 12
        topPadding: root.titled ? 16 : 0
        bottomPadding: 4

        Column {
            width: parent.width
            visible: root.titled

            AppText {
                width: parent.width
                role: AppText.H2
                text: root.viewModel.name
                elide: Text.ElideRight
            }
            AppText {
                width: parent.width
                role: AppText.Sub
                text: root.viewModel.subtitle
                elide: Text.ElideRight
            }
        }
        ErrorState {
            width: parent.width
            visible: root.viewModel.error !== ""
            title: qsTr("This customer cannot be shown")
            code: root.viewModel.error
        }
        Banner {
            width: parent.width
            visible: root.viewModel.note !== ""
            tone: Banner.Neutral
            text: root.viewModel.note
        }
        ComplaintsCard {
            id: complaints

            objectName: "customer.complaints"
            width: parent.width
            visible: root.viewModel.error === ""
            complaints: root.viewModel.complaints
        }
        Card {
            width: parent.width
            padding: 0
            visible: root.viewModel.phone !== "" || root.viewModel.email !== "" || contacts.count > 0

            ListRow {
                width: parent.width
                visible: root.viewModel.phone !== "" || root.viewModel.email !== ""
                iconName: "phone"
                title: root.viewModel.phone !== "" ? root.viewModel.phone : root.viewModel.email
                subtitle: root.viewModel.phone !== "" ? root.viewModel.email : ""
                pressable: false
            }
            Repeater {
                id: contacts

                model: root.viewModel.contacts

                ListRow {
                    required property int index
                    required property string name
                    required property string contactDetail

                    width: parent ? parent.width : 0
                    iconName: "user"
                    title: name
                    subtitle: contactDetail
                    separated: index > 0 || root.viewModel.phone !== "" || root.viewModel.email !== ""
                    pressable: false
                }
            }
        }
        EmptyState {
            width: parent.width
            visible: root.count === 0 && root.viewModel.error === ""
            iconName: "device"
            title: qsTr("No units here")
            text: qsTr("Nothing of ours is installed at this customer.")
        }
    }
    delegate: CustomerAssetItem {
        id: item

        width: root.width - root.rightMargin
        first: ListView.previousSection !== ListView.section
        last: ListView.nextSection !== ListView.section
        heading: item.site.split(" · ")[0]
        headingDetail: item.site.split(" · ").slice(1).join(", ")
        onClicked: Session.navigator.open("asset", item.assetId)
    }
}
