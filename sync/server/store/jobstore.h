#pragma once

#include "core/support/result.h"
#include "core/support/time.h"

#include <QString>
#include <optional>

namespace turnus::server {

class Connection;

/// Jobs that run on their own, on one server process at a time however many share the company. Whoever holds a job
/// renews it; one that died loses it when its time is up.
class JobStore
{
public:
    explicit JobStore(Connection &connection) : m_connection(connection) {}

    struct Job
    {
        QString holder;
        std::optional<Instant> heldUntil; ///< nothing: nobody has it
        Instant started;
        std::optional<Instant> finished;
        QString evidence;
        QString result;
    };
    /// Nothing when it never ran. Used inside Connection::read or write.
    [[nodiscard]] std::optional<Job> find(const QString &name);

    /// A transaction of its own. False when somebody else holds the job, or it was begun at `notSince` or later.
    [[nodiscard]] Result<bool> claim(const QString &name, const QString &holder, Instant now, milliseconds forTime,
                                     std::optional<Instant> notSince = {});
    /// A transaction of its own; error "job-lost" when another has taken it over.
    [[nodiscard]] Status renew(const QString &name, const QString &holder, Instant now, milliseconds forTime);
    /// Gives the job back and says how it went; without `evidence` what it had seen before stays.
    [[nodiscard]] Status finish(const QString &name, const QString &holder, Instant now,
                                const std::optional<QString> &evidence, const QString &result);

private:
    Connection &m_connection;
};

} // namespace turnus::server
