#!/usr/bin/python3
"""Check that QML files are formatted as qmlformat writes them; --fix writes them so.

qmlformat 6.4 loses the value of "pragma ComponentBehavior: Bound"; this script puts it back.
usage: qmlformat.py [--fix] [FILE …]      (default: every .qml below qml/, app/ and tests/)
"""
import concurrent.futures
import difflib
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
QMLFORMAT = shutil.which("qmlformat") or "/usr/lib/qt6/bin/qmlformat"


def formatted(path):
    run = subprocess.run([QMLFORMAT, str(path)], capture_output=True, text=True)
    if run.returncode != 0:
        return None
    return run.stdout.replace("pragma ComponentBehavior\n", "pragma ComponentBehavior: Bound\n")


def check(path, fix):
    before = path.read_text()
    after = formatted(path)
    if after is None:
        return f"{path.relative_to(ROOT)}: qmlformat cannot read it\n"
    if before == after:
        return ""
    if fix:
        path.write_text(after)
        return ""
    name = str(path.relative_to(ROOT))
    return "".join(difflib.unified_diff(before.splitlines(True), after.splitlines(True), name, name + " (formatted)", n=1))


def main(arguments):
    fix = "--fix" in arguments
    files = [pathlib.Path(a).resolve() for a in arguments if a != "--fix"]
    if not files:
        files = sorted(f for top in ("qml", "app", "tests") for f in (ROOT / top).rglob("*.qml"))
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        findings = [text for text in pool.map(lambda f: check(f, fix), files) if text]
    sys.stdout.write("".join(findings))
    if findings:
        sys.exit(f"{len(findings)} of {len(files)} QML files are not formatted: tests/checks/qmlformat.py --fix")
    print(f"{len(files)} QML files formatted")


if __name__ == "__main__":
    main(sys.argv[1:])
