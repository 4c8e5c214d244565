package org.broadsheet.web;

import java.util.ArrayList;
import java.util.List;

/**
 * Bars of several parts on top of each other, as an SVG draws them.
 *
 * @param width of the drawing, in its own units
 * @param most what the top line stands for, as it is shown
 * @param labels below the first and the last bar
 */
public record BarChart(double width, double height, List<Part> parts, String most, List<String> labels) {
    static final double WIDTH = 600;
    static final double HEIGHT = 120;
    private static final double GAP = 0.25;

    public BarChart {
        parts = List.copyOf(parts);
        labels = List.copyOf(labels);
    }

    /**
     * A part of a bar.
     *
     * @param kind the class that gives it its colour
     * @param title what it stands for
     */
    public record Part(String kind, double x, double y, double width, double height, String title) {}

    /** What a bar stands for. */
    record Bar(String label, List<Value> values) {
        long total() {
            return values.stream().mapToLong(Value::count).sum();
        }
    }

    /** What a part of a bar stands for. */
    record Value(String kind, long count, String title) {}

    /** A chart of these bars, from left to right. */
    static BarChart of(List<Bar> bars, Numbers numbers) {
        long most = Math.max(1, bars.stream().mapToLong(Bar::total).max().orElse(1));
        double step = WIDTH / Math.max(1, bars.size());
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            double top = HEIGHT;
            for (Value value : bars.get(i).values()) {
                double height = HEIGHT * value.count() / most;
                top -= height;
                if (value.count() > 0) {
                    parts.add(new Part(
                            value.kind(),
                            rounded(i * step + step * GAP / 2),
                            rounded(top),
                            rounded(step * (1 - GAP)),
                            rounded(height),
                            value.title()));
                }
            }
        }
        return new BarChart(WIDTH, HEIGHT, parts, numbers.shown(most), ends(bars));
    }

    private static List<String> ends(List<Bar> bars) {
        return bars.isEmpty()
                ? List.of("", "")
                : List.of(bars.get(0).label(), bars.get(bars.size() - 1).label());
    }

    static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
