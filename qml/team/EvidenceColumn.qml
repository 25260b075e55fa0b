pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Team

// Photos and evidence of the line under review.
Column {
    id: root

    required property ReviewViewModel viewModel

    spacing: 8

    AppText {
        width: parent.width
        role: AppText.Label
        text: qsTr("Evidence")
    }
    PhotoStrip {
        objectName: "review.photos"
        width: parent.width
        visible: root.viewModel.photoCount > 0
        model: root.viewModel.photos
    }
    EvidenceList {
        objectName: "review.evidence"
        width: parent.width
        model: root.viewModel.evidence
    }
    Banner {
        objectName: "review.noEvidence"
        width: parent.width
        visible: !root.viewModel.hasEvidence
        compact: true
        tone: Banner.Due
        text: qsTr("No visit on this device belongs to this bonus.")
    }
}
