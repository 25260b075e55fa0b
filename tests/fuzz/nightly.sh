#!/usr/bin/env bash
# Runs each fuzz target for a while (default 60 s) from its corpus; what it finds is left in build/fuzz/found.
#   tests/fuzz/nightly.sh [SECONDS [TARGET…]]
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-60}
shift || true
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz -t turnus_fuzz -j "$(nproc)"
mkdir -p build/fuzz/found
targets=("$@")
[ ${#targets[@]} -gt 0 ] || mapfile -t targets < <(cd tests/fuzz && ls fuzz_*.cpp | sed 's/^fuzz_//; s/\.cpp$//')
failed=0
for name in "${targets[@]}"; do
    # New inputs go to build/; merge good ones into tests/fixtures/fuzz by hand (-merge=1).
    mkdir -p "build/fuzz/corpus/$name"
    log=build/fuzz/$name.log
    if "build/fuzz/bin/fuzz_$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -max_len=65536 \
        -artifact_prefix="build/fuzz/found/$name-" "build/fuzz/corpus/$name" "tests/fixtures/fuzz/$name" 2>"$log"; then
        echo "$name: $(grep -E '^Done' "$log")"
    else
        failed=1
        echo "$name: FOUND something, see $log"
        tail -n 20 "$log"
    fi
done
exit $failed
