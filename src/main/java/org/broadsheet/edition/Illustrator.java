package org.broadsheet.edition;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.broadsheet.config.Images;
import org.broadsheet.edition.Illustrations.Embedded;
import org.broadsheet.image.Picture;
import org.broadsheet.image.Pictures;
import org.broadsheet.image.Shape;
import org.broadsheet.image.Wanted;
import org.broadsheet.story.Story;

/** Gets the pictures that an edition's mails carry, as many as fit. */
public final class Illustrator {
    /** Of all pictures of a mail as it travels; servers commonly refuse mails of 10 MB, and readers pay for traffic. */
    static final int LARGEST = 1_500_000;

    private static final int MOST_PICTURES = 50;
    private static final int MOST_ICONS = 50;
    /** A part's headers and boundary. */
    private static final int HEADERS = 300;

    private final Pictures pictures;
    private final String domain;

    /** @param domain of the sender, in which content ids are unique */
    public Illustrator(Pictures pictures, String domain) {
        this.pictures = pictures;
        this.domain = domain;
    }

    /**
     * The pictures of an edition.
     *
     * @param images how its newsletter shows pictures
     * @throws InterruptedException when the calling thread is interrupted
     */
    public Illustrations illustrate(Edition edition, Images images) throws InterruptedException {
        return switch (images) {
            case LINK -> new Illustrations.Linked();
            case NONE -> new Illustrations.None();
            case EMBED -> embedded(edition);
        };
    }

    private Illustrations embedded(Edition edition) throws InterruptedException {
        Collection<Wanted> wanted = wanted(edition);
        Map<Wanted, Picture> found = pictures.get(wanted);
        Map<Wanted, InlinePicture> carried = new LinkedHashMap<>();
        long size = 0;
        for (Wanted one : wanted) {
            Picture picture = found.get(one);
            if (picture != null && size + carriedSize(picture) <= LARGEST) {
                size += carriedSize(picture);
                carried.put(one, new InlinePicture(contentId(edition, carried.size() + 1), picture));
            }
        }
        return new Embedded(carried);
    }

    /** In the order in which they may fill the mail: the lead's, the stories' as they stand, and then icons. */
    private static Collection<Wanted> wanted(Edition edition) {
        Optional<Story> lead = DigestViews.lead(edition);
        List<Story> others = edition.sections().stream()
                .flatMap(section -> section.stories().stream()
                        .filter(story -> lead.filter(story::equals).isEmpty())
                        .limit(Prepared.IN_FULL))
                .toList();
        Set<Wanted> wanted = new LinkedHashSet<>();
        Stream.concat(
                        lead.stream().flatMap(story -> Embedded.wanted(story.lead(), Shape.LEAD).stream()),
                        others.stream().flatMap(story -> Embedded.wanted(story.lead(), Shape.THUMBNAIL).stream()))
                .distinct()
                .limit(MOST_PICTURES)
                .forEach(wanted::add);
        Stream.concat(lead.stream(), others.stream())
                .flatMap(story -> Embedded.wantedIcon(story.lead()).stream())
                .distinct()
                .limit(MOST_ICONS)
                .forEach(wanted::add);
        return wanted;
    }

    private static long carriedSize(Picture picture) {
        // Base64 in lines of 76 signs and two for their end.
        return picture.bytes().size() * 4L / 3 * 78 / 76 + HEADERS;
    }

    private String contentId(Edition edition, int number) {
        return String.format(Locale.ROOT, "p%03d.%s@%s", number, edition.id(), domain);
    }
}
