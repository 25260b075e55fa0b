#pragma once

#include "sync/protocol/limits.h"
#include "sync/server/service/limits.h"

namespace turnus::server {

/// In which pieces an answer comes. Tests make them small, so that little data has as many seams as much.
struct Pieces
{
    std::size_t frameBytes = protocol::limits::frameTargetBytes;
    std::size_t rowsPerWeighing = limits::rowsPerWeighing;
    std::size_t answerBytes = limits::answerBytes;
    int changesPerStep = limits::changesPerStep;
    long long snapshotLeastChanges = limits::snapshotLeastChanges;
};

} // namespace turnus::server
