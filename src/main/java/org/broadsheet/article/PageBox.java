package org.broadsheet.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An element of a page that makes a block, with what can be told of it without reading its text. */
final class PageBox {
    private static final Set<String> LISTS = Set.of("ul", "ol", "dl");

    private final @Nullable PageBox parent;
    private final String tag;
    private final ClutterNames.Verdict names;
    private final int path;
    private final List<PageBox> boxes = new ArrayList<>();
    private final Traits traits = new Traits();
    private int from;
    private int to;
    private int texts;

    /** What the elements inside, or the attributes, say. */
    static final class Traits {
        /** What it calls itself to those who do not see it. */
        String label = "";

        boolean articleBody;
        /** Whether its role, type or property says that it is no text. */
        boolean aside;

        boolean author;
        int controls;
        int buttons;
        int pictures;
        int players;
    }

    /** @param path equal for boxes that stand in boxes alike */
    PageBox(@Nullable PageBox parent, String tag, ClutterNames.Verdict names, int path, int from) {
        this.parent = parent;
        this.tag = tag;
        this.names = names;
        this.path = path;
        this.from = from;
        this.to = from;
    }

    @Nullable
    PageBox parent() {
        return parent;
    }

    String tag() {
        return tag;
    }

    ClutterNames.Verdict names() {
        return names;
    }

    int path() {
        return path;
    }

    List<PageBox> boxes() {
        return boxes;
    }

    Traits traits() {
        return traits;
    }

    /** The first block inside. */
    int from() {
        return from;
    }

    /** The first block after it. */
    int to() {
        return to;
    }

    void add(PageBox box) {
        boxes.add(box);
    }

    /** Takes another block of its own. */
    void addText() {
        texts++;
    }

    void end(int block) {
        to = block;
        if (parent != null) {
            parent.traits.controls += traits.controls;
            parent.traits.buttons += traits.buttons;
            parent.traits.pictures += traits.pictures;
            parent.traits.players += traits.players;
        }
    }

    /** Whether it holds one text, or lines of one, and nothing else. */
    boolean isLeaf() {
        return boxes.isEmpty() && (texts <= 1 || tag.equals("p"));
    }

    boolean isList() {
        return LISTS.contains(tag);
    }

    /** Whether one of its outer boxes, or itself, is of that tag. */
    boolean isIn(String some) {
        for (PageBox box = this; box != null; box = box.parent) {
            if (box.tag.equals(some)) {
                return true;
            }
        }
        return false;
    }

    /** The level of a heading; 0 for what is none. */
    int heading() {
        return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1)) ? tag.charAt(1) - '0' : 0;
    }

    boolean holds(int block) {
        return from <= block && block < to;
    }

    boolean holds(PageBox other) {
        return from <= other.from && other.to <= to;
    }

    @Override
    public String toString() {
        return tag + "[" + from + "," + to + ")" + names;
    }
}
