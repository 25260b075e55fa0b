#pragma once

namespace turnus::sqlite {

/// Readies SQLite for many threads that each have connections of their own; before the first of them. It would
/// otherwise count the memory of all under one lock, at which two busy threads together get less done than one alone,
/// and lock each connection at each call.
void setUp();

} // namespace turnus::sqlite
