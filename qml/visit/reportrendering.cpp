#include "qml/visit/reportrendering.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

namespace turnus::visitpage {

void renderLater(QObject *context, const Renderer &renderer, const visit::ReportDocument &document,
                 std::function<void(const Result<visit::RenderedReport> &)> then)
{
    const auto promise = std::make_shared<QPromise<Result<visit::RenderedReport>>>();
    promise->start();
    promise->future().then(context,
                           [then = std::move(then)](const Result<visit::RenderedReport> &rendered) { then(rendered); });
    QThreadPool::globalInstance()->start([promise, renderer, document] {
        promise->addResult(renderer->render(document));
        promise->finish();
    });
}

} // namespace turnus::visitpage
