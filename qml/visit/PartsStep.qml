pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Visit

// What was built in from the van, and what has to be ordered. Each tap is saved.
StepFrame {
    id: root

    readonly property PartsViewModel parts: viewModel.parts

    objectName: "parts"

    SectionHeader {
        width: parent.width
        visible: !root.parts.empty
        text: qsTr("Used")
        detail: root.parts.costText
    }
    Card {
        width: parent.width
        padding: 0
        visible: !root.parts.empty

        Repeater {
            model: root.parts.used

            UsedPart {
                required property int index

                objectName: "parts.used." + index
                width: parent.width
                separated: index > 0
                onMore: root.parts.more(index)
                onLess: root.parts.less(index)
            }
        }
    }
    SearchField {
        objectName: "parts.search"
        width: parent.width
        placeholderText: qsTr("Part number or name")
        text: root.parts.query
        onTextEdited: root.parts.query = text
    }
    Card {
        width: parent.width
        padding: 0

        Repeater {
            model: root.parts.hits

            ListRow {
                id: hit

                required property int index
                required property string name
                required property string info

                objectName: "parts.hit." + index
                width: parent.width
                separated: index > 0
                title: name
                subtitle: info
                pressable: false
                wraps: true

                AppButton {
                    objectName: hit.objectName + ".van"
                    kind: AppButton.Tonal
                    compact: true
                    text: qsTr("Van")
                    Accessible.name: qsTr("%1 from the van").arg(hit.name)
                    onClicked: root.parts.add(hit.index, false)
                }
                AppButton {
                    objectName: hit.objectName + ".order"
                    kind: AppButton.Outlined
                    compact: true
                    text: qsTr("Order")
                    Accessible.name: qsTr("Order %1").arg(hit.name)
                    onClicked: root.parts.add(hit.index, true)
                }
            }
        }
        ListRow {
            objectName: "parts.typed"
            width: parent.width
            visible: root.parts.query.trim() !== ""
            iconName: "plus"
            title: qsTr("“%1”, not on the list").arg(root.parts.query.trim())
            subtitle: qsTr("To be ordered, price unknown")
            onClicked: root.parts.addTyped(true)
        }
    }
}
