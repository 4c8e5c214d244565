package org.broadsheet.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinkageTest {
    private static Set<Set<Integer>> sets(List<List<Integer>> clusters) {
        Set<Set<Integer>> sets = Collections.newSetFromMap(new HashMap<>());
        clusters.forEach(cluster -> sets.add(new TreeSet<>(cluster)));
        return sets;
    }

    @Test
    void joinsWhatIsNearAndLeavesTheRestAlone() {
        List<Link> links = List.of(new Link(0, 1, 0.8), new Link(1, 2, 0.2));

        assertThat(sets(Linkage.clusters(4, links, 0.5))).containsExactlyInAnyOrder(Set.of(0, 1), Set.of(2), Set.of(3));
    }

    @Test
    void neverSplitsWhatItBeginsWith() {
        List<List<Integer>> first = List.of(List.of(0, 1), List.of(2));

        assertThat(sets(Linkage.clusters(first, List.of(), 0.1))).containsExactlyInAnyOrder(Set.of(0, 1), Set.of(2));
    }

    @Test
    void joinsClustersByAllTheLinksBetweenThem() {
        List<List<Integer>> first = List.of(List.of(0, 1), List.of(2, 3), List.of(4, 5));
        List<Link> links = List.of(
                new Link(0, 1, 0.5),
                new Link(2, 3, 0.5),
                new Link(4, 5, 0.5),
                new Link(0, 2, 0.3),
                new Link(0, 3, 0.3),
                new Link(1, 2, 0.3),
                new Link(1, 3, 0.3),
                new Link(2, 4, 0.3));

        assertThat(sets(Linkage.clusters(first, links, 0.2)))
                .containsExactlyInAnyOrder(Set.of(0, 1, 2, 3), Set.of(4, 5));
    }

    @Test
    void joinsNoMoreWhenItGoesOnWithItsOwnClusters() {
        long seed = Long.getLong("broadsheet.seed", new Random().nextLong());
        System.out.println("-Dbroadsheet.seed=" + seed);
        Random random = new Random(seed);
        List<Link> links = new ArrayList<>();
        for (int one = 0; one < 60; one++) {
            for (int other = one + 1; other < 60; other++) {
                if (random.nextInt(6) == 0) {
                    links.add(new Link(one, other, random.nextDouble()));
                }
            }
        }

        List<List<Integer>> once = Linkage.clusters(60, links, 0.4);

        assertThat(sets(Linkage.clusters(once, links, 0.4))).as("seed %d", seed).isEqualTo(sets(once));
        assertThat(once.stream().flatMap(List::stream).sorted().toList())
                .as("seed %d", seed)
                .isEqualTo(IntStream.range(0, 60).boxed().toList());
    }

    @Test
    void knowsInWhichClusterEachItemIs() {
        assertThat(Linkage.clusterOf(List.of(List.of(2, 0), List.of(1)))).containsExactly(0, 1, 0);
    }
}
