#include "app/turnus-server/commands.h"
#include "app/turnus-server/doctor.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::app {

int runDoctor(const QStringList &args, QTextStream &out, QTextStream &err)
{
    const auto options = parse(args, {u"listen"_s, u"tls-cert"_s, u"tls-key"_s}, {}, 0);
    if (!options)
        return report(options.error(), err);
    DoctorOptions asked{.directory = options->value(u"data"_s, server::DataDirectory::standardPath()),
                        .database = options->value(u"database"_s, qEnvironmentVariable("TURNUS_DATABASE")),
                        .certificate = options->value(u"tls-cert"_s),
                        .key = options->value(u"tls-key"_s)};
    if (const Status listen = parseListen(*options, asked.address, asked.port); !listen)
        return report(listen.error(), err);
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
