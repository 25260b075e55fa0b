#pragma once

#include <QDate>
#include <QObject>
#include <QtQml/qqmlregistration.h>
#include <algorithm>

namespace turnus::shell {

/// How far the person's rows have come. What earlier, cut runs had brought of them counts.
struct Arrival
{
    Q_GADGET
    QML_VALUE_TYPE(arrival)
    Q_PROPERTY(int rows MEMBER rows)
    Q_PROPERTY(int rowsBefore MEMBER rowsBefore)
    Q_PROPERTY(int rowsInAll MEMBER rowsInAll)
    Q_PROPERTY(double bytes MEMBER bytes)
    Q_PROPERTY(double bytesInAll MEMBER bytesInAll)
    Q_PROPERTY(int secondsLeft MEMBER secondsLeft)
    Q_PROPERTY(double share READ share)

public:
    int rows = 0;
    int rowsBefore = 0; ///< where it goes on after a cut
    int rowsInAll = 0;  ///< 0: not known
    double bytes = 0;   ///< as they travel
    double bytesInAll = 0;
    int secondsLeft = -1; ///< -1: not known

    /// 0 to 1.
    [[nodiscard]] double share() const { return rowsInAll > 0 ? std::min(1.0, double(rows) / rowsInAll) : 0; }
};

/// What the interface knows of the synchronisation, whoever does it. All of it may be read at any time.
class SyncFace : public QObject
{
    Q_OBJECT
    QML_NAMED_ELEMENT(SyncFace)
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(int pendingCount READ pendingCount NOTIFY changed)
    Q_PROPERTY(int sentCount READ sentCount NOTIFY changed)
    Q_PROPERTY(int heldCount READ heldCount NOTIFY changed)
    Q_PROPERTY(int conflictCount READ conflictCount NOTIFY changed)
    Q_PROPERTY(bool online READ isOnline WRITE setOnline NOTIFY changed)
    Q_PROPERTY(turnus::shell::Arrival arrival READ arrival NOTIFY changed)
    Q_PROPERTY(bool keyStore READ hasKeyStore NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)

public:
    enum class State { Idle, Syncing, Offline, SignedOut, Failed };
    Q_ENUM(State)

    using QObject::QObject;

    [[nodiscard]] virtual State state() const = 0;
    /// Edits on this device only.
    [[nodiscard]] virtual int pendingCount() const = 0;
    [[nodiscard]] virtual int sentCount() const = 0;
    /// Edits that the server refused; kept.
    [[nodiscard]] virtual int heldCount() const = 0;
    [[nodiscard]] virtual int conflictCount() const = 0;
    /// False: the person switched the network off for this app.
    [[nodiscard]] virtual bool isOnline() const = 0;
    virtual void setOnline(bool online) = 0;
    /// False: this device has no key store, so that the sign-in lies in a file of the user's.
    [[nodiscard]] virtual bool hasKeyStore() const = 0;
    /// Of the sync under way; nothing between syncs.
    [[nodiscard]] virtual Arrival arrival() const = 0;
    /// The last failure in the person's language, or empty.
    [[nodiscard]] virtual QString error() const = 0;

    Q_INVOKABLE virtual void syncNow() = 0;
    /// The signed statement of what the server holds of a day; what comes of it is in the database, or in `error`.
    virtual void fetchReceipt(QDate day) = 0;
    /// Ends with signedIn() or with `error` set.
    Q_INVOKABLE virtual void signIn(const QString &server, const QString &login, const QString &password) = 0;
    /// Keeps every row and every unsent edit.
    Q_INVOKABLE virtual void signOut() = 0;

Q_SIGNALS:
    void changed();
    /// The person's rows are here; the pages may open.
    void signedIn();
};

} // namespace turnus::shell
