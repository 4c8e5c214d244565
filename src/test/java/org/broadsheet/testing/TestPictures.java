package org.broadsheet.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as servers send them, proper and otherwise. */
public final class TestPictures {
    /** What {@link #jpegFromACamera} tells of the place where it was taken. */
    public static final String GPS = "GPS-52.5200N-13.4050E";

    /** Of 64 x 64 pixels, red above and blue below, in the lossy kind of WebP. */
    private static final String LOSSY_WEBP =
            "UklGRo4AAABXRUJQVlA4IIIAAAAwBQCdASpAAEAAPu1ytFQppqUjIgmZMB2JZADPwYA//yp//wA5pmQS"
                    + "ppPNk+ti+6pAoAD+6uUlqv9MlCq0v/5kJ/8a//N54VVQPz+2s086uzyeCA4jHCYwswX16ZaHiznmeAjS"
                    + "0aczTjvXjFu3GVPPVDU0ptDXQ+nHb9Brm9YoAAAA";

    private TestPictures() {}

    /** A plain area. */
    public static BufferedImage area(int width, int height, Color colour) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    public static byte[] jpeg(int width, int height, Color colour) {
        BufferedImage opaque = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        opaque.createGraphics().drawImage(area(width, height, colour), 0, 0, null);
        return written(opaque, "jpeg");
    }

    public static byte[] png(int width, int height, Color colour) {
        return written(area(width, height, colour), "png");
    }

    /** A JPEG, red on its left half as it is stored, that says where it was taken and how it is to be turned (EXIF). */
    public static byte[] jpegFromACamera(int width, int height, int orientation) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.dispose();
        byte[] plain = written(image, "jpeg");
        byte[] exif = exif(orientation);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (exif.length + 2)});
        out.writeBytes(exif);
        out.write(plain, 2, plain.length - 2);
        return out.toByteArray();
    }

    /** A TIFF directory with two entries: orientation, and a description that gives the place away. */
    private static byte[] exif(int orientation) {
        byte[] text = (GPS + "\0").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 24 + 4 + text.length).order(ByteOrder.BIG_ENDIAN);
        exif.put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8);
        exif.putShort((short) 2);
        exif.putShort((short) 0x10e).putShort((short) 2).putInt(text.length).putInt(8 + 2 + 24 + 4);
        exif.putShort((short) 0x112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putInt(0).put(text);
        return exif.array();
    }

    /** A JPEG of four colours, as printers want them. */
    public static byte[] cmykJpeg(int width, int height) {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
        int[] sample = {0, 200, 200, 30};
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                raster.setPixel(x, y, sample);
            }
        }
        return written(new IIOImage(raster, null, null), "jpeg");
    }

    /** A PNG that cannot be made small: every pixel is of another colour. */
    public static byte[] noise(int width, int height, long seed) {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return written(image, "png");
    }

    /** A PNG that promises that many pixels, and is a few bytes long. */
    public static byte[] bomb(int width, int height) {
        byte[] small = png(64, 64, Color.RED);
        ByteBuffer header = ByteBuffer.wrap(small);
        header.putInt(16, width).putInt(20, height);
        CRC32 crc = new CRC32();
        crc.update(small, 12, 17);
        header.putInt(29, (int) crc.getValue());
        return small;
    }

    public static byte[] lossyWebp() {
        return Base64.getDecoder().decode(LOSSY_WEBP);
    }

    /** A WebP of the lossless kind, all green: each of its five codes has but one sign, and so takes no bits. */
    public static byte[] losslessWebp(int width, int height) {
        Bits bits = new Bits();
        bits.put(0x2f, 8)
                .put(width - 1, 14)
                .put(height - 1, 14)
                .put(0, 1)
                .put(0, 3)
                .put(0, 3);
        for (int sign : new int[] {200, 0, 0, 255}) {
            bits.put(1, 1).put(0, 1).put(1, 1).put(sign, 8);
        }
        bits.put(1, 1).put(0, 1).put(0, 1).put(0, 1);
        // A reader may look ahead, and no picture of the web is as small as this one.
        bits.put(0, 30).put(0, 30).put(0, 30).put(0, 30);
        byte[] data = bits.bytes();
        ByteBuffer file = ByteBuffer.allocate(20 + data.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(12 + data.length);
        file.put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII))
                .putInt(data.length)
                .put(data);
        return file.array();
    }

    /** An ICO that holds PNGs of those sizes. */
    public static byte[] ico(int... sizes) {
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        ByteBuffer head = ByteBuffer.allocate(6 + 16 * sizes.length).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0).putShort((short) 1).putShort((short) sizes.length);
        for (int size : sizes) {
            byte[] png = png(size, size, new Color(size * 3, 0, 0));
            head.put((byte) size)
                    .put((byte) size)
                    .putShort((short) 0)
                    .putShort((short) 1)
                    .putShort((short) 32);
            head.putInt(png.length).putInt(6 + 16 * sizes.length + pictures.size());
            pictures.writeBytes(png);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(head.array());
        file.writeBytes(pictures.toByteArray());
        return file.toByteArray();
    }

    /** What a reader sees. */
    public static BufferedImage seen(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] written(BufferedImage image, String format) {
        return written(new IIOImage(image, null, null), format);
    }

    private static byte[] written(IIOImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Bits, the least of each byte first. */
    private static final class Bits {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int open;
        private int count;

        Bits put(int value, int width) {
            for (int i = 0; i < width; i++) {
                open |= ((value >> i) & 1) << count;
                count++;
                if (count == 8) {
                    bytes.write(open);
                    open = 0;
                    count = 0;
                }
            }
            return this;
        }

        byte[] bytes() {
            while (count != 0 || bytes.size() % 2 != 0) {
                put(0, 1);
            }
            return bytes.toByteArray();
        }
    }
}
