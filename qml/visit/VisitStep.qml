pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Visit

// The open step of a visit; loads only that one. (By its file: Qt 6.4 loads no bound component in a Loader.)
Item {
    id: root

    required property VisitViewModel viewModel
    required property bool wide
    readonly property int step: viewModel.arrived ? viewModel.openStep : -1
    readonly property list<string> files: ["ChecklistStep", "ReadingsStep", "PartsStep", "PhotosStep", "FindingsStep", "RecommendationStep", "SignatureStep"]

    function load() {
        if (step < 0)
            loader.source = "";
        else
            loader.setSource(Qt.resolvedUrl(files[step] + ".qml"), {
                    "viewModel": viewModel,
                    "wide": wide
                });
    }

    onStepChanged: load()
    onWideChanged: load()
    Component.onCompleted: load()

    Loader {
        id: loader

        anchors.fill: parent
    }
}
