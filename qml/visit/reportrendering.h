#pragma once

#include "core/visit/report.h"

#include <functional>
#include <memory>

class QObject;

namespace turnus::visitpage {

using Renderer = std::shared_ptr<const visit::ReportRenderer>;

/// Renders on another thread, because photos take their time, and calls `then` on the thread of `context`; never once
/// that is gone.
void renderLater(QObject *context, const Renderer &renderer, const visit::ReportDocument &document,
                 std::function<void(const Result<visit::RenderedReport> &)> then);

} // namespace turnus::visitpage
