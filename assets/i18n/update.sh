#!/bin/sh
# Bring the .ts files up to date with the sources: update.sh [LUPDATE [OUT_DIR]]
# Without places in the sources and in the order of contexts, so that several people can merge them.
set -eu
lupdate=${1:-/usr/lib/qt6/bin/lupdate}
out=${2:-$(dirname "$(readlink -f "$0")")}
cd "$(dirname "$(readlink -f "$0")")/../.."
set -- -I . qml app core sync -extensions qml,cpp,h -locations none -no-obsolete -no-ui-lines -silent -source-language en
"$lupdate" "$@" -target-language de_DE -ts "$out/turnus_de.ts" >/dev/null
"$lupdate" "$@" -target-language en_GB -pluralonly -ts "$out/turnus_en.ts" >/dev/null
