package org.broadsheet.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A line over days, as an SVG draws it; its foot is the smallest number, so that small changes are seen.
 *
 * @param points of the line, as SVG writes them
 * @param area the same, down to the foot
 */
public record LineChart(double width, double height, String points, String area) {
    private static final double WIDTH = 240;
    private static final double HEIGHT = 48;
    private static final double MARGIN = 3;

    /** A chart of these numbers, from left to right. */
    static LineChart of(List<Long> counts) {
        long most = counts.stream().mapToLong(Long::longValue).max().orElse(0);
        long least = counts.stream().mapToLong(Long::longValue).min().orElse(0);
        double range = Math.max(1, most - least);
        double step = WIDTH / Math.max(1, counts.size() - 1);
        String points = IntStream.range(0, counts.size())
                .mapToObj(
                        i -> point(i * step, HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * (counts.get(i) - least) / range))
                .collect(Collectors.joining(" "));
        return new LineChart(WIDTH, HEIGHT, points, point(0, HEIGHT) + " " + points + " " + point(WIDTH, HEIGHT));
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }
}
