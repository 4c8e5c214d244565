package org.broadsheet.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/** Reads a picture the right way up, after a look at its size: a small file may unpack to more than the memory holds. */
final class Decoder {
    /** A camera's 24 megapixels pass. */
    private static final long MOST_PIXELS = 30_000_000;

    private static final Set<String> FORMATS = Set.of("jpeg", "png", "gif", "webp", "ico", "bmp");

    private final Shape shape;

    private final Duration patience;

    Decoder(Shape shape, Duration patience) {
        this.shape = shape;
        this.patience = patience;
    }

    /** @throws IOException when this is no picture, or one that is too large or too small */
    BufferedImage decode(byte[] bytes) throws IOException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new PatientStream(bytes, patience))) {
            ImageReader reader = reader(in);
            try {
                boolean jpeg = format(reader).equals("jpeg");
                // Only JPEG's metadata is wanted; those of PNG may be packed, and unpack to any size.
                reader.setInput(in, false, !jpeg);
                int index = format(reader).equals("ico") ? bestOf(reader) : 0;
                check(reader.getWidth(index), reader.getHeight(index));
                return upright(reader, index, jpeg ? orientation(reader) : Orientation.TOP_LEFT);
            } finally {
                reader.dispose();
            }
        } catch (RuntimeException e) {
            // Decoders trust their input more than they should.
            throw new UnusablePicture("a broken picture: " + e);
        }
    }

    private static ImageReader reader(ImageInputStream in) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (FORMATS.contains(format(reader))) {
                return reader;
            }
        }
        throw new UnusablePicture("not a picture of a kind that can be read");
    }

    private static String format(ImageReader reader) throws IOException {
        return reader.getFormatName().toLowerCase(Locale.ROOT);
    }

    /** An icon's file holds it in several sizes. */
    private int bestOf(ImageReader reader) throws IOException {
        int best = 0;
        for (int i = 1; i < reader.getNumImages(true); i++) {
            int width = reader.getWidth(i);
            int widthOfBest = reader.getWidth(best);
            boolean better =
                    widthOfBest < shape.width() ? width > widthOfBest : width >= shape.width() && width < widthOfBest;
            best = better ? i : best;
        }
        return best;
    }

    private void check(int width, int height) throws IOException {
        if ((long) width * height > MOST_PIXELS) {
            throw new UnusablePicture("too many pixels, " + width + " x " + height);
        }
        if (Math.min(width, height) < Math.min(shape.narrowest(), shape.height() / 4) || width < shape.narrowest()) {
            throw new UnusablePicture("too small, " + width + " x " + height);
        }
    }

    private static Orientation orientation(ImageReader reader) {
        try {
            Orientation found = ExifUtils.getExifOrientation(reader, 0);
            return found == null ? Orientation.TOP_LEFT : found;
        } catch (IOException | RuntimeException e) {
            // Metadata are often broken where the picture is not.
            return Orientation.TOP_LEFT;
        }
    }

    private BufferedImage upright(ImageReader reader, int index, Orientation orientation) throws IOException {
        boolean lying = switch (orientation) {
            case LEFT_TOP, RIGHT_TOP, RIGHT_BOTTOM, LEFT_BOTTOM -> true;
            default -> false;
        };
        int width = lying ? shape.height() : shape.width();
        int height = lying ? shape.width() : shape.height();
        // Every second pixel, or fewer, as long as there are still twice as many as needed.
        int step = Math.max(1, Math.min(reader.getWidth(index) / width, reader.getHeight(index) / height) / 2);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(index, param);
        return ExifFilterUtils.getFilterForOrientation(orientation).apply(image);
    }
}
