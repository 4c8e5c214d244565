package org.broadsheet.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** A place in a file, line and column from 1; line 0 is the file itself. */
record Place(int line, int column) {
    static final Place FILE = new Place(0, 0);

    static Place of(Node node) {
        return of(node.getStartMark());
    }

    static Place of(Optional<Mark> mark) {
        return mark.map(at -> new Place(at.getLine() + 1, at.getColumn() + 1)).orElse(FILE);
    }
}
