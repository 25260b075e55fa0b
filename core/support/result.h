#pragma once

#include <QString>
#include <tl/expected.hpp>

namespace turnus {

/// Who reports an error. The pair (domain, code) is stable and documented; `detail` is for people who help.
enum class Domain { Storage, Input, Network, Protocol, Access, Content };

/// "storage", "input" …: the domain's name on the wire and in logs.
QString nameOf(Domain domain);

/// An error as a value. View models choose the words a user reads; `code` is a short stable slug such as
/// "file-newer", `detail` names what is wrong and where (file, line, field) in English.
struct Error
{
    Domain domain = Domain::Input;
    QString code;
    QString detail;

    /// True when trying the same again cannot help: the input or the program must change first.
    [[nodiscard]] bool isPermanent() const;
    /// "storage/file-newer: …" for logs and command lines.
    [[nodiscard]] QString toString() const;
    bool operator==(const Error &) const = default;
};

template <class T>
using Result = tl::expected<T, Error>;
using Status = Result<void>;

/// `return fail(Domain::Input, u"column-missing", u"customers.csv: line 1: …"_qs);`
tl::unexpected<Error> fail(Domain domain, QStringView code, QString detail = {});

} // namespace turnus

#define TURNUS_JOIN_INNER(a, b) a##b
#define TURNUS_JOIN(a, b) TURNUS_JOIN_INNER(a, b)
/// Leaves the enclosing function with the error of `expression`, which is a Result or Status.
#define TURNUS_TRY(expression)                                                                                         \
    do {                                                                                                               \
        if (auto turnusTried = (expression); !turnusTried)                                                             \
            return tl::unexpected(std::move(turnusTried.error()));                                                     \
    } while (false)
// NOLINTBEGIN(bugprone-macro-parentheses): `name` is declared, it cannot stand in parentheses.
/// Declares `name` with the value of `expression`, or leaves the enclosing function with its error.
#define TURNUS_ASSIGN(name, expression)                                                                                \
    auto TURNUS_JOIN(turnusResult, __LINE__) = (expression);                                                           \
    if (!TURNUS_JOIN(turnusResult, __LINE__))                                                                          \
        return tl::unexpected(std::move(TURNUS_JOIN(turnusResult, __LINE__).error()));                                 \
    auto name = std::move(*TURNUS_JOIN(turnusResult, __LINE__))
// NOLINTEND(bugprone-macro-parentheses)
