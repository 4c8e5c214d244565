package org.broadsheet.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CrowdingTest {
    private static final int ITEMS = 40;

    /** Two items that are alike, the first of them a little like many others. */
    private static List<Link> crowded(int others) {
        Stream<Link> crowd = IntStream.range(2, 2 + others).mapToObj(i -> new Link(0, i, 0.1));
        return Stream.concat(Stream.of(new Link(0, 1, 0.5)), crowd).toList();
    }

    private static double between(int one, int other, List<Link> links) {
        return links.stream()
                .filter(link -> link.one() == one && link.other() == other)
                .mapToDouble(Link::similarity)
                .findFirst()
                .orElse(0);
    }

    /** Those items in one cluster, and all others alone. */
    private static List<List<Integer>> together(Integer... items) {
        List<List<Integer>> clusters = new ArrayList<>(List.of(List.of(items)));
        IntStream.range(0, ITEMS)
                .filter(item -> !List.of(items).contains(item))
                .forEach(item -> clusters.add(List.of(item)));
        return clusters;
    }

    @Test
    void takesMoreOffTheMoreNeighboursThereAre() {
        double few = between(0, 1, Crowding.corrected(ITEMS, crowded(10)));
        double many = between(0, 1, Crowding.corrected(ITEMS, crowded(30)));

        assertThat(few).isLessThan(0.5);
        assertThat(many).isLessThan(few);
    }

    @Test
    void takesTheNearestFewForTheSameEventUntilThereAreClusters() {
        assertThat(Crowding.corrected(ITEMS, crowded(5))).isEqualTo(crowded(5));
        assertThat(between(0, 1, Crowding.corrected(together(0, 1), crowded(5))))
                .isLessThan(0.5);
    }

    @Test
    void countsTheNearestOutsideOfItsClusterAndTakesALittleOffWhereNobodyIs() {
        List<Link> links = crowded(5);

        double alone = between(0, 1, Crowding.corrected(together(0, 1, 2, 3, 4, 5, 6), links));
        double amongOthers = between(0, 1, Crowding.corrected(together(0, 1), links));

        assertThat(alone).isCloseTo(0.5 - 1.4 * 0.02, within(1e-6));
        assertThat(amongOthers).isCloseTo(0.5 - 1.4 * (0.1 + 0.02) / 2, within(1e-6));
    }

    @Test
    void countsFewerNeighboursWhereThereAreFewItems() {
        List<Link> links = List.of(new Link(0, 1, 0.5), new Link(0, 2, 0.1));
        List<List<Integer>> few = List.of(List.of(0, 1), List.of(2));

        assertThat(between(0, 1, Crowding.corrected(few, links)))
                .isLessThan(between(0, 1, Crowding.corrected(together(0, 1), links)));
    }

    @Test
    void leavesOutLinksThatOweAllToTheCrowd() {
        List<Link> all = IntStream.range(0, 20)
                .boxed()
                .flatMap(one -> IntStream.range(one + 1, 20).mapToObj(other -> new Link(one, other, 0.1)))
                .toList();

        assertThat(Crowding.corrected(together(0, 1), all)).isEmpty();
    }
}
