package org.broadsheet.article;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** A page as blocks of text in order, and the boxes they stand in; built in one walk over its elements. */
final class PageTree {
    private static final Set<String> BLOCKS = Set.of(
            ("html body div section article main header footer aside nav p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote"
                            + " pre table thead tbody tfoot tr td th caption figure figcaption form fieldset legend details"
                            + " summary address hgroup center dialog menu search")
                    .split(" "));
    private static final Set<String> NEVER = Set.of(
            "head script style noscript template svg math canvas map select option datalist progress meter label rp rt"
                    .split(" "));
    private static final Set<String> PLAYERS = Set.of("iframe", "video", "audio", "embed", "object", "frame");
    private static final Set<String> TEXTS = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "pre");
    private static final Set<String> SEEN_LATER = Set.of("html", "body", "main", "article");
    private static final Set<String> ASIDE_ROLES = Set.of(
            "navigation complementary search banner contentinfo dialog alertdialog menu menubar toolbar tablist alert status"
                    .split(" "));
    private static final Pattern ASIDE_TYPES = Pattern.compile(
            "(Comment|JobPosting|Person|WPSideBar|WPAdBlock|WPFooter|"
                    + "WPHeader|SiteNavigationElement|BreadcrumbList|ImageObject|VideoObject|AudioObject|UserComments)$");
    private static final Set<String> ASIDE_PROPERTIES =
            Set.of("comment", "author", "publisher", "image", "video", "audio", "keywords", "datepublished");
    private static final Pattern DIGITS = Pattern.compile("(?<=[-_])\\d+(?=\\s|$)");
    private static final Pattern AUTHOR_LINK =
            Pattern.compile("/(autor(en|in|innen)?|authors?|profil|profile|people|by)/");

    private final List<PageBlock> blocks = new ArrayList<>();
    private final List<PageBox> boxes = new ArrayList<>();

    private PageTree() {}

    static PageTree of(Document document) {
        PageTree tree = new PageTree();
        NodeTraversor.filter(tree.new Walk(), document);
        return tree;
    }

    /** All texts, in the order of the page. */
    List<PageBlock> blocks() {
        return blocks;
    }

    /** All boxes, each before those inside it; the first is the page. */
    List<PageBox> boxes() {
        return boxes;
    }

    void drop(PageBox box) {
        for (PageBlock block : in(box)) {
            block.drop();
        }
    }

    List<PageBlock> in(PageBox box) {
        return blocks.subList(box.from(), box.to());
    }

    /** All the telling inside a box, dropped or not. */
    int told(PageBox box) {
        return in(box).stream().mapToInt(PageBlock::prose).sum();
    }

    /** What is left of the telling inside a box. */
    int prose(PageBox box) {
        int sum = 0;
        for (PageBlock block : in(box)) {
            sum += block.isDropped() ? 0 : block.prose();
        }
        return sum;
    }

    /** Collects text until a block begins or ends. */
    private final class Walk implements NodeFilter {
        private final Map<String, Integer> paths = new HashMap<>();
        private final Deque<Element> open = new ArrayDeque<>();
        private final TextRun run = new TextRun();
        private @Nullable PageBox box;

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
                run.add(text.getWholeText());
                return FilterResult.CONTINUE;
            }
            return node instanceof Element element ? enter(element) : FilterResult.CONTINUE;
        }

        private FilterResult enter(Element element) {
            String tag = element.normalName();
            if (tag.equals("br") || tag.equals("hr")) {
                if (tag.equals("hr") || run.isBroken()) {
                    flush();
                } else {
                    run.addBreak();
                }
                return FilterResult.SKIP_ENTIRELY;
            }
            if (!count(element, tag) || (!SEEN_LATER.contains(tag) && ClutterNames.isUnseen(element))) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (isBlock(tag)) {
                openBox(element, tag);
            } else {
                run.enter(element, tag);
            }
            return FilterResult.CONTINUE;
        }

        /** @return whether there may be text in it */
        private boolean count(Element element, String tag) {
            if (NEVER.contains(tag)) {
                return false;
            }
            if (box == null) {
                return true;
            }
            PageBox.Traits traits = box.traits();
            switch (tag) {
                case "input", "textarea" ->
                    traits.controls += element.attr("type").equalsIgnoreCase("hidden") ? 0 : 1;
                case "button" -> traits.buttons++;
                case "img", "amp-img", "picture" -> traits.pictures++;
                case "a" -> traits.author |= isAuthor(element);
                default -> traits.players += PLAYERS.contains(tag) ? 1 : 0;
            }
            return !PLAYERS.contains(tag) && !tag.equals("input") && !tag.equals("textarea") && !tag.equals("button");
        }

        private boolean isAuthor(Element link) {
            return link.attr("rel").contains("author")
                    || AUTHOR_LINK
                            .matcher(link.attr("href").toLowerCase(Locale.ROOT))
                            .find();
        }

        /** Elements of a site's own making are boxes, but not where they stand in the middle of a text. */
        private boolean isBlock(String tag) {
            return BLOCKS.contains(tag) || (tag.indexOf('-') > 0 && (box == null || !TEXTS.contains(box.tag())));
        }

        private void openBox(Element element, String tag) {
            flush();
            PageBox made = new PageBox(box, tag, ClutterNames.of(element), path(element, tag), blocks.size());
            made.traits().label = CleanText.oneLine(element.attr("aria-label"));
            String property = element.attr("itemprop").toLowerCase(Locale.ROOT);
            made.traits().articleBody = property.contains("articlebody");
            made.traits().aside = ASIDE_ROLES.contains(element.attr("role"))
                    || ASIDE_TYPES.matcher(element.attr("itemtype")).find()
                    || ASIDE_PROPERTIES.contains(property);
            if (box != null) {
                box.add(made);
            }
            box = made;
            boxes.add(made);
            open.push(element);
        }

        private int path(Element element, String tag) {
            String names = element.className();
            String kind = names.length() > 200 ? names.substring(0, 200) : names;
            String key = (box == null ? 0 : box.path()) + " " + tag + "."
                    + DIGITS.matcher(kind).replaceAll("");
            return paths.computeIfAbsent(key, some -> paths.size() + 1);
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            PageBox closing = box;
            if (closing != null && isOpen(node)) {
                flush();
                open.pop();
                closing.end(blocks.size());
                box = closing.parent();
            } else if (node instanceof Element element) {
                run.leave(element);
            }
            return FilterResult.CONTINUE;
        }

        /** It is that very element; equal ones are many. */
        @SuppressWarnings("ReferenceEquality")
        private boolean isOpen(Node node) {
            return node == open.peek();
        }

        private void flush() {
            PageBox holder = box;
            if (holder != null) {
                for (TextRun.Text text : run.end(!TEXTS.contains(holder.tag()))) {
                    blocks.add(new PageBlock(text.text(), holder, text.linked(), text.bold()));
                    holder.addText();
                }
            }
        }
    }
}
