#include "qml/visit/visitcontext.h"

using namespace Qt::StringLiterals;

namespace turnus::visitpage {

QString VisitContext::keyOf(const QString &name) const
{
    return u"visit/%1/%2"_s.arg(visit.value).arg(name);
}

QString VisitContext::draft(const QString &name) const
{
    const auto text = storage::Drafts(connection).text(keyOf(name));
    if (!text)
        failed(text.error());
    return text.value_or(QString());
}

void VisitContext::setDraft(const QString &name, const QString &text) const
{
    check(text.isEmpty() ? storage::Drafts(connection).remove(keyOf(name))
                         : storage::Drafts(connection).set(keyOf(name), text));
}

void VisitContext::dropDraft(const QString &name) const
{
    check(storage::Drafts(connection).remove(keyOf(name)));
}

bool VisitContext::check(const Status &status) const
{
    if (!status)
        failed(status.error());
    return status.has_value();
}

} // namespace turnus::visitpage
