#!/usr/bin/python3
"""Check that every text of the sources stands in the .ts files and is translated.

usage: translations.py [LUPDATE]      To repair: cmake --build --preset dev -t turnus_update_translations, then translate.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
I18N = ROOT / "assets" / "i18n"


def messages(path):
    """(context, source, comment) -> finished?"""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            texts = [form.text for form in translation.iter("numerusform")] or [translation.text]
            finished = translation.get("type") is None and all(texts)
            found[(context.findtext("name"), message.findtext("source"), message.findtext("comment") or "")] = finished
    return found


def findings(name, fresh_directory):
    kept, fresh = messages(I18N / name), messages(fresh_directory / name)
    for key in sorted(fresh.keys() - kept.keys()):
        yield f"{name}: {key[0]}: not in the file: {key[1]!r}"
    for key in sorted(kept.keys() - fresh.keys()):
        yield f"{name}: {key[0]}: no longer in the sources: {key[1]!r}"
    for key in sorted(key for key, finished in kept.items() if not finished and key in fresh):
        yield f"{name}: {key[0]}: not translated: {key[1]!r}"


def main(lupdate):
    names = ("turnus_de.ts", "turnus_en.ts")
    with tempfile.TemporaryDirectory() as place:
        fresh = pathlib.Path(place)
        for name in names:
            shutil.copy(I18N / name, fresh)
        subprocess.run([str(I18N / "update.sh"), lupdate, place], check=True)
        found = [text for name in names for text in findings(name, fresh)]
    print("\n".join(found))
    if found:
        sys.exit(f"{len(found)} texts to look after: build turnus_update_translations, then translate in assets/i18n")
    print(f"{len(messages(I18N / names[0]))} texts translated")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "/usr/lib/qt6/bin/lupdate")
