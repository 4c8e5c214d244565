package org.broadsheet.web;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

/** The choice of a time zone as HTML: more than four hundred lines, which would be most of the work of a page. */
final class ZoneOptions {
    private final PageTemplates templates;
    private final RecentlyMade<ZoneId> made = new RecentlyMade<>();

    ZoneOptions(PageTemplates templates) {
        this.templates = templates;
    }

    /** The options, of which that one is chosen. */
    String html(ZoneId chosen) {
        return made.get(
                chosen,
                zone -> templates
                        .render("web/zones.html", Locale.ROOT, Map.of("zones", ChoiceOptions.zones(zone)))
                        .strip());
    }
}
