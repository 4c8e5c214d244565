package org.broadsheet.feed.repair;

import java.util.List;
import java.util.function.Predicate;
import org.jdom2.Document;

/**
 * A repair of a feed's tree. Each one alone leaves a sound tree as it is.
 *
 * @param mend changes the tree, and says whether it had to
 */
record TreeStep(Repair repair, Predicate<Document> mend) {
    /** In the order in which they are made: the later ones know elements by their namespace, and entries by their place. */
    static final List<TreeStep> ALL = List.of(
            new TreeStep(Repair.NAMESPACES, NamespaceNames::correct),
            new TreeStep(Repair.ROOT, FeedRoot::restore),
            new TreeStep(Repair.MARKUP, InlineMarkup::flatten));
}
