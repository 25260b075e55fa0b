pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Opportunities

// Who agrees to be contacted, with the wording he agrees to, and by what.
Card {
    id: root

    required property ReferralViewModel viewModel

    spacing: 12

    Flow {
        width: parent.width
        spacing: 8
        visible: root.viewModel.contacts.length > 0

        Repeater {
            model: root.viewModel.contacts

            Chip {
                required property int index
                required property string modelData

                objectName: "referral.contact." + index
                text: modelData
                iconName: "user"
                checkable: false
                checked: root.viewModel.contact === index
                onClicked: root.viewModel.contact = index
            }
        }
        Chip {
            objectName: "referral.somebody"
            text: qsTr("Somebody else")
            checkable: false
            checked: root.viewModel.contact < 0
            onClicked: root.viewModel.contact = -1
        }
    }
    AppTextField {
        objectName: "referral.name"
        width: parent.width
        visible: root.viewModel.contact < 0
        label: qsTr("Who agrees?")
        text: root.viewModel.givenBy
        onTextEdited: root.viewModel.givenBy = text
    }
    ChoiceRow {
        objectName: "referral.agreed"
        x: -16
        width: parent.width + 32
        title: root.viewModel.consentTitle
        subtitle: root.viewModel.consentText
        checked: root.viewModel.agreed
        onPicked: root.viewModel.agreed = !root.viewModel.agreed
    }
    Flow {
        width: parent.width
        spacing: 8

        Chip {
            objectName: "referral.phone"
            text: qsTr("Telephone")
            iconName: "phone"
            checkable: false
            enabled: root.viewModel.agreed
            checked: root.viewModel.phone
            onClicked: root.viewModel.phone = !root.viewModel.phone
        }
        Chip {
            objectName: "referral.email"
            text: qsTr("E-mail")
            iconName: "mail"
            checkable: false
            enabled: root.viewModel.agreed
            checked: root.viewModel.email
            onClicked: root.viewModel.email = !root.viewModel.email
        }
        Chip {
            objectName: "referral.visit"
            text: qsTr("Visit")
            iconName: "pin"
            checkable: false
            enabled: root.viewModel.agreed
            checked: root.viewModel.visit
            onClicked: root.viewModel.visit = !root.viewModel.visit
        }
    }
}
