#include "core/storage/statement.h"

#include <sqlite3.h>

namespace turnus::storage {

Statement::~Statement()
{
    if (m_statement) {
        m_statement->tryReset();
        m_statement->clearBindings();
        m_cached->lent = false;
    }
}

void Statement::bind(int index, const Value &value)
{
    struct Binder
    {
        SQLite::Statement &statement;
        int index;
        void operator()(std::monostate) const { statement.bind(index); }
        void operator()(qint64 v) const { statement.bind(index, static_cast<int64_t>(v)); }
        void operator()(double v) const { statement.bind(index, v); }
        void operator()(const QString &v) const { statement.bind(index, v.toStdString()); }
        void operator()(const QByteArray &v) const { statement.bind(index, v.constData(), static_cast<int>(v.size())); }
    };
    std::visit(Binder{*m_statement, index}, value.data());
}

QString Statement::text(int column) const
{
    const SQLite::Column cell = m_statement->getColumn(column);
    const char *bytes = cell.getText();
    return QString::fromUtf8(bytes, cell.getBytes());
}

QByteArray Statement::blob(int column) const
{
    const SQLite::Column cell = m_statement->getColumn(column);
    const auto *bytes = static_cast<const char *>(cell.getBlob());
    return {bytes, cell.getBytes()};
}

Value Statement::value(int column) const
{
    switch (m_statement->getColumn(column).getType()) {
    case SQLITE_INTEGER:
        return integer(column);
    case SQLITE_FLOAT:
        return real(column);
    case SQLITE_TEXT:
        return text(column);
    case SQLITE_BLOB:
        return blob(column);
    default:
        return {};
    }
}

} // namespace turnus::storage
