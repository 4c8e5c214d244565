package org.broadsheet.feed.opml;

import java.util.List;
import java.util.Optional;

/**
 * A list of feeds as another program wrote it, before it is believed.
 *
 * @param title of the list; empty when it has none
 * @param outlines in the order of the file
 * @param folders in the order of the file, each once; also those without feeds that say which topic they are
 */
public record Opml(String title, List<Outline> outlines, List<Folder> folders) {
    public Opml {
        outlines = List.copyOf(outlines);
        folders = List.copyOf(folders);
    }

    /**
     * A feed of the list.
     *
     * @param line of the file, from 1
     * @param title as the list names it; empty when it does not
     * @param address as it stands there; empty when there is none
     * @param folder the innermost that it lies in
     */
    public record Outline(int line, String title, Optional<String> address, Optional<Folder> folder) {}

    /**
     * A folder of feeds.
     *
     * @param topic the id of the topic that it was made from, where Broadsheet wrote the list
     */
    public record Folder(String title, Optional<String> topic) {}
}
