#!/usr/bin/env bash
# Builds the forecast kernel for x86-64 and arm64 and compares what both say of the same units: digits to 1e-9, days
# and words exactly. Not in ctest: it fetches Debian's arm64 libraries and takes a minute or two.
#   bash tests/core/forecast/arm64.sh [UNITS]        needs: apt-get install qemu-user g++-aarch64-linux-gnu
set -euo pipefail
cd "$(dirname "$0")/../../.."
units=${1:-10000}
build=build/arm64
root=$PWD/$build/root
for tool in aarch64-linux-gnu-g++ qemu-aarch64; do
    command -v "$tool" >/dev/null || { echo "$tool is missing: apt-get install qemu-user g++-aarch64-linux-gnu" >&2; exit 2; }
done

# The arm64 libraries, unpacked beside the build: the machine's own package state stays as it is.
if [ ! -e "$root/usr/lib/aarch64-linux-gnu/libQt6Core.so.6" ]; then
    mkdir -p "$build"/apt/lists/partial "$build"/apt/archives/partial "$root"
    apt=(apt-get -o APT::Architectures=amd64,arm64 -o "Dir::State::lists=$PWD/$build/apt/lists" -o "Dir::Cache=$PWD/$build/apt"
         -o Dir::State::status=/dev/null)
    "${apt[@]}" update >"$build/apt.log" 2>&1
    "${apt[@]}" install -y --download-only --no-install-recommends libqt6core6:arm64 libstdc++6:arm64 >>"$build/apt.log" 2>&1
    for package in "$build"/apt/archives/*_arm64.deb; do
        dpkg -x "$package" "$root"
    done
fi

sources=(tests/core/forecast/digits.cpp core/forecast/*.cpp core/support/{money,result,time}.cpp)
flags=(-std=c++20 -O2 -ffp-contract=off -fPIC -I. $(pkg-config --cflags Qt6Core))
g++ "${flags[@]}" "${sources[@]}" -o "$build/digits-amd64" $(pkg-config --libs Qt6Core)
aarch64-linux-gnu-g++ "${flags[@]}" "${sources[@]}" -o "$build/digits-arm64" \
    "$root/usr/lib/aarch64-linux-gnu/libQt6Core.so.6" -Wl,--allow-shlib-undefined
"$build/digits-amd64" "$units" >"$build/amd64.txt"
qemu-aarch64 -L "$root" -E "LD_LIBRARY_PATH=$root/usr/lib/aarch64-linux-gnu:$root/lib/aarch64-linux-gnu" \
    "$build/digits-arm64" "$units" >"$build/arm64.txt"
python3 tests/core/forecast/digits.py "$build/amd64.txt" "$build/arm64.txt"
