#!/usr/bin/env bash
# Installs the Debian 12 packages that Turnus is built and tested with. Safe to repeat: says what is missing and
# installs only that.   app/install.sh build|test
set -euo pipefail

build=(
    ca-certificates ccache cmake fonts-inter g++ git mold ninja-build pkg-config python3 python3-fonttools
    libboost1.81-dev libboost-json1.81-dev libexpected-dev libical-dev libsodium-dev libsqlite3-dev libsqlitecpp-dev libssl-dev
    libzstd-dev qtkeychain-qt6-dev
    libgl-dev libxkbcommon-dev qt6-base-dev qt6-declarative-dev qt6-declarative-dev-tools qt6-l10n-tools
    qt6-multimedia-dev qt6-pdf-dev qt6-positioning-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools
    qt6-translations-l10n qt6-virtualkeyboard-dev libqt6sql6-sqlite libqt6sql6-psql qt6-qpa-plugins
    qml6-module-qtquick qml6-module-qtquick-controls qml6-module-qtquick-layouts qml6-module-qtquick-pdf
    qml6-module-qtquick-shapes qml6-module-qtquick-templates qml6-module-qtquick-virtualkeyboard
    qml6-module-qtquick-window qml6-module-qtqml qml6-module-qtqml-models qml6-module-qtqml-workerscript
)
test=(
    clang clang-format clang-tidy gcovr nodejs npm poppler-utils postgresql qml6-module-qttest sqlite3 xauth xvfb
)

case "${1:-}" in
build) wanted=("${build[@]}") ;;
test) wanted=("${build[@]}" "${test[@]}") ;;
*)
    echo "usage: app/install.sh build|test" >&2
    exit 2
    ;;
esac

missing=()
for package in "${wanted[@]}"; do
    # Node.js often comes from elsewhere than Debian; what counts is that the command is there.
    case "$package" in nodejs | npm) command -v "${package/nodejs/node}" >/dev/null && continue ;; esac
    dpkg-query -W -f '${Status}\n' "$package" 2>/dev/null | grep -q '^install ok installed$' || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
    echo "packages: all there"
    exit 0
fi
echo "packages: installing ${missing[*]}"
as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "packages: run this as root, or install sudo" >&2; exit 1; }
    as_root=(sudo)
fi
log=$(mktemp)
if ! { "${as_root[@]}" apt-get update -qq &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 30 "$log" >&2
    echo "packages: apt-get failed; the whole log is $log" >&2
    exit 1
fi
rm -f "$log"
