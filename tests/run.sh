#!/usr/bin/env bash
# Installs what the tests need, builds everything with sanitizers and warnings as errors, runs all tests; then plays
# 2,000 simulated schedules of devices and server with an optimised build.
#   tests/run.sh [ctest arguments]       for example  tests/run.sh -R sync
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8
cores=$(nproc)
say() { printf '\n== %s (%ds)\n' "$1" "$SECONDS"; }

say "Packages"
bash app/install.sh test
if [ -f tests/sync/protocol/package-lock.json ]; then
    say "npm packages that check the protocol's document"
    npm ci --prefix tests/sync/protocol --no-audit --no-fund --loglevel=error
fi

say "Build: address and undefined-behaviour sanitizers, warnings are errors"
cmake --preset asan >/dev/null
cmake --build --preset asan -j "$cores"

say "Tests"
status=0
ctest --preset asan -j "$cores" --timeout 300 "$@" || status=$?

if [ $# -eq 0 ]; then
    say "Thread sanitizer over what has threads"
    cmake --preset tsan >/dev/null
    cmake --build --preset tsan -j "$cores" -t turnus_threaded_tests
    ctest --preset tsan -j "$cores" -L threads --timeout 300 || status=$?

    say "Simulation: 2,000 schedules, optimised"
    cmake --preset sim >/dev/null
    cmake --build --preset sim -j "$cores" -t turnus-simulation
    build/sim/bin/turnus-simulation --seeds 1..2000 || status=$?
fi
say "Done"
exit $status
