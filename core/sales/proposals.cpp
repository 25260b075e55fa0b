#include "core/sales/proposals.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace turnus::sales {

namespace {

QString proposalKey(AssetId asset)
{
    return u"proposal/%1"_s.arg(asset.value);
}

QString consentKey(AssetId asset)
{
    return u"referral/%1"_s.arg(asset.value);
}

/// Drafts are lines of `name=value`; a value keeps its line breaks as "\n".
QString escaped(QString value)
{
    return value.replace(u"\\"_s, u"\\\\"_s).replace(u"\n"_s, u"\\n"_s);
}

QString unescaped(const QString &value)
{
    QString plain;
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value.at(i) != u'\\' || i + 1 == value.size()) {
            plain.append(value.at(i));
            continue;
        }
        ++i;
        plain.append(value.at(i) == u'n' ? u'\n' : value.at(i));
    }
    return plain;
}

QHash<QString, QString> fieldsOf(const QString &text)
{
    QHash<QString, QString> fields;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const qsizetype at = line.indexOf(u'=');
        if (at > 0)
            fields.insert(line.first(at), unescaped(line.sliced(at + 1)));
    }
    return fields;
}

std::optional<qint64> numberOf(const QHash<QString, QString> &fields, const QString &name)
{
    bool ok = false;
    const qint64 value = fields.value(name).toLongLong(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

} // namespace

Result<std::optional<Proposal>> Proposals::load(AssetId asset) const
{
    TURNUS_ASSIGN(text, m_drafts.text(proposalKey(asset)));
    if (text.isEmpty())
        return std::optional<Proposal>{};
    const auto fields = fieldsOf(text);
    Proposal proposal;
    proposal.product = ProductId{numberOf(fields, u"product"_s).value_or(0)};
    for (const QString &id : fields.value(u"accessories"_s).split(u',', Qt::SkipEmptyParts))
        proposal.accessories.append(ProductId{id.toLongLong()});
    proposal.withContract = numberOf(fields, u"contract"_s).value_or(0) != 0;
    proposal.lease = numberOf(fields, u"lease"_s).value_or(0) != 0;
    proposal.repair = numberOf(fields, u"repair"_s).value_or(0) != 0;
    if (const auto cents = numberOf(fields, u"cost"_s))
        proposal.repairCost = Money{*cents};
    if (const auto shown = numberOf(fields, u"shown"_s))
        proposal.repairShown = instantFrom(*shown);
    return std::optional(proposal);
}

Status Proposals::save(AssetId asset, const Proposal &proposal)
{
    QStringList accessories;
    for (const ProductId id : proposal.accessories)
        accessories.append(QString::number(id.value));
    QString text = u"product=%1\naccessories=%2\ncontract=%3\nlease=%4\nrepair=%5\n"_s.arg(proposal.product.value)
                       .arg(accessories.join(u','))
                       .arg(int(proposal.withContract))
                       .arg(int(proposal.lease))
                       .arg(int(proposal.repair));
    if (proposal.repairCost)
        text += u"cost=%1\n"_s.arg(proposal.repairCost->cents);
    if (proposal.repairShown)
        text += u"shown=%1\n"_s.arg(toInteger(*proposal.repairShown));
    return m_drafts.set(proposalKey(asset), text);
}

Result<std::optional<ConsentForm>> Proposals::loadConsent(AssetId asset) const
{
    TURNUS_ASSIGN(text, m_drafts.text(consentKey(asset)));
    if (text.isEmpty())
        return std::optional<ConsentForm>{};
    const auto fields = fieldsOf(text);
    return std::optional(ConsentForm{.contact = ContactId{numberOf(fields, u"contact"_s).value_or(0)},
                                     .givenBy = fields.value(u"by"_s),
                                     .agreed = numberOf(fields, u"agreed"_s).value_or(0) != 0,
                                     .media = fields.value(u"media"_s).split(u',', Qt::SkipEmptyParts),
                                     .interest = fields.value(u"interest"_s),
                                     .note = fields.value(u"note"_s)});
}

Status Proposals::saveConsent(AssetId asset, const ConsentForm &form)
{
    return m_drafts.set(consentKey(asset),
                        u"contact=%1\nagreed=%2\nmedia=%3\ninterest=%4\nby=%5\nnote=%6\n"_s.arg(form.contact.value)
                            .arg(int(form.agreed))
                            .arg(form.media.join(u','), form.interest, escaped(form.givenBy), escaped(form.note)));
}

Status Proposals::clear(AssetId asset)
{
    TURNUS_TRY(m_drafts.remove(proposalKey(asset)));
    return m_drafts.remove(consentKey(asset));
}

} // namespace turnus::sales
