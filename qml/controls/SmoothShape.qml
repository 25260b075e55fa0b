pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes

// A Shape that is smooth in every renderer: multisampled on the GPU, drawn by QPainter in software (no layers there).
Shape {
    id: root

    layer.enabled: GraphicsInfo.api !== GraphicsInfo.Software
    layer.samples: 4
    antialiasing: true
}
