#pragma once

#include "sync/server/service/authorisation.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace turnus::server {

/// One operation of sync/protocol/openapi.yaml, which a test holds this table against.
struct Route
{
    std::string_view method;
    std::string_view path; ///< as in the document: {name} stands for one segment or its beginning
    Endpoint endpoint;
    std::size_t bodyBytes = 0; ///< most that its body may have
};

[[nodiscard]] std::span<const Route> routes();
/// What answers the request; nullptr when nothing does.
[[nodiscard]] const Route *findRoute(std::string_view method, std::string_view target);
/// The route's path that the target is of, by whatever method; empty when there is none.
[[nodiscard]] std::string_view pathOfRoute(std::string_view target);
/// The methods that are answered at the target, "GET, PUT"; empty when there is none.
[[nodiscard]] std::string methodsOf(std::string_view target);
/// The target without its query.
[[nodiscard]] std::string_view pathOf(std::string_view target);
/// What follows the target's "?".
[[nodiscard]] std::string_view queryOf(std::string_view target);
/// What stands in the target for the {names} of the path, in their order, percent-encoded as it came.
[[nodiscard]] std::vector<std::string_view> argumentsOf(const Route &route, std::string_view target);

} // namespace turnus::server
