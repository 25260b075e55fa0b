#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <functional>
#include <memory>
#include <vector>

namespace turnus::storage {
class Connection;
class Writer;
} // namespace turnus::storage

namespace turnus::tests {

constexpr int patienceMs = 120'000;

/// What a program said that came to its end.
struct Ended
{
    int code = -1;
    QByteArray out;
    QByteArray err;
    [[nodiscard]] QJsonObject json() const;
};

using Environment = QMap<QString, QString>;

/// Runs one of Turnus's programs to its end; ends the test when that does not come.
[[nodiscard]] Ended call(const char *program, const QStringList &words, const QByteArray &input = {},
                         const Environment &environment = {});
/// What must have succeeded; ends the test otherwise.
Ended done(Ended ended);

/// A company with two technicians in a directory of its own, its servers and their handhelds, all real processes over
/// real TCP. What is not asked about must succeed: it ends the test otherwise.
class ProcessWorld
{
public:
    /// Writes CSV files of a company. `database`: what its servers get as --database; a file by default.
    explicit ProcessWorld(QString database = {});
    ~ProcessWorld();
    ProcessWorld(const ProcessWorld &) = delete;
    ProcessWorld &operator=(const ProcessWorld &) = delete;

    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); }
    /// Writes a file below the world's directory. The company's stand in csv/.
    void write(const QString &name, const QByteArray &bytes) const;
    /// Makes the company of what stands in csv/.
    void makeCompany() const;
    /// Takes in what stands in csv/ now.
    void importCsv() const;

    /// Runs a command on the company, beside the servers.
    [[nodiscard]] Ended server(const QStringList &words, const QByteArray &input = {},
                               const Environment &environment = {}) const;
    /// Starts a server, where the first one listened: handhelds know it by that address, which is returned.
    QString serve(const QStringList &options = {});
    /// Starts one more, at an address of its own.
    QString serveElsewhere(const QStringList &options = {});
    [[nodiscard]] QString url() const { return m_url; } ///< of serve()
    [[nodiscard]] quint16 port() const;                 ///< of serve()
    /// The server that was started last.
    [[nodiscard]] QProcess &process() const { return *m_servers.back(); }
    void kill();
    /// Asks the servers to end. Whether all ended well.
    [[nodiscard]] bool stop();
    /// Where the company's rows are, for Database::at.
    [[nodiscard]] QString location() const;

    /// Runs turnus-device, with one JSON object as its answer.
    [[nodiscard]] Ended device(const QString &name, const QStringList &words, const QByteArray &input = {}) const;
    /// What its sync reports.
    QJsonObject sync(const QString &name, const QStringList &options = {}) const;
    /// Starts turnus-device and leaves it at its work.
    void start(QProcess &process, const QString &name, const QStringList &words) const;
    /// The number that the handheld's database has then. `url`: of another server than serve() started.
    qint64 signIn(const QString &name, const QString &login = QStringLiteral("jana"), const QString &url = {}) const;
    /// Writes in the handheld's own database, as its pages do.
    void edit(const QString &name, const std::function<void(storage::Connection &, storage::Writer &)> &work) const;
    /// Readings of the handheld's first asset with values from `first` on, in one commit.
    void record(const QString &name, int first, int count) const;
    /// Of the handheld's database; -1 when it says nothing.
    [[nodiscard]] qint64 number(const QString &name, const char *sql) const;
    [[nodiscard]] QString text(const QString &name, const char *sql) const;

private:
    [[nodiscard]] QStringList where() const;
    [[nodiscard]] QString serveAt(const QString &listen, const QStringList &options);

    QString m_database;
    QTemporaryDir m_directory;
    std::vector<std::unique_ptr<QProcess>> m_servers;
    QString m_url;
};

} // namespace turnus::tests
