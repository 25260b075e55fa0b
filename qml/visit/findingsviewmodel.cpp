#include "qml/visit/findingsviewmodel.h"

#include "qml/visit/visitwords.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace turnus::visitpage {

namespace {

const QString whatDraft = u"finding/what"_s;
const QString placeDraft = u"finding/place"_s;
const QString gradeDraft = u"finding/grade"_s;
constexpr int picturesOffered = 60;

} // namespace

const FindingModel::Roles &FindingModel::roles() const
{
    static const Roles all{{What, "what", [](const FindingRow &row) { return row.line.what; }},
                           {Place, "place", [](const FindingRow &row) { return row.line.place; }},
                           {Grade, "grade", [](const FindingRow &row) { return row.line.grade.value_or(0); }}};
    return all;
}

const PhotoModel::Roles &PhotoModel::roles() const
{
    static const Roles all{{PhotoLabel, "label", &PhotoRow::label},
                           {Source, "source", &PhotoRow::source},
                           {SyncState, "syncState", &PhotoRow::syncState}};
    return all;
}

FindingsViewModel::FindingsViewModel(const VisitContext &context, QString pictureDirectory, QObject *parent)
    : QObject(parent), m_context(context), m_pictureDirectory(std::move(pictureDirectory)),
      m_what(context.draft(whatDraft)), m_place(context.draft(placeDraft)), m_grade(context.draft(gradeDraft).toInt())
{
}

void FindingsViewModel::update(const visit::VisitFacts &facts)
{
    QList<FindingRow> findings;
    for (const visit::FindingLine &line : facts.findings)
        findings.append({line});
    m_findings.setRows(findings);
    const visit::Attachments files(m_context.connection, m_context.contentDirectory);
    QList<PhotoRow> photos;
    int number = 0;
    for (const visit::Attachment &photo : facts.photos) {
        photos.append({photo.id, QUrl::fromLocalFile(files.pathOf(photo.sha256)), tr("no. %1").arg(++number),
                       VisitWords::syncState(photo.carried)});
    }
    m_photos.setRows(photos);
    m_photoText = facts.photos.empty() ? QString() : VisitWords::photos(facts.photos);
    m_photoState = VisitWords::photoState(facts.photos);
    Q_EMIT changed();
}

void FindingsViewModel::setWhat(const QString &what)
{
    if (what == m_what)
        return;
    m_what = what;
    m_context.setDraft(whatDraft, what);
    Q_EMIT changed();
}

void FindingsViewModel::setPlace(const QString &place)
{
    if (place == m_place)
        return;
    m_place = place;
    m_context.setDraft(placeDraft, place);
    Q_EMIT changed();
}

void FindingsViewModel::setGrade(int grade)
{
    if (grade == m_grade)
        return;
    m_grade = grade;
    m_context.setDraft(gradeDraft, grade > 0 ? QString::number(grade) : QString());
    Q_EMIT changed();
}

bool FindingsViewModel::save()
{
    if (m_what.trimmed().isEmpty())
        return true;
    const auto grade = m_grade > 0 ? std::optional(m_grade) : std::nullopt;
    if (!m_context.check(m_context.lines().recordFinding(m_what, m_place, grade)))
        return false;
    setWhat({});
    setPlace({});
    setGrade(0);
    return true;
}

bool FindingsViewModel::addPhoto(const QUrl &file)
{
    visit::Attachments files(m_context.connection, m_context.contentDirectory);
    const auto added = files.addPhoto(m_context.visit, file.toLocalFile());
    if (!added)
        m_context.failed(added.error());
    return added.has_value();
}

void FindingsViewModel::lookForPictures()
{
    const QDir directory(m_pictureDirectory);
    const QFileInfoList files =
        directory.entryInfoList({u"*.jpg"_s, u"*.jpeg"_s, u"*.png"_s, u"*.webp"_s}, QDir::Files, QDir::Time);
    QList<PhotoRow> rows;
    for (const QFileInfo &file : files.first(std::min<qsizetype>(files.size(), picturesOffered)))
        rows.append({{}, QUrl::fromLocalFile(file.filePath()), file.completeBaseName(), -1});
    m_pictures.setRows(rows);
}

} // namespace turnus::visitpage
