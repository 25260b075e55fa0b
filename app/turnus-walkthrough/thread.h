#pragma once

#include "app/turnus-walkthrough/finger.h"

#include <QSize>
#include <memory>

namespace turnus {
class Clock;
}
namespace turnus::app {
class Application;
}

namespace turnus::walkthrough {

struct Options
{
    QString server;
    QString directory; ///< holds the two handhelds' data
    QString pictures;
    QString language;
};

/// The main job, end to end, by touch on the real pages: a technician's day, offline in between, and a supervisor's
/// approval. Every step leaves a numbered picture.
class Thread
{
public:
    Thread(const Options &options, const Clock &clock);
    ~Thread();

    [[nodiscard]] Status run();

private:
    [[nodiscard]] Status open(const QString &handheld, QSize size);
    void close();
    [[nodiscard]] Status signIn(const QString &login);
    [[nodiscard]] Status goOffline(bool offline);
    [[nodiscard]] Status arrive();
    [[nodiscard]] Status checkAndRead();
    [[nodiscard]] Status partsAndFinding();
    [[nodiscard]] Status noteAndShow();
    [[nodiscard]] Status refer();
    [[nodiscard]] Status sign();
    [[nodiscard]] Status sync();
    [[nodiscard]] Status approve();
    [[nodiscard]] Status seeTheBonus();
    /// Taps and takes a picture of what opens.
    [[nodiscard]] Status tapTo(const QString &name, const QString &picture);
    [[nodiscard]] Status picture(const QString &name);
    [[nodiscard]] qint64 waiting() const;

    Options m_options;
    const Clock &m_clock;
    std::unique_ptr<app::Application> m_application;
    std::unique_ptr<Finger> m_finger;
    int m_pictures = 0;
};

} // namespace turnus::walkthrough
