package org.broadsheet.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.broadsheet.Failure;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.edition.Edition;
import org.broadsheet.edition.EditionJson;
import org.broadsheet.edition.InlinePicture;
import org.broadsheet.edition.Marks;
import org.broadsheet.edition.RenderedEdition;
import org.broadsheet.mail.EditionMail;
import org.broadsheet.mail.MessageComposer;
import org.broadsheet.mail.Recipient;
import org.broadsheet.subscriber.PersonalLinks;

/** Writes an edition to files, as one imagined reader would get it. */
public final class PreviewFiles {
    private static final Recipient READER = new Recipient("preview", new EmailAddress("reader@example.org"));

    private final MessageComposer composer;
    private final PersonalLinks links;
    private final EditionJson json = new EditionJson();

    PreviewFiles(MessageComposer composer, PersonalLinks links) {
        this.composer = composer;
        this.links = links;
    }

    /**
     * Writes {@code NEWSLETTER.html}, {@code .txt}, {@code .eml} and {@code .json}, over those of the last preview.
     *
     * @return the four files
     * @throws Failure when they cannot be written
     */
    public List<Path> write(Path folder, Edition edition, RenderedEdition rendered) {
        Parts parts = parts(edition, rendered);
        return List.of(
                write(folder, edition, ".html", parts.page().getBytes(StandardCharsets.UTF_8)),
                write(folder, edition, ".txt", parts.plain().getBytes(StandardCharsets.UTF_8)),
                write(folder, edition, ".eml", parts.mail().getBytes(StandardCharsets.UTF_8)),
                write(folder, edition, ".json", json.write(edition).getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * What the imagined reader gets.
     *
     * @param mail the whole mail
     * @param html its HTML part
     * @param page the HTML part for a browser, which knows no content ids
     * @param plain its text part
     */
    record Parts(String mail, String html, String page, String plain) {}

    /** An edition as the imagined reader gets it. */
    Parts parts(Edition edition, RenderedEdition rendered) {
        return new Parts(
                new String(composer.eml(mail(edition, rendered), READER), StandardCharsets.UTF_8),
                personal(edition, rendered.html()),
                personal(edition, standingAlone(rendered)),
                personal(edition, rendered.plain()));
    }

    /** An edition that is not kept, as the mail stage takes it. */
    static EditionMail mail(Edition edition, RenderedEdition rendered) {
        return new EditionMail(edition.id(), edition.newsletter(), edition.title(), edition.language(), rendered);
    }

    /** A browser knows no content ids, so there the pictures stand in the page itself. */
    private static String standingAlone(RenderedEdition rendered) {
        String html = rendered.html();
        for (InlinePicture picture : rendered.pictures()) {
            html = html.replace(picture.address(), picture.dataAddress());
        }
        return html;
    }

    private String personal(Edition edition, String text) {
        Marks marks = Marks.of(edition.id());
        Map<String, String> values = marks.values(
                READER.address().text(),
                links.unsubscribe(edition.newsletter(), READER.subscriberId()),
                links.preferences(edition.newsletter(), READER.subscriberId()));
        String own = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            own = own.replace(value.getKey(), value.getValue());
        }
        return own;
    }

    private static Path write(Path folder, Edition edition, String ending, byte[] bytes) {
        Path file = folder.resolve(edition.newsletter() + ending);
        try {
            Files.createDirectories(folder);
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new Failure("the preview cannot be written to " + file + ": " + e, e);
        }
    }
}
