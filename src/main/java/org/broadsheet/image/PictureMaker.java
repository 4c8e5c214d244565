package org.broadsheet.image;

import java.awt.AWTError;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.geometry.Positions;
import okio.ByteString;

/**
 * Crops and scales pictures, and writes them anew: of what a server sent, only the pixels remain.
 *
 * <p>Safe for use by many threads, which wait for each other, since one large picture may take a hundred megabytes.
 */
final class PictureMaker {
    private static final float QUALITY = 0.8f;

    private final Duration patience;

    /** @param patience how long unpacking one picture may take */
    PictureMaker(Duration patience) {
        this.patience = patience;
    }

    /** Makes a picture of that shape; one that is smaller does not grow. */
    synchronized PictureOutcome make(ByteString bytes, Shape shape) {
        try {
            BufferedImage small = fitted(new Decoder(shape, patience).decode(bytes.toByteArray()), shape);
            return new PictureOutcome.Made(
                    shape == Shape.ICON
                            ? new Picture("image/png", encoded(small, "png"))
                            : new Picture("image/jpeg", encoded(onWhite(small), "jpeg")));
        } catch (UnusablePicture e) {
            return new PictureOutcome.Unusable(String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            return new PictureOutcome.Unusable("a broken picture: " + e.getMessage());
        } catch (OutOfMemoryError e) {
            // One large array was too much; an edition without a picture is better than none.
            return new PictureOutcome.Unusable("too large for the memory that this Java has");
        } catch (AWTError | LinkageError e) {
            return new PictureOutcome.Unreachable("this Java cannot draw pictures: " + e);
        }
    }

    private static BufferedImage fitted(BufferedImage image, Shape shape) throws IOException {
        double scale = Math.min(
                1, Math.min((double) image.getWidth() / shape.width(), (double) image.getHeight() / shape.height()));
        return Thumbnails.of(image)
                .size(atLeastOne(shape.width() * scale), atLeastOne(shape.height() * scale))
                .crop(Positions.CENTER)
                .imageType(BufferedImage.TYPE_INT_ARGB)
                .asBufferedImage();
    }

    private static int atLeastOne(double size) {
        return (int) Math.max(1, Math.round(size));
    }

    /** JPEG has no transparency; without this, what is transparent would come out black. */
    private static BufferedImage onWhite(BufferedImage image) {
        BufferedImage flat = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = flat.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return flat;
    }

    private static ByteString encoded(BufferedImage image, String format) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return ByteString.of(bytes.toByteArray());
    }
}
