pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Settings

// Whose work is in the program and under which licences; the fonts' licence in full, as it asks for.
Sheet {
    id: root

    required property SettingsViewModel viewModel

    title: qsTr("Licences")
    subtitle: qsTr("Turnus %1").arg(viewModel.version)
    spacing: 12

    Repeater {
        model: [["Turnus", "MIT"], ["Qt " + root.viewModel.qtVersion, "LGPL 3"], ["SQLite", qsTr("public domain")], ["SQLiteCpp", "MIT"], ["Boost", "Boost Software License 1.0"], ["tl::expected", "CC0 1.0"], ["Zstandard", "BSD"], ["libsodium", "ISC"], ["OpenSSL", "Apache 2.0"], ["QtKeychain", "BSD"], ["Inter (Turnus Sans)", "SIL Open Font License 1.1"]]

        Item {
            id: part

            required property var modelData

            width: parent ? parent.width : 0
            height: name.implicitHeight
            Accessible.role: Accessible.ListItem
            Accessible.name: modelData[0] + ", " + modelData[1]

            AppText {
                id: name

                width: parent.width / 2
                role: AppText.Strong
                text: part.modelData[0]
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            AppText {
                anchors.right: parent.right
                width: parent.width / 2 - 8
                role: AppText.Sub
                lineHeight: name.lineHeight
                text: part.modelData[1]
                horizontalAlignment: Text.AlignRight
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
    }
    AppText {
        objectName: "settings.fontLicence"
        width: parent.width
        role: AppText.Cap
        text: root.viewModel.fontLicence()
        wrapMode: Text.Wrap
    }
}
