#pragma once

/// In a test: what has a sync() comes through with it.
#define VERIFY_SYNC(world)                                                                                             \
    do {                                                                                                               \
        const auto synced = (world).sync();                                                                            \
        QVERIFY2(synced, synced ? "" : qPrintable(synced.error().toString()));                                         \
    } while (false)
