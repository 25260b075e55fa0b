#include "app/report/pictures.h"

#include <QImageReader>

namespace turnus::printing {

namespace {

QImage readSmall(const QString &path)
{
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QSize whole = reader.size();
    const bool turned = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    const QSize wanted = turned ? Pictures::size.transposed() : Pictures::size;
    // Decoders of JPEG shrink while they read, which takes a tenth of the time and memory.
    if (whole.isValid() && (whole.width() > wanted.width() || whole.height() > wanted.height()))
        reader.setScaledSize(whole.scaled(wanted, Qt::KeepAspectRatioByExpanding));
    const QImage read = reader.read();
    if (read.isNull())
        return {};
    const QImage small = read.scaled(Pictures::size, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    const QPoint corner((small.width() - Pictures::size.width()) / 2, (small.height() - Pictures::size.height()) / 2);
    return small.copy(QRect(corner, Pictures::size)).convertToFormat(QImage::Format_RGB32);
}

} // namespace

Pictures::Pictures(const visit::ReportDocument &document)
{
    for (const visit::ReportFinding &finding : document.findings)
        add(finding.pictures);
    add(document.pictures);
}

void Pictures::add(const std::vector<visit::ReportPicture> &pictures)
{
    for (const visit::ReportPicture &picture : pictures) {
        if (!m_pictures.contains(picture.sha256))
            m_pictures.insert(picture.sha256, readSmall(picture.path));
    }
}

} // namespace turnus::printing
