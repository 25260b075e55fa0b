#!/usr/bin/env python3
"""Proves the directions that dependencies run in: reads every #include and QML import and names each that goes where
its folder must not. Usage: dependencies.py REPOSITORY"""

import pathlib
import re
import sys

# folder prefix -> prefixes it may use beside its own; the longest matching prefix rules.
ALLOWED = {
    "core/support": [],
    "core/sqlite": [],
    "core/storage": ["core/support", "core/sqlite"],
    "core": ["core/support", "core/storage"],
    "sync/protocol": ["core/support"],
    "sync/client": ["sync/protocol", "core/storage", "core/support"],
    "sync/transport": ["sync/client", "sync/protocol", "core/storage", "core/support"],
    "sync/server": ["sync/server", "sync/protocol", "core/support", "core/sqlite", "core/forecast", "core/bonus"],
    "assets": ["assets", "core/support"],
    "qml/theme": [],
    "qml/controls": ["qml/theme"],
    "qml/team": ["qml/theme", "qml/controls", "qml/shell", "qml/bonus", "qml/outbox", "core", "sync/client"],
    "qml/asset": ["qml/theme", "qml/controls", "qml/shell", "qml/care", "core", "sync/client"],
    "qml/visit": ["qml/theme", "qml/controls", "qml/shell", "qml/asset", "qml/care", "core", "sync/client"],
    "qml": ["qml/theme", "qml/controls", "qml/shell", "core", "sync/client"],
    "app": ["app", "qml", "sync", "core", "assets"],
    "tests": ["app", "qml", "sync", "core", "assets", "tests"],
}
# What a feature of the core may take from another, as plain values.
VALUES = {
    "core/installedbase": ["core/forecast"],
    "core/visit": ["core/forecast", "core/schedule"],
    "core/schedule": ["core/forecast"],
    "core/sales": ["core/forecast"],
    "core/bonus": ["core/forecast"],
}
FORBIDDEN_QT_IN_CORE = re.compile(r"#include <(QGui|QQml|QQuick|QNetwork|QWindow|QImage|QPainter|QSql)")
INCLUDE = re.compile(r'^\s*#include "([^"]+)"')
IMPORT = re.compile(r"^\s*import Turnus\.(\w+)")


def rule_for(folder):
    matching = [prefix for prefix in ALLOWED if folder == prefix or folder.startswith(prefix + "/")]
    return ALLOWED[max(matching, key=len)] if matching else None


def own_folder(folder):
    parts = folder.split("/")
    return "/".join(parts[:2]) if parts[0] in ("core", "qml", "sync") else parts[0]


def is_allowed(folder, target):
    own = own_folder(folder)
    allowed = [own, *rule_for(folder), *VALUES.get(own, [])]
    if own == "core/storage" or (folder.startswith("sync/server") and target.startswith("core/storage")):
        allowed = [prefix for prefix in allowed if prefix != "core"]
    return any(target == prefix or target.startswith(prefix + "/") for prefix in allowed)


def targets_of(path, line, folder):
    included = INCLUDE.match(line)
    if included and "/" in included.group(1) and included.group(1).split("/")[0] in ALLOWED_TOPS:
        yield str(pathlib.PurePosixPath(included.group(1)).parent)
    imported = IMPORT.match(line)
    if imported and path.suffix == ".qml":
        yield "qml/" + imported.group(1).lower()


ALLOWED_TOPS = {prefix.split("/")[0] for prefix in ALLOWED}


def check(root):
    faults, files = [], 0
    for top in sorted(ALLOWED_TOPS):
        for path in sorted((root / top).rglob("*")):
            if path.suffix not in (".cpp", ".h", ".qml") or "node_modules" in path.parts:
                continue
            files += 1
            folder = path.parent.relative_to(root).as_posix()
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                where = f"{path.relative_to(root)}:{number}"
                if top == "core" and FORBIDDEN_QT_IN_CORE.match(line):
                    faults.append(f"{where}: the core knows no Gui, Qml, Network or Sql: {line.strip()}")
                for target in targets_of(path, line, folder):
                    if not is_allowed(folder, target):
                        faults.append(f"{where}: {own_folder(folder)} must not use {target}")
    return faults, files


def main():
    faults, files = check(pathlib.Path(sys.argv[1]))
    for fault in faults:
        print(fault)
    print(f"{files} files read, {len(faults)} dependencies against the rules")
    return 1 if faults or files == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
