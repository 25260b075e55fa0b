#pragma once

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

namespace turnus::tests {

/// A small company with one technician (jana), served by real turnus-server processes and reached by real
/// turnus-device processes. `database`: as for --database; empty is the directory's own SQLite file.
class RealCompany
{
public:
    static constexpr int patienceMs = 60'000;
    static constexpr const char *password = "demo-turnus";

    explicit RealCompany(const QString &database = {});
    ~RealCompany();
    RealCompany(const RealCompany &) = delete;
    RealCompany &operator=(const RealCompany &) = delete;

    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); }
    /// Runs a command beside the servers; a failing one ends the test.
    QByteArray server(const QStringList &words) const;
    /// One command of a handheld's; a failing one ends the test.
    QByteArray device(const QStringList &words, const QByteArray &input = {}) const;
    /// Starts one more server process; its port.
    [[nodiscard]] quint16 serve();
    /// `turnus-device follow`: what it says comes to standard output.
    void follow(QProcess &process) const;
    /// From the handheld's database; -1 when it cannot be read yet.
    [[nodiscard]] qint64 number(const char *sql) const;
    /// A token that opens the ERP's endpoints.
    [[nodiscard]] QByteArray erpToken() const;
    /// The body of PUT /v1/erp/appointments/{key} for an emergency of jana's.
    [[nodiscard]] static QByteArray emergency();

private:
    [[nodiscard]] QStringList where() const;
    void write(const char *name, const QByteArray &text) const;

    QString m_database;
    QTemporaryDir m_directory;
    std::vector<std::unique_ptr<QProcess>> m_servers;
};

} // namespace turnus::tests
