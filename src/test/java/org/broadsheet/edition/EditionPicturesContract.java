package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okio.ByteString;
import org.broadsheet.config.Look;
import org.broadsheet.image.Picture;
import org.broadsheet.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pictures of kept editions, whatever the database. */
abstract class EditionPicturesContract {
    @TempDir
    Path folder;

    private Database database;
    private EditionStore editions;

    abstract Database empty();

    abstract void done(Database some);

    @BeforeEach
    void open() {
        database = empty();
        editions = new EditionStore(database);
    }

    @AfterEach
    void close() {
        done(database);
    }

    private static InlinePicture picture(int number, int value) {
        return new InlinePicture(
                "p00" + number + ".x@example.org", new Picture("image/png", ByteString.of((byte) value, (byte) -1)));
    }

    private StoredEdition keep(String id, Instant at, InlinePicture... pictures) {
        Edition edition = new Edition(
                id,
                "morning",
                "Der Morgen",
                Locale.GERMAN,
                ZoneId.of("UTC"),
                at,
                at,
                Optional.empty(),
                Look.usual(),
                List.of(),
                List.of());
        return editions.keep(edition, Variants.of(rendered(pictures)), "page");
    }

    private static RenderedEdition rendered(InlinePicture... pictures) {
        String html = Stream.of(pictures).map(InlinePicture::address).collect(Collectors.joining(" "));
        return new RenderedEdition("S", html, "P", List.of(pictures));
    }

    private List<InlinePicture> of(StoredEdition edition) {
        return editions.withPictures(edition).rendered().pictures();
    }

    @Test
    void editionKeepsItsPicturesInTheirOrder() {
        StoredEdition kept = keep("e1", RenderFixture.MORNING, picture(1, 7), picture(2, 8));

        assertThat(of(kept)).containsExactly(picture(1, 7), picture(2, 8));
    }

    @Test
    void aFormOfAnEditionCarriesThePicturesThatItShows() {
        StoredEdition kept = keep("e1", RenderFixture.MORNING);
        Variants.Variant form = new Variants.Variant(Locale.ENGLISH, rendered(picture(2, 8)));
        Edition other = new Edition(
                "e2",
                "morning",
                "Der Morgen",
                Locale.GERMAN,
                ZoneId.of("UTC"),
                RenderFixture.MORNING.plusSeconds(1),
                kept.madeAt(),
                Optional.empty(),
                Look.usual(),
                List.of(),
                List.of());
        StoredEdition whole = editions.keep(
                other,
                new Variants(rendered(picture(1, 7)), Map.of("en", form), Map.of(new VariantChoice("en", ""), "en")),
                "page");

        StoredEdition english = editions.variant(whole, "en");
        assertThat(of(whole)).containsExactly(picture(1, 7));
        assertThat(english.rendered().pictures()).containsExactly(picture(2, 8));
        assertThat(english.language()).isEqualTo(Locale.ENGLISH);
        assertThat(english.id()).isEqualTo(whole.id());
    }

    @Test
    void editionThatWasMadeFirstKeepsItsOwn() {
        keep("e1", RenderFixture.MORNING, picture(1, 7));
        StoredEdition kept = keep("e2", RenderFixture.MORNING, picture(1, 8));

        assertThat(kept.id()).isEqualTo("e1");
        assertThat(of(kept)).containsExactly(picture(1, 7));
    }

    @Test
    void picturesGoWhenNobodyIsOwedTheEditionAnyMore() {
        StoredEdition owed = keep("e1", RenderFixture.MORNING, picture(1, 7));
        StoredEdition old = keep("e2", RenderFixture.MORNING.plusSeconds(1), picture(1, 7));
        database.change(handle -> handle.execute("update edition set fanned_out = 1 where id = 'e2'"));

        keep("e3", RenderFixture.MORNING.plus(Duration.ofDays(31)), picture(1, 7));

        assertThat(of(owed)).hasSize(1);
        assertThat(of(old)).isEmpty();
    }
}
