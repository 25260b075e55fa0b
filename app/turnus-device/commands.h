#pragma once

#include "app/turnus-device/arguments.h"
#include "app/turnus-device/device.h"

#include <boost/json/object.hpp>

namespace turnus::device {

/// What a command says at its end: a JSON object with --json, else lines of "name: value".
using Report = boost::json::object;

Result<Report> login(Device &device, const QStringList &words);
Result<Report> logout(Device &device, const QStringList &words);
Result<Report> sync(Device &device, const QStringList &words);
Result<Report> status(Device &device, const QStringList &words);
Result<Report> outbox(Device &device, const QStringList &words);
Result<Report> conflicts(Device &device, const QStringList &words);
Result<Report> today(Device &device, const QStringList &words);
Result<Report> visit(Device &device, const QStringList &words);
Result<Report> gone(Device &device, const QStringList &words);
Result<Report> refer(Device &device, const QStringList &words);
/// What the server signed that it holds of a day.
Result<Report> receipt(Device &device, const QStringList &words);
/// Whether the next visits can be made without a network.
Result<Report> ready(Device &device, const QStringList &words);
Result<Report> follow(Device &device, const QStringList &words);
/// Needs no device.
Result<Report> swarm(const QStringList &words);
/// Needs no device.
Result<std::string> frame(const QStringList &words);

boost::json::string json(const QString &text);
/// ISO 8601, UTC.
boost::json::string json(Instant instant);

} // namespace turnus::device
