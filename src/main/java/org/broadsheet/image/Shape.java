package org.broadsheet.image;

import java.time.Duration;

/** What a picture is for, and so how large it becomes: twice as many pixels as are shown, for fine screens. */
public enum Shape {
    /** Across the first story, shown 600 wide. */
    LEAD(1200, 640, 300, Duration.ofDays(7), Duration.ofDays(1), Duration.ofMinutes(10)),
    /** Beside a story, shown 96 to 120 wide. */
    THUMBNAIL(240, 240, 48, Duration.ofDays(7), Duration.ofDays(1), Duration.ofMinutes(10)),
    /** The icon of a site, shown 16 wide; where there is none today, there is none tomorrow. */
    ICON(32, 32, 8, Duration.ofDays(30), Duration.ofDays(7), Duration.ofDays(1));

    private final int width;
    private final int height;
    private final int narrowest;
    private final Duration kept;
    private final Duration unusable;
    private final Duration unreachable;

    Shape(int width, int height, int narrowest, Duration kept, Duration unusable, Duration unreachable) {
        this.width = width;
        this.height = height;
        this.narrowest = narrowest;
        this.kept = kept;
        this.unusable = unusable;
        this.unreachable = unreachable;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** A picture that is narrower would be a blur where it is shown, or only counts readers. */
    int narrowest() {
        return narrowest;
    }

    /** How long an outcome holds before the server is asked again. */
    Duration holds(PictureOutcome outcome) {
        if (outcome instanceof PictureOutcome.Made) {
            return kept;
        }
        return outcome instanceof PictureOutcome.Unusable ? unusable : unreachable;
    }
}
