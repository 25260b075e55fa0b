pragma ComponentBehavior: Bound
import QtQml

// One place of NavBar and NavRail: key, text, iconName, count (a small number; 0: none).
QtObject {
    required property string key
    required property string text
    required property string iconName
    property int count: 0
}
