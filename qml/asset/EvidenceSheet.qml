pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Asset
import Turnus.Controls

// The facts behind one reason of the forecast.
Sheet {
    id: root

    required property AssetViewModel viewModel

    title: viewModel.evidenceTitle
    subtitle: viewModel.evidenceSentence

    Card {
        width: parent.width
        padding: 0
        visible: facts.count > 0

        Repeater {
            id: facts

            model: root.viewModel.evidence

            EventItem {
                required property int index

                width: parent ? parent.width : 0
                separated: index > 0
            }
        }
    }
    Item {
        width: 1
        height: 16
    }
}
