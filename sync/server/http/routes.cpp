#include "sync/server/http/routes.h"

#include "sync/protocol/limits.h"
#include "sync/server/http/tus.h"
#include "sync/server/integration/limits.h"

#include <array>
#include <optional>

namespace turnus::server {

namespace {

using protocol::limits::jsonMaxBytes;
using protocol::limits::requestMaxBytes;

constexpr std::array all{
    Route{"POST", "/v1/session", Endpoint::SignIn, jsonMaxBytes},
    Route{"DELETE", "/v1/session", Endpoint::SignOut},
    Route{"POST", "/v1/session/refresh", Endpoint::Refresh, jsonMaxBytes},
    Route{"POST", "/v1/sync", Endpoint::Sync, requestMaxBytes},
    Route{"GET", "/v2/{brief}", Endpoint::Sync},
    Route{"GET", "/v1/events", Endpoint::Events},
    Route{"GET", "/v1/attachments/{sha256}", Endpoint::Attachment},
    Route{"GET", "/v1/receipt-keys", Endpoint::ReceiptKeys},
    Route{"GET", "/v1/receipts/{staff}/{day}", Endpoint::Receipt},
    Route{"POST", "/v1/erp/batch", Endpoint::WriteRecords, limits::recordsBytes},
    Route{"GET", "/v1/erp/customers/{key}", Endpoint::ReadRecord},
    Route{"PUT", "/v1/erp/customers/{key}", Endpoint::WriteRecord, limits::recordBytes},
    Route{"GET", "/v1/erp/contacts/{key}", Endpoint::ReadRecord},
    Route{"PUT", "/v1/erp/contacts/{key}", Endpoint::WriteRecord, limits::recordBytes},
    Route{"GET", "/v1/erp/sites/{key}", Endpoint::ReadRecord},
    Route{"PUT", "/v1/erp/sites/{key}", Endpoint::WriteRecord, limits::recordBytes},
    Route{"GET", "/v1/erp/products/{key}", Endpoint::ReadRecord},
    Route{"PUT", "/v1/erp/products/{key}", Endpoint::WriteRecord, limits::recordBytes},
    Route{"GET", "/v1/erp/prices/{key}", Endpoint::ReadRecord},
    Route{"PUT", "/v1/erp/prices/{key}", Endpoint::WriteRecord, limits::recordBytes},
    Route{"GET", "/v1/erp/assets/{key}", Endpoint::ReadRecord},
    Route{"PUT", "/v1/erp/assets/{key}", Endpoint::WriteRecord, limits::recordBytes},
    Route{"GET", "/v1/erp/appointments/{key}", Endpoint::ReadPlan},
    Route{"PUT", "/v1/erp/appointments/{key}", Endpoint::WritePlan, limits::recordBytes},
    Route{"POST", "/v1/referrals/{id}/stage", Endpoint::MoveReferral, jsonMaxBytes},
    Route{"POST", "/v1/erasures", Endpoint::Erase, jsonMaxBytes},
    Route{"POST", "/v1/calendar", Endpoint::AddCalendar, jsonMaxBytes},
    Route{"DELETE", "/v1/calendar", Endpoint::RevokeCalendars},
    Route{"GET", "/v1/calendar/{secret}.ics", Endpoint::ReadCalendar},
    Route{"OPTIONS", "/v1/uploads", Endpoint::UploadOptions},
    Route{"POST", "/v1/uploads", Endpoint::Upload},
    Route{"HEAD", "/v1/uploads/{sha256}", Endpoint::Upload},
    Route{"PATCH", "/v1/uploads/{sha256}", Endpoint::Upload, uploadPieceBytes},
    Route{"DELETE", "/v1/uploads/{sha256}", Endpoint::Upload},
    Route{"GET", "/healthz", Endpoint::Health},
    Route{"GET", "/readyz", Endpoint::Ready},
    Route{"GET", "/metrics", Endpoint::Metrics},
};

/// Takes what stands before the next '/' off the path.
std::string_view segment(std::string_view &path)
{
    const auto end = path.find('/');
    const std::string_view first = path.substr(0, end);
    path = end == std::string_view::npos ? std::string_view() : path.substr(end);
    return first;
}

/// What stands for the segment's {name}; empty for a literal one; nothing when they differ.
std::optional<std::string_view> match(std::string_view pattern, std::string_view given)
{
    const auto open = pattern.find('{');
    if (open == std::string_view::npos)
        return pattern == given ? std::optional(std::string_view()) : std::nullopt;
    const std::string_view after = pattern.substr(pattern.find('}') + 1);
    if (given.size() <= open + after.size() || given.substr(0, open) != pattern.substr(0, open) ||
        !given.ends_with(after))
        return {};
    return given.substr(open, given.size() - open - after.size());
}

std::optional<std::vector<std::string_view>> match(const Route &route, std::string_view path)
{
    std::vector<std::string_view> arguments;
    std::string_view pattern = route.path;
    while (!pattern.empty() && !path.empty()) {
        pattern.remove_prefix(1);
        if (path.front() != '/')
            return {};
        path.remove_prefix(1);
        const auto argument = match(segment(pattern), segment(path));
        if (!argument)
            return {};
        if (!argument->empty())
            arguments.push_back(*argument);
    }
    if (!pattern.empty() || !path.empty())
        return {};
    return arguments;
}

} // namespace

std::span<const Route> routes()
{
    return all;
}

std::string_view pathOf(std::string_view target)
{
    return target.substr(0, target.find('?'));
}

std::string_view queryOf(std::string_view target)
{
    const auto mark = target.find('?');
    return mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
}

const Route *findRoute(std::string_view method, std::string_view target)
{
    for (const Route &route : all) {
        if (route.method == method && match(route, pathOf(target)))
            return &route;
    }
    return nullptr;
}

std::string_view pathOfRoute(std::string_view target)
{
    for (const Route &route : all) {
        if (match(route, pathOf(target)))
            return route.path;
    }
    return {};
}

std::string methodsOf(std::string_view target)
{
    std::string methods;
    for (const Route &route : all) {
        if (match(route, pathOf(target)))
            methods += (methods.empty() ? "" : ", ") + std::string(route.method);
    }
    return methods;
}

std::vector<std::string_view> argumentsOf(const Route &route, std::string_view target)
{
    return match(route, pathOf(target)).value_or(std::vector<std::string_view>());
}

} // namespace turnus::server
