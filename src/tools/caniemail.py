#!/usr/bin/env python3
"""Makes src/main/resources/lint/caniemail.tsv of the data of caniemail.com.

    npm pack caniemail@2.0.2 && tar xzf caniemail-2.0.2.tgz
    python3 src/tools/caniemail.py package/data/caniemail.json > src/main/resources/lint/caniemail.tsv

A row is a feature: its slug, a letter for each client of the heading (y supported, a partly, n not, u unknown, - untested; the
newest test counts), and the uses of HTML and CSS that need it, as org.broadsheet.lint.Use writes them.
"""
import json
import sys

CLIENTS = {
    "gmail": ["desktop-webmail", "ios", "android", "mobile-webmail"],
    "outlook": ["windows", "macos", "ios", "android", "outlook-com"],
    "apple-mail": ["macos", "ios"],
    "yahoo": ["desktop-webmail", "ios", "android"],
    "samsung-email": ["android"],
    "gmx": ["desktop-webmail", "ios", "android"],
    "web-de": ["desktop-webmail", "ios", "android"],
}

# Where the slug does not tell. An empty list is what a mail's HTML cannot show, or what every mail has.
USES = {
    "amp": [],
    "bimi": [],
    "css-at-media-device-pixel-ratio": ["at:media(-webkit-min-device-pixel-ratio)", "at:media(-webkit-max-device-pixel-ratio)"],
    "css-at-media-hover": ["at:media(hover)", "at:media(any-hover)"],
    "css-at-media-orientation": ["at:media(orientation)"],
    "css-at-media-prefers-color-scheme": ["at:media(prefers-color-scheme)"],
    "css-at-media-prefers-reduced-motion": ["at:media(prefers-reduced-motion)"],
    "css-block-inline-size": ["property:block-size"],
    "css-border-inline-block": ["property:border-inline", "property:border-block"],
    "css-border-inline-block-individual": [
        f"property:border-{axis}-{side}" for axis in ("inline", "block") for side in ("start", "end")
    ],
    "css-border-inline-block-longhand": [
        f"property:border-{axis}-{part}" for axis in ("inline", "block") for part in ("color", "style", "width")
    ],
    "css-border-radius-logical": [
        f"property:border-{first}-{second}-radius" for first in ("start", "end") for second in ("start", "end")
    ],
    "css-column-layout-properties": [
        f"property:{name}" for name in ("column-fill", "column-rule", "column-span", "column-width", "columns")
    ],
    "css-comments": ["comment:css"],
    "css-display-flex": ["value:display=flex", "value:display=inline-flex"],
    "css-display-grid": ["value:display=grid", "value:display=inline-grid"],
    "css-display-none": ["value:display=none"],
    "css-gap": ["property:gap", "property:row-gap", "property:column-gap"],
    "css-grid-template": [f"property:grid-template{name}" for name in ("", "-areas", "-columns", "-rows")],
    "css-important": ["important:"],
    "css-inert-attribute": ["attribute:inert"],
    "css-intrinsic-size": ["keyword:fit-content", "keyword:min-content", "keyword:max-content"],
    "css-left-right-top-bottom": [f"property:{side}" for side in ("left", "right", "top", "bottom")],
    "css-margin-block-start-end": ["property:margin-block-start", "property:margin-block-end"],
    "css-margin-inline-block": ["property:margin-inline", "property:margin-block"],
    "css-margin-inline-start-end": ["property:margin-inline-start", "property:margin-inline-end"],
    "css-modern-color": ["function:lch", "function:oklch", "function:lab", "function:oklab"],
    "css-nesting": ["nesting:"],
    "css-padding-block-start-end": ["property:padding-block-start", "property:padding-block-end"],
    "css-padding-inline-block": ["property:padding-inline", "property:padding-block"],
    "css-padding-inline-start-end": ["property:padding-inline-start", "property:padding-inline-end"],
    "css-scroll-snap": ["property:scroll-snap-type", "property:scroll-snap-align"],
    "css-sytem-ui": [f"keyword:{name}" for name in ("system-ui", "ui-serif", "ui-sans-serif", "ui-rounded", "ui-monospace")],
    "css-unit-calc": ["function:calc"],
    "css-unit-initial": ["keyword:initial"],
    "css-variables": ["function:var", "variable:"],
    "html-anchor-links": ["link:#"],
    "html-body": [],
    "html-button-reset": ["element:button[type=reset]"],
    "html-button-submit": ["element:button[type=submit]"],
    "html-comments": [],
    "html-doctype": [],
    "html-h1-h6": [f"element:h{level}" for level in range(1, 7)],
    "html-image-maps": ["attribute:usemap"],
    "html-lists": ["element:ul", "element:ol", "element:dl"],
    "html-loading-attribute": ["attribute:loading"],
    "html-mailto-links": ["link:mailto"],
    "html-meta-color-scheme": ["meta:color-scheme"],
    "html-semantics": [
        f"element:{name}"
        for name in "article aside details figcaption figure footer header main mark nav section summary time".split()
    ],
    "html-srcset": ["attribute:srcset", "attribute:sizes"],
    "html-style": [],
    "image-base64": ["image:data"],
    "image-heif": ["image:heif", "image:heic"],
    "image-jpg": ["image:jpg", "image:jpeg"],
    "image-svg": ["image:svg"],
    "image-tiff": ["image:tiff", "image:tif"],
}
ATTRIBUTES = (
    "align aria-describedby aria-hidden aria-label aria-labelledby aria-live background cellpadding cellspacing dir "
    "height hidden lang popover required role target valign width"
).split()
PREFIXES = {
    "css-pseudo-class-": "pseudo:",
    "css-pseudo-element-": "pseudo:",
    "css-selector-": "selector:",
    "css-function-": "function:",
    "css-unit-": "unit:",
    "css-at-": "at:",
    "image-": "image:",
}
FUNCTIONS = ["conic-gradient", "linear-gradient", "radial-gradient", "rgb", "rgba"]


def uses(slug):
    if slug in USES:
        return USES[slug]
    for prefix, kind in PREFIXES.items():
        if slug.startswith(prefix):
            return [kind + slug[len(prefix):]]
    kind, name = slug.split("-", 1)
    if kind == "css":
        return ["function:" + name] if name in FUNCTIONS else ["property:" + name]
    if name in ATTRIBUTES:
        return ["attribute:" + name]
    if name.startswith("input-"):
        return ["element:input[type=%s]" % name[len("input-"):]]
    return ["element:" + name]


def newest(tests):
    """The letter of the newest test; versions stand in order, months (2024-01) not always."""
    if not tests:
        return "-"
    dated = all("-" in version for version in tests)
    return tests[max(tests) if dated else list(tests)[-1]][0]


def main(path):
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    columns = [(family, platform) for family, platforms in CLIENTS.items() for platform in platforms]
    print("\t".join(["data of " + data["last_update_date"][:10], " ".join(f"{f}.{p}" for f, p in columns)]))
    for feature in data["data"]:
        needs = uses(feature["slug"])
        if needs:
            stats = feature["stats"]
            support = "".join(newest(stats.get(family, {}).get(platform)) for family, platform in columns)
            print("\t".join([feature["slug"], support, " ".join(needs)]))


if __name__ == "__main__":
    main(sys.argv[1])
