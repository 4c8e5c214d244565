package org.broadsheet.story;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.broadsheet.article.Article;
import org.broadsheet.topic.Analyzers;

/**
 * How common words and sequences of letters are in the articles of a language: counts in a fixed number of buckets, so
 * that it does not grow, and nothing can be read out of it but counts. Changes as it learns; not for several threads.
 */
public final class Background {
    private final Counts words;
    private final Counts grams;

    /** Counts of one kind of feature. */
    static final class Counts {
        private final float[] buckets = new float[Feature.BUCKETS];
        private float texts;

        /** In how many texts a feature occurs, about. */
        double of(int feature) {
            return buckets[Feature.bucket(feature)];
        }

        /** How many texts were counted. */
        double texts() {
            return texts;
        }

        private void add(Bag bag) {
            texts++;
            int before = -1;
            for (int i = 0; i < bag.size(); i++) {
                int bucket = Feature.bucket(bag.feature(i));
                buckets[bucket] += bucket == before ? 0 : 1;
                before = bucket;
            }
        }

        private void add(Counts other) {
            texts += other.texts;
            for (int i = 0; i < buckets.length; i++) {
                buckets[i] += other.buckets[i];
            }
        }

        private void scale(double factor) {
            texts *= (float) factor;
            for (int i = 0; i < buckets.length; i++) {
                buckets[i] *= (float) factor;
            }
        }

        private void write(DataOutputStream out) throws IOException {
            out.writeFloat(texts);
            for (float bucket : buckets) {
                // A tenth is exact enough, and what is left of a text after years is nothing.
                int tenths = Math.round(bucket * 10);
                while (tenths >= 0x80) {
                    out.writeByte((tenths & 0x7F) | 0x80);
                    tenths >>>= 7;
                }
                out.writeByte(tenths);
            }
        }

        private void read(DataInputStream in) throws IOException {
            texts = in.readFloat();
            for (int i = 0; i < buckets.length; i++) {
                int tenths = 0;
                int shift = 0;
                int next = in.readUnsignedByte();
                for (; next >= 0x80; next = in.readUnsignedByte()) {
                    tenths |= (next & 0x7F) << shift;
                    shift += 7;
                }
                buckets[i] = (tenths | (next << shift)) / 10f;
            }
        }
    }

    private Background(Counts words, Counts grams) {
        this.words = words;
        this.grams = grams;
    }

    /** A background that knows nothing. */
    public static Background empty() {
        return new Background(new Counts(), new Counts());
    }

    /** Both together; neither changes. */
    public Background and(Background other) {
        Background both = empty();
        List.of(this, other).forEach(one -> {
            both.words.add(one.words);
            both.grams.add(one.grams);
        });
        return both;
    }

    /** Counts an article. */
    public void learn(Article article, Analyzers analyzers) {
        TextFeatures features = new TextFeatures(analyzers);
        words.add(features.words(article));
        grams.add(features.grams(article));
    }

    /** Makes all that was learned count so much less: a factor from 0 to 1. */
    public void fade(double factor) {
        words.scale(factor);
        grams.scale(factor);
    }

    /** How many articles it knows, those that faded counting less. */
    public double articles() {
        return words.texts();
    }

    Counts words() {
        return words;
    }

    Counts grams() {
        return grams;
    }

    /** The counts as bytes, compressed. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(bytes);
        return bytes.toByteArray();
    }

    private void write(OutputStream bytes) {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new DeflaterOutputStream(bytes)))) {
            words.write(out);
            grams.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
    }

    /**
     * Reads what {@link #bytes} wrote.
     *
     * @throws UncheckedIOException when it is anything else
     */
    public static Background of(byte[] bytes) {
        return read(new ByteArrayInputStream(bytes));
    }

    static Background read(InputStream bytes) {
        Background background = empty();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(new InflaterInputStream(bytes)))) {
            background.words.read(in);
            background.grams.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the background table is damaged", e);
        }
        return background;
    }
}
