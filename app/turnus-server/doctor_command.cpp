#include "app/turnus-server/commands.h"
#include "app/turnus-server/doctor.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::app {

int runDoctor(const QStringList &args, QTextStream &out, QTextStream &err)
{
    const auto options = parseServe(args);
    const auto serve = options ? serveOptions(*options) : tl::unexpected(options.error());
    if (!serve)
        return report(serve.error(), err);
    const DoctorOptions asked{.directory = options->value(u"data"_s, server::DataDirectory::standardPath()),
                              .database = options->value(u"database"_s, qEnvironmentVariable("TURNUS_DATABASE")),
                              .address = serve->listen.address,
                              .port = serve->listen.port,
                              .certificate = serve->listen.certificateFile,
                              .key = serve->listen.keyFile};
    const QList<Finding> findings = examine(asked);
    for (const Finding &finding : findings) {
        const char *state = finding.state == Finding::State::Well      ? "well   "
                            : finding.state == Finding::State::Warning ? "WARNING"
                                                                       : "FAULT  ";
        out << state << "  " << finding.what << "\n";
        if (!finding.advice.isEmpty())
            out << "         → " << finding.advice << "\n";
    }
    return std::ranges::any_of(findings, [](const Finding &f) { return f.state == Finding::State::Fault; }) ? 1 : 0;
}

} // namespace turnus::app
