pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// A ledger row as a slice of its month's card, the month above the first. first, last: round at the top, at the bottom.
Item {
    id: root

    required property int index
    required property double entryId
    required property double lineId
    required property string title
    required property string detail
    required property double cents
    required property int status
    required property string iconName
    required property bool pending
    required property bool hasReferral
    required property bool expanded
    required property list<string> lines
    required property string evidence
    required property string waiting
    required property string month
    property bool thisMonth: false
    property bool first: false
    property bool last: false

    signal toggled
    signal recalculate
    signal tell

    implicitHeight: row.y + row.implicitHeight

    SectionHeader {
        id: header

        width: parent.width
        visible: root.first
        text: root.month
        detail: root.thisMonth ? qsTr("for you and your supervisor") : ""
    }
    Item {
        y: row.y
        width: parent.width
        height: row.height
        clip: true

        Rectangle {
            y: root.first ? 0 : -Theme.radiusCard
            width: parent.width
            height: parent.height + (root.first ? 0 : Theme.radiusCard) + (root.last ? 0 : Theme.radiusCard)
            radius: Theme.radiusCard
            color: Theme.surface
            border.width: 1
            border.color: Theme.line
        }
    }
    LedgerRow {
        id: row

        objectName: "bonus.row." + root.index
        y: root.first ? header.implicitHeight : 0
        width: parent.width
        separated: !root.first
        roundTop: root.first
        roundBottom: root.last
        title: root.title
        detail: root.detail
        cents: root.cents
        status: root.status
        iconName: root.iconName
        iconTone: [Badge.Due, Badge.Ok, Badge.Info, Badge.Danger, Badge.Danger, Badge.Neutral][root.status]
        expanded: root.expanded
        lines: root.lines
        evidence: root.evidence
        waiting: root.waiting
        disputable: false
        traceable: true
        onClicked: root.toggled()
        onRecalculateClicked: root.recalculate()
        onHistoryClicked: root.tell()
    }
}
