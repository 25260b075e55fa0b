pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// Bonus entry. title (event), detail, cents, status: LedgerRow.Noted, Released, Paid, Disputed, Reversed, Declined;
// iconName, iconTone (Neutral/Ok/Due/Danger/Info as Badge). expanded shows lines (formula, rule and version), evidence,
// waiting ("with R. Muster since …") and the buttons. Signals clicked() (to expand), recalculateClicked(),
// disputeClicked() if disputable, historyClicked() if traceable.
RowBase {
    id: root

    enum Status {
        Noted,
        Released,
        Paid,
        Disputed,
        Reversed,
        Declined
    }

    required property string title
    required property double cents
    property string detail: ""
    property int status: LedgerRow.Noted
    property string iconName: "bonus"
    property int iconTone: Badge.Due
    property bool expanded: false
    property list<string> lines
    property string evidence: ""
    property string waiting: ""
    property bool disputable: true
    property bool traceable: false
    readonly property string statusWord: [qsTr("noted"), qsTr("released"), qsTr("paid out"), qsTr("disputed"), qsTr("reversed"), qsTr("declined")][status]

    signal recalculateClicked
    signal disputeClicked
    signal historyClicked

    implicitHeight: Math.max(68, head.implicitHeight + 24) + (expanded ? more.implicitHeight : 0)
    Accessible.role: Accessible.Button
    Accessible.name: title + ", " + amount.text + ", " + statusWord
    Accessible.description: detail

    Icon {
        x: 16
        y: 12
        name: root.iconName
        size: 22
        color: [Theme.ink2, Theme.ok, Theme.due, Theme.danger, Theme.primary][root.iconTone]
    }
    Column {
        id: head

        x: 50
        y: 12
        width: parent.width - x - 16
        spacing: 4

        Item {
            width: parent.width
            height: Theme.px(Theme.stacked ? 40 : 20)

            AppText {
                width: parent.width - (Theme.stacked ? 0 : amount.width + 8)
                role: AppText.Strong
                lineHeight: Theme.px(20)
                text: root.title
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            AmountText {
                id: amount

                x: Theme.stacked ? 0 : parent.width - width
                y: parent.height - Theme.px(20)
                lineHeight: Theme.px(20)
                cents: root.cents
                signed: true
                Accessible.ignored: true
            }
        }
        Item {
            width: parent.width
            height: Theme.px(Theme.stacked ? 40 : 20)

            AppText {
                width: parent.width - (Theme.stacked ? 0 : statusRow.width + 8)
                role: AppText.Sub
                text: root.detail
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            Row {
                id: statusRow

                readonly property color tone: [Theme.due, Theme.ok, Theme.ok, Theme.danger, Theme.danger, Theme.danger][root.status]

                x: Theme.stacked ? 0 : parent.width - width
                y: parent.height - Theme.px(18)
                spacing: 6

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: ["clock", "check", "euro", "flag", "undo", "close"][root.status]
                    size: 16
                    color: statusRow.tone
                }
                AppText {
                    anchors.verticalCenter: parent.verticalCenter
                    role: AppText.Cap
                    font.weight: Font.DemiBold
                    text: root.statusWord
                    color: statusRow.tone
                    Accessible.ignored: true
                }
            }
        }
    }
    Column {
        id: more

        y: head.y + head.height
        width: parent.width

        // a Repeater instead of a Loader: Qt 6.4 cannot load a bound component from within its own file
        Repeater {
            model: root.expanded ? 1 : 0

            LedgerDetail {
                objectName: root.objectName
                width: more.width
                lines: root.lines
                evidence: root.evidence
                waiting: root.waiting
                disputable: root.disputable
                traceable: root.traceable
                onRecalculateClicked: root.recalculateClicked()
                onDisputeClicked: root.disputeClicked()
                onHistoryClicked: root.historyClicked()
            }
        }
    }
}
