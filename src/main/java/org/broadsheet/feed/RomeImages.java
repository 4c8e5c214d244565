package org.broadsheet.feed;

import com.rometools.modules.itunes.EntryInformation;
import com.rometools.modules.itunes.ITunes;
import com.rometools.modules.mediarss.MediaEntryModule;
import com.rometools.modules.mediarss.MediaModule;
import com.rometools.modules.mediarss.types.MediaContent;
import com.rometools.modules.mediarss.types.MediaGroup;
import com.rometools.modules.mediarss.types.Metadata;
import com.rometools.modules.mediarss.types.Thumbnail;
import com.rometools.modules.mediarss.types.UrlReference;
import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEntry;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the pictures that an entry names outside of its text: Media RSS, enclosures, iTunes. */
final class RomeImages {
    private static final int SMALLEST = 64;

    private RomeImages() {}

    /** The addresses, the largest full pictures first, then thumbnails, which are often too small for a lead story. */
    static List<String> of(SyndEntry entry) {
        Stream<Sized> media =
                entry.getModule(MediaModule.URI) instanceof MediaEntryModule module ? media(module) : Stream.empty();
        Stream<String> enclosed = entry.getEnclosures().stream()
                .filter(enclosure -> isImage(enclosure.getType()))
                .map(SyndEnclosure::getUrl);
        Stream<String> podcast = entry.getModule(ITunes.URI) instanceof EntryInformation episode
                ? Stream.of(episode.getImageUri())
                : Stream.empty();
        return Stream.of(media.map(Sized::url), enclosed, podcast)
                .flatMap(urls -> urls)
                .filter(Objects::nonNull)
                .map(url -> url.toString().strip())
                .filter(url -> !url.isEmpty())
                .distinct()
                .toList();
    }

    /** A picture and its width; 0 when it is not told. */
    private record Sized(String url, int width) {
        /** Avatars and icons are smaller than any picture of an article. */
        boolean isPicture() {
            return width == 0 || width >= SMALLEST;
        }
    }

    private static Stream<Sized> media(MediaEntryModule media) {
        List<MediaContent> contents = Stream.concat(
                        Arrays.stream(media.getMediaContents()),
                        Arrays.stream(media.getMediaGroups())
                                .map(MediaGroup::getContents)
                                .flatMap(Arrays::stream))
                .toList();
        Stream<Metadata> metadata = Stream.concat(
                Stream.of(media.getMetadata()),
                Stream.concat(
                        Arrays.stream(media.getMediaGroups()).map(MediaGroup::getMetadata),
                        contents.stream().map(MediaContent::getMetadata)));
        Comparator<Sized> largestFirst = Comparator.comparingInt(Sized::width).reversed();
        return Stream.concat(
                        contents.stream().flatMap(RomeImages::picture).sorted(largestFirst),
                        metadata.flatMap(RomeImages::thumbnails).sorted(largestFirst))
                .filter(Sized::isPicture);
    }

    private static Stream<Sized> picture(MediaContent content) {
        boolean typed = "image".equals(content.getMedium()) || isImage(content.getType());
        return content.getReference() instanceof UrlReference reference && (typed || isUntypedImage(content, reference))
                ? Stream.of(new Sized(reference.getUrl().toString(), width(content.getWidth())))
                : Stream.empty();
    }

    private static boolean isUntypedImage(MediaContent content, UrlReference reference) {
        return content.getType() == null
                && content.getMedium() == null
                && reference.getUrl().toString().toLowerCase(Locale.ROOT).matches(".*\\.(jpe?g|png|webp|gif)(\\?.*)?");
    }

    private static Stream<Sized> thumbnails(@Nullable Metadata metadata) {
        return metadata == null || metadata.getThumbnail() == null
                ? Stream.empty()
                : Arrays.stream(metadata.getThumbnail())
                        .filter(thumbnail -> thumbnail.getUrl() != null)
                        .map(RomeImages::sized);
    }

    private static Sized sized(Thumbnail thumbnail) {
        return new Sized(thumbnail.getUrl().toString(), width(thumbnail.getWidth()));
    }

    private static int width(@Nullable Integer width) {
        return width == null ? 0 : width;
    }

    private static boolean isImage(@Nullable String type) {
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("image/");
    }
}
