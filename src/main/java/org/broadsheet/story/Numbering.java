package org.broadsheet.story;

import java.util.HashMap;
import java.util.Map;

/** Numbers things from zero, in the order they are first seen. */
final class Numbering<T> {
    private final Map<T, Integer> numbers = new HashMap<>();

    int of(T thing) {
        Integer next = numbers.size();
        Integer known = numbers.putIfAbsent(thing, next);
        return known == null ? next : known;
    }

    int size() {
        return numbers.size();
    }
}
