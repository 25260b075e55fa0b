#!/usr/bin/python3
"""Make the two app fonts from Inter (Debian package fonts-inter, SIL OFL 1.1).

"Turnus Sans"      Inter, Latin subset, as designed: headings and running text.
"Turnus Sans Tab"  the same with equal-width digits baked in: amounts, times, counters, number pad.
Reason: Qt Quick 6.4 cannot switch OpenType features on (font.features came with 6.6).
usage: freeze_digits.py OUT_DIR      (needs python3-fonttools)
"""
import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

SOURCE = pathlib.Path("/usr/share/fonts/opentype/inter")
WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")
KEPT_CHARACTERS = (
    "U+0020-007E,U+00A0-017F,U+2009,U+202F,U+2010-2015,U+2018-201E,U+2022,U+2026,U+2030,U+20AC,"
    "U+2190-2193,U+2197,U+2212,U+2248,U+2264,U+2265,U+00D7,U+2713"
)
FAMILY_NAME_IDS = (1, 3, 4, 16)
POSTSCRIPT_NAME_ID = 6


def freeze_tabular_digits(font):
    table, swap = font["GSUB"].table, {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag != "tnum":
            continue
        for index in record.Feature.LookupListIndex:
            for part in table.LookupList.Lookup[index].SubTable:
                swap.update(getattr(getattr(part, "ExtSubTable", part), "mapping", {}))
    for cmap in font["cmap"].tables:
        for code in map(ord, "0123456789"):
            if cmap.cmap.get(code) in swap:
                cmap.cmap[code] = swap[cmap.cmap[code]]


def rename(font, family):
    for name in font["name"].names:
        if name.nameID in FAMILY_NAME_IDS:
            name.string = name.toUnicode().replace("Inter", family)
        elif name.nameID == POSTSCRIPT_NAME_ID:
            name.string = name.toUnicode().replace("Inter", family.replace(" ", ""))


def main(out):
    out.mkdir(parents=True, exist_ok=True)
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "calt", "case"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    unicodes = subset.parse_unicodes(KEPT_CHARACTERS)
    for family in ("Turnus Sans", "Turnus Sans Tab"):
        for weight in WEIGHTS:
            font = TTFont(SOURCE / f"Inter-{weight}.otf", recalcTimestamp=False)
            if family.endswith("Tab"):
                freeze_tabular_digits(font)
            rename(font, family)
            subsetter = subset.Subsetter(options)
            subsetter.populate(unicodes=unicodes)
            subsetter.subset(font)
            font.save(out / f"{family.replace(' ', '')}-{weight}.otf")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]))
