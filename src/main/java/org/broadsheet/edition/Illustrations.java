package org.broadsheet.edition;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.article.Article;
import org.broadsheet.image.Shape;
import org.broadsheet.image.Wanted;

/** Where the pictures of an edition's stories are to be had. */
public sealed interface Illustrations {
    /** The address of the picture of an article; empty when it is shown without. */
    Optional<String> picture(Article article, Shape shape);

    /** The address of the icon of an article's site; empty when it is shown without. */
    default Optional<String> icon(Article article) {
        return Optional.empty();
    }

    /** The same for a page on the web, where there is no mail to carry anything. */
    default Illustrations onTheWeb() {
        return this;
    }

    /** The pictures that a mail of this HTML must carry. */
    default List<InlinePicture> shownIn(String html) {
        return List.of();
    }

    /** At their sources; without icons, which would tell further servers who reads when. */
    record Linked() implements Illustrations {
        @Override
        public Optional<String> picture(Article article, Shape shape) {
            return article.image().flatMap(SourceLink::web);
        }
    }

    /** Nowhere. */
    record None() implements Illustrations {
        @Override
        public Optional<String> picture(Article article, Shape shape) {
            return Optional.empty();
        }
    }

    /** In the mail itself, as far as they could be had. */
    record Embedded(Map<Wanted, InlinePicture> pictures) implements Illustrations {
        public Embedded {
            pictures = Map.copyOf(pictures);
        }

        @Override
        public Optional<String> picture(Article article, Shape shape) {
            return wanted(article, shape).flatMap(this::address);
        }

        @Override
        public Optional<String> icon(Article article) {
            return wantedIcon(article).flatMap(this::address);
        }

        private Optional<String> address(Wanted wanted) {
            return Optional.ofNullable(pictures.get(wanted)).map(InlinePicture::address);
        }

        @Override
        public Illustrations onTheWeb() {
            return new Linked();
        }

        @Override
        public List<InlinePicture> shownIn(String html) {
            return pictures.values().stream()
                    .filter(picture -> html.contains(picture.address()))
                    .sorted(Comparator.comparing(InlinePicture::contentId))
                    .toList();
        }

        static Optional<Wanted> wanted(Article article, Shape shape) {
            return article.image()
                    .filter(url -> SourceLink.web(url).isPresent())
                    .map(url -> new Wanted(url, shape));
        }

        /** The article's own site, not the feed's: some feeds gather from many. */
        static Optional<Wanted> wantedIcon(Article article) {
            URI url = article.url();
            return SourceLink.web(url).map(web -> {
                String authority = url.getRawAuthority();
                String host = authority.substring(authority.lastIndexOf('@') + 1);
                return new Wanted(URI.create(url.getScheme() + "://" + host), Shape.ICON);
            });
        }
    }
}
