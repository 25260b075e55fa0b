#pragma once

#include "tests/support/testdatabase.h"

namespace turnus::tests {

/// Work of a day in every state on its way to the server: a visit's readings here only, a grade sent, a part refused,
/// three confirmed, and a phone number on which the office disagrees.
void layFullDay(TestDatabase &database);
/// A genuine receipt of the day: of everything, or without the visit's reading and one of its two photos.
void layReceipt(TestDatabase &database, bool whole);

} // namespace turnus::tests
