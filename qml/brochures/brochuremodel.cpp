#include "qml/brochures/brochuremodel.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace turnus::brochures {

using content::Brochure;
using content::Validity;

namespace {

QString translated(const char *text, int count = -1)
{
    return QCoreApplication::translate("BrochuresPage", text, nullptr, count);
}

QString dateOf(Day day)
{
    return QLocale().toString(toQDate(day), translated(QT_TRANSLATE_NOOP("BrochuresPage", "dd/MM/yyyy")));
}

QString validityText(const Brochure &brochure, Validity validity)
{
    if (validity == Validity::NotYet)
        return translated(QT_TRANSLATE_NOOP("BrochuresPage", "valid from %1")).arg(dateOf(brochure.validFrom));
    if (!brochure.validUntil)
        return translated(QT_TRANSLATE_NOOP("BrochuresPage", "version %1")).arg(brochure.version);
    return (validity == Validity::Expired ? translated(QT_TRANSLATE_NOOP("BrochuresPage", "expired on %1"))
                                          : translated(QT_TRANSLATE_NOOP("BrochuresPage", "valid until %1")))
        .arg(dateOf(*brochure.validUntil));
}

void describeState(BrochureRow &row, const Brochure &brochure, Validity validity, Day today)
{
    if (validity == Validity::Expired || validity == Validity::NotYet) {
        row.look = BrochureRow::Locked;
        row.stateText = translated(QT_TRANSLATE_NOOP("BrochuresPage", "locked"));
    } else if (!brochure.present) {
        row.look = BrochureRow::Loading;
        row.stateText = translated(QT_TRANSLATE_NOOP("BrochuresPage", "still to load"));
    } else if (validity == Validity::EndsSoon) {
        row.look = BrochureRow::EndsSoon;
        const auto left = static_cast<int>((*brochure.validUntil - today).count());
        row.stateText = left == 0 ? translated(QT_TRANSLATE_NOOP("BrochuresPage", "last day today"))
                                  : translated(QT_TRANSLATE_N_NOOP("BrochuresPage", "valid for %n more day(s)"), left);
    } else {
        row.look = BrochureRow::Here;
        row.stateText = translated(QT_TRANSLATE_NOOP("BrochuresPage", "on this device"));
    }
}

} // namespace

BrochureRow brochureRow(const Brochure &brochure, const QString &contentDirectory, Day today, bool fitting)
{
    const Validity validity = brochure.validity(today);
    BrochureRow row{.id = brochure.id.value, .title = brochure.title};
    row.detail = fitting ? translated(QT_TRANSLATE_N_NOOP("BrochuresPage", "%n page(s)"), brochure.pages) + u" · "_s +
                               translated(QT_TRANSLATE_NOOP("BrochuresPage", "version %1")).arg(brochure.version)
                         : validityText(brochure, validity);
    row.showable = brochure.showable(today);
    if (brochure.present)
        row.file = contentDirectory + u'/' + brochure.sha256;
    describeState(row, brochure, validity, today);
    return row;
}

const BrochureModel::Roles &BrochureModel::roles() const
{
    static const Roles all{
        {Title, "title", &BrochureRow::title},         {IdRole, "brochureId", &BrochureRow::id},
        {Detail, "detail", &BrochureRow::detail},      {StateText, "stateText", &BrochureRow::stateText},
        {LookRole, "look", &BrochureRow::look},        {File, "file", &BrochureRow::file},
        {Showable, "showable", &BrochureRow::showable}};
    return all;
}

} // namespace turnus::brochures
