#include "qml/visit/stepmodels.h"

#include "qml/visit/visitwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::visitpage {

namespace {

QString valueText(const CheckLine &line)
{
    if (!line.draft.isEmpty())
        return line.draft;
    return line.entry.value ? QLocale().toString(*line.entry.value, 'g', 12) : line.entry.note;
}

} // namespace

const StepModel::Roles &StepModel::roles() const
{
    static const Roles all{{Title, "title", &StepLine::title},        {Step, "step", &StepLine::step},
                           {Number, "number", &StepLine::number},     {Subtitle, "subtitle", &StepLine::subtitle},
                           {StepStatus, "status", &StepLine::status}, {SyncState, "syncState", &StepLine::syncState}};
    return all;
}

ChecklistModel::ChecklistModel(const VisitContext &context, QObject *parent) : RowModel(parent), m_context(context) {}

QString ChecklistModel::draftOf(const CheckLine &line)
{
    return u"check/%1"_s.arg(line.entry.item.value);
}

void ChecklistModel::update(const visit::VisitFacts &facts)
{
    QList<CheckLine> lines;
    for (const visit::ChecklistEntry &entry : facts.checklist) {
        CheckLine line{entry, {}};
        if (entry.kind != visit::AnswerKind::OkDefect)
            line.draft = m_context.draft(draftOf(line));
        lines.append(line);
    }
    setRows(lines);
    m_requiredOpen = facts.requiredOpen();
    Q_EMIT progressChanged();
}

QString ChecklistModel::progressText() const
{
    const auto answered =
        std::ranges::count_if(rows(), [](const CheckLine &l) { return l.entry.answer != visit::Answer::Open; });
    return VisitWords::tr("%1 of %2 items").arg(answered).arg(rows().size());
}

const ChecklistModel::Roles &ChecklistModel::roles() const
{
    static const Roles all{
        {Label, "label", [](const CheckLine &line) { return line.entry.label; }},
        {Kind, "kind", [](const CheckLine &line) { return line.entry.kind; }},
        {Unit, "unit", [](const CheckLine &line) { return line.entry.unit; }},
        {Required, "isRequired", [](const CheckLine &line) { return line.entry.required; }},
        {Answered, "answered", [](const CheckLine &line) { return line.entry.answer; }},
        {ValueText, "valueText", valueText},
        {Note, "note", [](const CheckLine &line) { return line.entry.note; }},
        {LimitText, "limitText", [](const CheckLine &line) { return VisitWords::limit(line.entry); }}};
    return all;
}

void ChecklistModel::answer(int row, int answer)
{
    const CheckLine *line = at(row);
    if (!line || answer < Ok || answer > NotApplicable || static_cast<int>(line->entry.answer) == answer)
        return;
    const QString note = answer == Defect ? line->entry.note : QString();
    m_context.check(m_context.lines().answer(line->entry.item, static_cast<visit::Answer>(answer), {}, note));
}

void ChecklistModel::setNote(int row, const QString &note)
{
    const CheckLine *line = at(row);
    if (line && line->entry.note != note.trimmed())
        m_context.check(
            m_context.lines().answer(line->entry.item, line->entry.answer, line->entry.value, note.trimmed()));
}

void ChecklistModel::type(int row, const QString &text)
{
    if (const CheckLine *line = at(row))
        m_context.setDraft(draftOf(*line), text);
}

bool ChecklistModel::accept(int row)
{
    const CheckLine *line = at(row);
    if (!line)
        return false;
    const CheckLine copy = *line;
    const QString text = m_context.draft(draftOf(copy)).trimmed();
    if (text.isEmpty())
        return true;
    std::optional<double> value;
    if (copy.entry.kind == visit::AnswerKind::Number) {
        bool fine = false;
        value = QLocale().toDouble(text, &fine);
        if (!fine)
            value = QLocale::c().toDouble(text, &fine);
        if (!fine)
            return false;
    }
    const QString note = value ? QString() : text;
    if (m_context.check(m_context.lines().answer(copy.entry.item, visit::Answer::Value, value, note)))
        m_context.dropDraft(draftOf(copy));
    m_context.refresh();
    return true;
}

} // namespace turnus::visitpage
