#include "qml/forecast/outlookmodels.h"

namespace turnus::outlook {

const MonthModel::Roles &MonthModel::roles() const
{
    static const Roles all{{Label, "label", &MonthRow::label},
                           {Spoken, "spoken", &MonthRow::spoken},
                           {Expected, "expected", &MonthRow::expected},
                           {Low, "low", &MonthRow::low},
                           {High, "high", &MonthRow::high}};
    return all;
}

const ShareModel::Roles &ShareModel::roles() const
{
    static const Roles all{{Title, "title", &ShareRow::title},
                           {IdRole, "rowId", [](const ShareRow &row) { return double(row.id); }},
                           {Detail, "detailText", &ShareRow::detail},
                           {Amount, "amount", &ShareRow::amount},
                           {Share, "share", &ShareRow::share},
                           {Selected, "selected", &ShareRow::selected}};
    return all;
}

const ScoreModel::Roles &ScoreModel::roles() const
{
    static const Roles all{{Spoken, "spoken", &ScoreRow::spoken},
                           {Predicted, "predicted", &ScoreRow::predicted},
                           {Happened, "happened", &ScoreRow::happened},
                           {Low, "low", &ScoreRow::low},
                           {High, "high", &ScoreRow::high}};
    return all;
}

} // namespace turnus::outlook
