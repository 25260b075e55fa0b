#!/usr/bin/env bash
# Which lines the tests run: builds with coverage, runs the tests, prints the totals per folder and writes
# build/coverage/report/index.html.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8
bash app/install.sh test
cmake --preset coverage >/dev/null
cmake --build --preset coverage -j "$(nproc)"
find build/coverage -name '*.gcda' -delete
(cd build/coverage && ctest -j "$(nproc)" -LE checks --output-on-failure)
mkdir -p build/coverage/report
gcovr --root . --filter '(app|core|qml|sync)/' --exclude '.*(autogen|\.rcc|qmltyperegistrations).*' \
    --exclude-throw-branches --html-details build/coverage/report/index.html --print-summary build/coverage
