#pragma once

/// Marks a plain loop to be built twice, for processors with wide registers too; which one runs is settled when the
/// program starts. Each element sees the same operations in the same order, so the bits are the same either way. The
/// sanitizers are not ready yet when that choice is made.
#if defined(__x86_64__) && defined(__gnu_linux__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&          \
    !defined(__SANITIZE_THREAD__)
#define TURNUS_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define TURNUS_WIDE
#endif
