package org.broadsheet.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import okio.ByteString;
import org.broadsheet.testing.TestPictures;
import org.junit.jupiter.api.Test;

/** From bytes of strangers to a picture of our own. */
class PictureMakerTest {
    private final PictureMaker maker = new PictureMaker(Duration.ofSeconds(20));

    private Picture made(byte[] bytes, Shape shape) {
        PictureOutcome outcome = maker.make(ByteString.of(bytes), shape);
        assertThat(outcome).isInstanceOf(PictureOutcome.Made.class);
        return ((PictureOutcome.Made) outcome).picture();
    }

    private BufferedImage seen(byte[] bytes, Shape shape) {
        return TestPictures.seen(made(bytes, shape).bytes().toByteArray());
    }

    private String refused(byte[] bytes, Shape shape) {
        PictureOutcome outcome = maker.make(ByteString.of(bytes), shape);
        assertThat(outcome).isInstanceOf(PictureOutcome.Unusable.class);
        return ((PictureOutcome.Unusable) outcome).reason();
    }

    private static void assertColour(BufferedImage image, int x, int y, Color colour) {
        Color there = new Color(image.getRGB(x, y));
        assertThat(Math.abs(there.getRed() - colour.getRed())).as("red").isLessThan(12);
        assertThat(Math.abs(there.getGreen() - colour.getGreen())).as("green").isLessThan(12);
        assertThat(Math.abs(there.getBlue() - colour.getBlue())).as("blue").isLessThan(12);
    }

    @Test
    void cropsAndScalesToTheShape() {
        byte[] large = TestPictures.jpeg(3000, 2500, Color.BLUE);

        BufferedImage lead = seen(large, Shape.LEAD);
        BufferedImage thumbnail = seen(large, Shape.THUMBNAIL);

        assertThat(lead.getWidth()).isEqualTo(1200);
        assertThat(lead.getHeight()).isEqualTo(640);
        assertThat(thumbnail.getWidth()).isEqualTo(240);
        assertThat(thumbnail.getHeight()).isEqualTo(240);
        assertColour(lead, 600, 320, Color.BLUE);
    }

    @Test
    void smallPictureIsCroppedButDoesNotGrow() {
        BufferedImage lead = seen(TestPictures.jpeg(600, 600, Color.BLUE), Shape.LEAD);

        assertThat(lead.getWidth()).isEqualTo(600);
        assertThat(lead.getHeight()).isEqualTo(320);
    }

    @Test
    void nothingIsLeftOfWhatACameraTells() {
        byte[] taken = TestPictures.jpegFromACamera(400, 400, 1);
        assertThat(new String(taken, StandardCharsets.ISO_8859_1)).contains(TestPictures.GPS);

        String made = made(taken, Shape.THUMBNAIL).bytes().string(StandardCharsets.ISO_8859_1);

        assertThat(made).doesNotContain(TestPictures.GPS).doesNotContain("Exif").doesNotContain("ICC_PROFILE");
    }

    @Test
    void pictureStandsAsTheCameraWasHeld() {
        BufferedImage asItIs = seen(TestPictures.jpegFromACamera(800, 400, 1), Shape.THUMBNAIL);
        BufferedImage upsideDown = seen(TestPictures.jpegFromACamera(800, 400, 3), Shape.THUMBNAIL);
        BufferedImage turned = seen(TestPictures.jpegFromACamera(800, 400, 6), Shape.THUMBNAIL);

        assertColour(asItIs, 30, 120, new Color(254, 0, 0));
        assertColour(asItIs, 210, 120, Color.BLACK);
        assertColour(upsideDown, 30, 120, Color.BLACK);
        assertColour(turned, 120, 30, new Color(254, 0, 0));
        assertColour(turned, 120, 210, Color.BLACK);
    }

    @Test
    void whatIsTransparentBecomesWhite() {
        Picture made = made(TestPictures.png(400, 400, new Color(0, 0, 0, 0)), Shape.THUMBNAIL);

        assertThat(made.type()).isEqualTo("image/jpeg");
        assertColour(TestPictures.seen(made.bytes().toByteArray()), 120, 120, Color.WHITE);
    }

    @Test
    void readsBothKindsOfWebp() {
        assertColour(seen(TestPictures.lossyWebp(), Shape.THUMBNAIL), 32, 4, new Color(230, 0, 25));
        assertColour(seen(TestPictures.losslessWebp(500, 300), Shape.THUMBNAIL), 120, 120, new Color(0, 200, 0));
    }

    @Test
    void readsTheFourColoursOfPrinters() {
        BufferedImage made = seen(TestPictures.cmykJpeg(300, 300), Shape.THUMBNAIL);

        assertThat(made.getWidth()).isEqualTo(240);
        assertThat(made.getColorModel().getNumComponents()).isEqualTo(3);
    }

    @Test
    void takesTheIconOfTheRightSizeAndKeepsItsTransparency() {
        Picture icon = made(TestPictures.ico(16, 32, 64), Shape.ICON);
        BufferedImage seen = TestPictures.seen(icon.bytes().toByteArray());

        assertThat(icon.type()).isEqualTo("image/png");
        assertThat(seen.getWidth()).isEqualTo(32);
        assertColour(seen, 16, 16, new Color(96, 0, 0));
        BufferedImage empty = TestPictures.seen(made(TestPictures.png(64, 64, new Color(0, 0, 0, 0)), Shape.ICON)
                .bytes()
                .toByteArray());
        assertThat(empty.getRGB(16, 16) >>> 24).isZero();
    }

    @Test
    void refusesTooManyPixelsBeforeReadingThem() {
        assertThat(refused(TestPictures.bomb(60_000, 60_000), Shape.LEAD)).startsWith("too many pixels");
        assertThat(refused(TestPictures.bomb(Integer.MAX_VALUE, Integer.MAX_VALUE), Shape.LEAD))
                .isNotEmpty();
    }

    @Test
    void unpackingEndsInTime() throws IOException {
        PictureOutcome late =
                new PictureMaker(Duration.ZERO).make(ByteString.of(TestPictures.jpeg(800, 800, Color.RED)), Shape.LEAD);

        assertThat(late).isInstanceOf(PictureOutcome.Unusable.class);
        try (PatientStream dry = new PatientStream(new byte[9], Duration.ZERO)) {
            assertThatThrownBy(dry::read).hasMessage("it takes too long to unpack");
        }
    }

    @Test
    void refusesWhatCountsReadersOrWouldBeABlur() {
        assertThat(refused(TestPictures.png(1, 1, Color.RED), Shape.THUMBNAIL)).isEqualTo("too small, 1 x 1");
        assertThat(refused(TestPictures.jpeg(200, 200, Color.RED), Shape.LEAD)).isEqualTo("too small, 200 x 200");
    }

    @Test
    void refusesAPageThatIsCalledAPicture() {
        byte[] page = "<!DOCTYPE html><html><body>Not found".getBytes(StandardCharsets.UTF_8);

        assertThat(refused(page, Shape.LEAD)).isEqualTo("not a picture of a kind that can be read");
        assertThat(refused(new byte[0], Shape.LEAD)).isEqualTo("not a picture of a kind that can be read");
    }

    @Test
    void damagedPicturesAreMadeOrRefusedButNeverThrown() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[][] sound = {
            TestPictures.jpegFromACamera(300, 200, 6),
            TestPictures.png(300, 200, Color.RED),
            TestPictures.lossyWebp(),
            TestPictures.losslessWebp(300, 200),
            TestPictures.ico(16, 32),
            TestPictures.cmykJpeg(100, 100)
        };
        for (int i = 0; i < 180; i++) {
            byte[] damaged = sound[i % sound.length].clone();
            for (int hits = random.nextInt(8); hits >= 0; hits--) {
                damaged[random.nextInt(Math.min(damaged.length, 200))] = (byte) random.nextInt();
            }
            int length = random.nextBoolean() ? damaged.length : random.nextInt(damaged.length);
            assertThat(maker.make(ByteString.of(damaged, 0, length), Shape.THUMBNAIL))
                    .as("seed " + seed + ", round " + i)
                    .isNotNull();
        }
    }
}
