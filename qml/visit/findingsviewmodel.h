#pragma once

#include "core/support/rowmodel.h"
#include "core/visit/attachments.h"
#include "qml/visit/visitcontext.h"

#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace turnus::visitpage {

struct FindingRow
{
    visit::FindingLine line;

    [[nodiscard]] visit::LineId key() const { return line.id; }
    bool operator==(const FindingRow &) const = default;
};

class FindingModel : public RowModel<FindingRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("FindingsViewModel.findings")

public:
    enum Role { What = Qt::UserRole + 1, Place, Grade };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

struct PhotoRow
{
    visit::LineId id;
    QUrl source;
    QString label;
    int syncState = -1;

    [[nodiscard]] QUrl key() const { return source; }
    bool operator==(const PhotoRow &) const = default;
};

class PhotoModel : public RowModel<PhotoRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("FindingsViewModel.photos")

public:
    enum Role { Source = Qt::UserRole + 1, PhotoLabel, SyncState };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

/// Findings (words, place, grade) and photos of the visit. What is half typed is a draft until it is saved.
class FindingsViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("VisitViewModel.findings")
    Q_PROPERTY(turnus::visitpage::FindingModel *findings READ findings CONSTANT)
    Q_PROPERTY(turnus::visitpage::PhotoModel *photos READ photos CONSTANT)
    Q_PROPERTY(turnus::visitpage::PhotoModel *pictures READ pictures CONSTANT)
    Q_PROPERTY(QString what READ what WRITE setWhat NOTIFY changed)
    Q_PROPERTY(QString place READ place WRITE setPlace NOTIFY changed)
    Q_PROPERTY(int grade READ grade WRITE setGrade NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(int photoCount READ photoCount NOTIFY changed)
    Q_PROPERTY(QString photoText READ photoText NOTIFY changed)
    Q_PROPERTY(int photoState READ photoState NOTIFY changed)

public:
    explicit FindingsViewModel(const VisitContext &context, QString pictureDirectory, QObject *parent = nullptr);
    void update(const visit::VisitFacts &facts);

    [[nodiscard]] FindingModel *findings() { return &m_findings; }
    [[nodiscard]] PhotoModel *photos() { return &m_photos; }
    /// The newest pictures on the device, to choose from where there is no camera.
    [[nodiscard]] PhotoModel *pictures() { return &m_pictures; }
    [[nodiscard]] QString what() const { return m_what; }
    void setWhat(const QString &what);
    [[nodiscard]] QString place() const { return m_place; }
    void setPlace(const QString &place);
    [[nodiscard]] int grade() const { return m_grade; }
    void setGrade(int grade);
    [[nodiscard]] int count() const { return m_findings.rowCount(); }
    [[nodiscard]] int photoCount() const { return m_photos.rowCount(); }
    [[nodiscard]] QString photoText() const { return m_photoText; }
    [[nodiscard]] int photoState() const { return m_photoState; }

    /// Saves what is typed; true also when nothing is.
    Q_INVOKABLE bool save();
    Q_INVOKABLE bool addPhoto(const QUrl &file);
    Q_INVOKABLE void lookForPictures();

Q_SIGNALS:
    void changed();

private:
    const VisitContext &m_context;
    QString m_pictureDirectory;
    FindingModel m_findings;
    PhotoModel m_photos;
    PhotoModel m_pictures;
    QString m_what;
    QString m_place;
    int m_grade = 0;
    QString m_photoText;
    int m_photoState = -1;
};

} // namespace turnus::visitpage
