package org.broadsheet.feed.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdom2.Document;

/**
 * Makes a tree of a feed's text.
 *
 * <p>A sound text is read as it is. Otherwise one repair after the other is made, and after each of them it is tried
 * again, so that no more is changed than has to be. A tree that is read leniently always comes out in the end; whether
 * there is a feed in it is another question.
 */
public final class FeedXml {
    private FeedXml() {}

    /**
     * A feed as a tree, laid out as its format wants it.
     *
     * @param format such as {@code Atom 1.0}; empty when there is no feed in the tree
     * @param repairs what had to be mended
     */
    public record Tree(Document document, String format, List<Repair> repairs) {
        public Tree {
            repairs = List.copyOf(repairs);
        }
    }

    /** Whether there is anything in a text that a feed could begin with. */
    public static boolean mayHoldFeed(String text) {
        return Junk.holdsRoot(text);
    }

    /** Reads a text; empty when there is not one element in it. */
    public static Optional<Tree> read(String text) {
        List<Repair> repairs = new ArrayList<>();
        return parse(text).or(() -> repair(text, repairs)).map(document -> arrange(document, repairs));
    }

    private static Optional<Document> repair(String text, List<Repair> repairs) {
        String mended = text;
        for (TextStep step : TextStep.ALL) {
            String better = step.mend().apply(mended);
            if (!better.equals(mended)) {
                mended = better;
                repairs.add(step.repair());
                Optional<Document> sound = parse(mended);
                if (sound.isPresent()) {
                    return sound;
                }
            }
        }
        repairs.add(Repair.BALANCE);
        return LenientXml.parse(mended);
    }

    private static Optional<Document> parse(String text) {
        try {
            return Optional.of(StrictXml.parse(text));
        } catch (StrictXml.NotSoundException broken) {
            // That is what the next repair is for.
            return Optional.empty();
        }
    }

    private static Tree arrange(Document document, List<Repair> repairs) {
        String format = FeedFormat.of(document);
        for (TreeStep step : TreeStep.ALL) {
            if (step.mend().test(document)) {
                repairs.add(step.repair());
            }
        }
        DateFields.normalize(document);
        return new Tree(document, format, repairs);
    }
}
