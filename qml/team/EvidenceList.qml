pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Team
import Turnus.Theme

// What a bonus rests on: given with a tick, missing with a sign, the rest with its icon. model: an EvidenceModel.
Column {
    id: root

    required property EvidenceModel model

    Repeater {
        model: root.model

        Item {
            id: row

            required property int index
            required property string text
            required property string detail
            required property int tone
            required property string iconName
            readonly property string spokenTone: tone === 1 ? qsTr("given") : tone === 2 ? qsTr("missing") : ""

            objectName: "review.evidence." + index
            width: root.width
            height: Math.max(32, words.implicitHeight + 12)
            Accessible.role: Accessible.ListItem
            Accessible.name: (spokenTone === "" ? "" : spokenTone + ": ") + text + (detail === "" ? "" : ", " + detail)

            Icon {
                y: 6 + (Theme.px(20) - 20) / 2
                name: row.tone === 1 ? "check" : row.tone === 2 ? "warn" : row.iconName
                size: 20
                color: row.tone === 1 ? Theme.ok : row.tone === 2 ? Theme.due : Theme.ink2
            }
            Column {
                id: words

                x: 30
                y: 6
                width: parent.width - x

                AppText {
                    width: parent.width
                    role: AppText.Label
                    font.weight: Font.Medium
                    text: row.text
                    color: row.tone === 2 ? Theme.due : Theme.ink
                    wrapMode: Text.Wrap
                    Accessible.ignored: true
                }
                AppText {
                    width: parent.width
                    visible: row.detail !== ""
                    role: AppText.Sub
                    text: row.detail
                    wrapMode: Text.Wrap
                    Accessible.ignored: true
                }
            }
        }
    }
}
