#include "qml/care/complaintmodel.h"

namespace turnus::carepage {

const ComplaintModel::Roles &ComplaintModel::roles() const
{
    static const Roles all{{What, "what", &ComplaintRow::what},
                           {IdRole, "complaintId", &ComplaintRow::id},
                           {Detail, "complaintDetail", &ComplaintRow::detail}};
    return all;
}

} // namespace turnus::carepage
