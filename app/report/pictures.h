#pragma once

#include "core/visit/report.h"

#include <QHash>
#include <QImage>

namespace turnus::printing {

/// The photos of a report, small and cut to one shape; read once, however often a page is laid out.
class Pictures
{
public:
    explicit Pictures(const visit::ReportDocument &document);
    /// Null when the file is gone or is no picture that can be read.
    [[nodiscard]] QImage picture(const QString &sha256) const { return m_pictures.value(sha256); }

    static constexpr QSize size{360, 270}; ///< pixels; 40 x 30 mm at 230 dpi

private:
    void add(const std::vector<visit::ReportPicture> &pictures);

    QHash<QString, QImage> m_pictures;
};

} // namespace turnus::printing
