package org.broadsheet.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Reads from the class, the id and the data attributes of an element what its makers meant it for. */
final class ClutterNames {
    /** Whatever bears such a name is no part of an article's text. */
    private static final Set<String> STRONG = words("""
            ad ads adv advert adverts advertisement advertising advertorial adslot adbox adunit adcontainer adwrapper adsense
            adsbygoogle advertise sponsor sponsored sponsors werbung anzeige anzeigen reklame dfp gpt adtag outbrain taboola
            plista teads newsletter newsletters newsletterbox subscribe subscription signup abo abobox abonnement
            abonnieren login signin
            comment comments commentlist kommentar kommentare commenting discussion diskussion disqus respond reply replies
            leserbrief leserbriefe leserkommentare coral viafoura openweb spotim
            related relateds recommended recommendation recommendations recommend recirc recirculation empfehlung empfehlungen
            verwandt verwandte verwandtes aehnlich aehnliche similar lesetipp lesetipps weiterlesen readmore teaser teasers teaserlist
            trending popular mostread mostviewed mostpopular meistgelesen meistgelesene topstories promo promos promotion
            share sharing sharebar shares socials social sociable socialbar sharedaddy addthis addtoany shariff teilen follow
            bookmark bookmarks merkliste toolbar tags taglist keywords schlagworte schlagwoerter stichworte breadcrumb breadcrumbs
            nav navi navbar navigation menu submenu pagination pager paging sidebar rail masthead
            job jobs jobad jobads joblist jobboard jobbox jobmarkt jobboerse stellenmarkt stellenanzeige stellenanzeigen stellenangebote karriere career careers
            cookie cookies consent gdpr dsgvo popup lightbox toast tooltip snackbar
            caption captions figcaption bildunterschrift bildtext bildquelle bildnachweis fotocredit credit credits copyright
            photographer gallery galerie bildergalerie fotostrecke slideshow carousel slider swiper
            podcast podcasts tweet oembed
            author authors autor autoren authorbox autorenbox bio byline metadata timestamp pubdate readingtime lesezeit
            infobox factbox faktenbox faktbox pullquote quiz poll umfrage voting rating survey feedback
            affiliate shopping coupon coupons gutschein gutscheine skiplink skiplinks printonly noprint
            screenreader enhancement recirculations inlinestory relatedarticles relatedlinks relatedposts
            """);

    /** Such a name speaks against a box that has something else against it. */
    private static final Set<String> WEAK = words("""
            widget module box kasten embed embedded embeds media video videos audio player element extra extras additional info
            links linklist link card cards tile tiles cta action actions button buttons app partner service special
            dossier topic topics themen thema serie product products produkt produkte shop deal deals event events print banner
            aside more mehr external externer commercial premium overlay modal plus insert inline note notice hinweis
            highlight highlights callout fact facts fakten teaserbox background hintergrund member
            membership mitglied donate donation spende spenden support register registration registrierung explainer contact kontakt
            quote zitat kurz meta date datum source quelle twitter instagram facebook youtube interactive graphic grafik
            stock boerse wetter weather spiel game games skip
            """);

    /** Parts of words that are run together; long enough not to stand in another word by chance. */
    private static final Pattern INSIDE = Pattern.compile(
            "newsletter|comment(?!ary)|kommentar|related(?!ness)|recommend|"
                    + "empfehl|stellenmarkt|stellenan|jobboerse|jobborse|advert|werbung|teaser|breadcrumb|sharing|sidebar|cookie|"
                    + "bildunterschrift|bildnachweis|copyright|outbrain|taboola|disqus|mostread|meistgelesen|mostpopular|"
                    + "slideshow|bildergalerie|fotostrecke|infobox|factbox|faktenbox|pullquote|authorbox|autorenbox|readmore");

    /** After these, a name says that something is there or not, somewhere else on the page. */
    private static final Set<String> FLAGS_BEFORE =
            words("has have with without no not hide show enable disable open mit ohne non before after");

    private static final Set<String> FLAGS_AFTER =
            words("enabled disabled open opened closed allowed on off active inactive free layout status selector");

    /** Where the text of an article is, in the words of many systems. */
    private static final Pattern BODY =
            Pattern.compile("(article|story|post|entry|news|beitrag|artikel|blog|page|main|rich|"
                    + "detail|copy|single|meldung|inhalt)[-_]*(body|content|text|copy|inhalt|paragraphs?|main|maintext)"
                    + "|(body|copy|full|fliess|lauf|rich)-?text|articlebody|entry-content|textbody|body-?copy");

    private static final Pattern LEAD = Pattern.compile(
            "\\b(lead|lede|leadin|leadtext|intro|introduction|introtext|standfirst|vorspann|teasertext|teaser|subline|"
                    + "sub ?(title|headline|head)|untertitel|unterzeile|deck|dek|summary|abstract|excerpt|description|einleitung|"
                    + "anleser|anriss|anreisser|sapo|chapeau|preamble|preface|synopsis|strapline|bottomline)\\b");

    private static final Pattern UNSEEN_CLASS = Pattern.compile(
            "(^|[\\s_-])(sr-only|visually-?hidden|screen-?reader(-text|-only)?|u-hidden-visually|a11y-hidden|"
                    + "print-only|only-print|show-for-sr|element-invisible|tooltip-?(content|text|body))(\\s|$)");

    private static final Pattern SPLIT =
            Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

    /** What WordPress writes on the whole article: how it is filed, whether one may comment. */
    private static final Pattern FILED =
            Pattern.compile("^(tag|category|post|type|status|format|author|comments?|entry-tag|cat|page|"
                    + "topic|section|ressort)-\\S+$");

    private static final List<String> ATTRIBUTES = List.of(
            "class",
            "id",
            "data-component",
            "data-testid",
            "data-test",
            "data-qa",
            "data-module",
            "data-type",
            "data-name",
            "data-widget",
            "data-area",
            "data-article-el",
            "data-manual",
            "data-block");

    private static final Set<String> TEXTS = words("p h1 h2 h3 h4 h5 h6 li");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static final int LONGEST = 400;

    private ClutterNames() {}

    /**
     * What the names say.
     *
     * @param strong it is clutter, unless it holds the article
     * @param weak it may be
     * @param body it holds the article's text
     * @param lead it is the lead
     */
    record Verdict(boolean strong, boolean weak, boolean body, boolean lead) {
        static final Verdict NOTHING = new Verdict(false, false, false, false);
    }

    private static Set<String> words(String text) {
        return Set.copyOf(List.of(text.strip().split("\\s+", -1)));
    }

    /** Whether an element within a text is for other eyes or ears than the reader's. */
    static boolean isUnseen(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        String style = element.attr("style").replace(" ", "").toLowerCase(Locale.ROOT);
        return element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || style.contains("display:none")
                || style.contains("visibility:hidden")
                || UNSEEN_CLASS
                        .matcher(cut(element.className().toLowerCase(Locale.ROOT)))
                        .find();
    }

    static Verdict of(Element element) {
        if (element.attributesSize() == 0 && element.tagName().indexOf('-') < 0) {
            return Verdict.NOTHING;
        }
        boolean strong = hasAdAttribute(element);
        boolean weak = false;
        boolean body = false;
        boolean lead = false;
        for (String name : names(element)) {
            String lower = name.toLowerCase(Locale.ROOT);
            List<String> words = wordsOf(name);
            int found = found(words);
            strong |= found == 2 || (found == 0 && INSIDE.matcher(lower).find() && !isFlag(words));
            weak |= found == 1;
            body |= BODY.matcher(lower).find();
            lead |= LEAD.matcher(String.join(" ", words)).find();
        }
        return strong || weak || body || lead ? new Verdict(strong, weak, body, lead) : Verdict.NOTHING;
    }

    private static boolean hasAdAttribute(Element element) {
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey();
            if (key.startsWith("data-ad-") || key.equals("data-ad") || key.startsWith("data-advert")) {
                return true;
            }
        }
        return false;
    }

    private static List<String> names(Element element) {
        List<String> names = new ArrayList<>();
        boolean filed = element.hasClass("hentry") || element.hasClass("post") || element.hasClass("type-post");
        for (String key : ATTRIBUTES) {
            // The id of a heading or a paragraph repeats its words.
            if (key.equals("id") && TEXTS.contains(element.normalName())) {
                continue;
            }
            for (String name : SPACE.splitAsStream(cut(element.attr(key))).toList()) {
                if (!name.isEmpty() && !(filed && FILED.matcher(name).matches())) {
                    names.add(name);
                }
            }
        }
        if (element.tagName().indexOf('-') > 0) {
            names.add(element.tagName());
        }
        return names;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static List<String> wordsOf(String name) {
        List<String> words = new ArrayList<>();
        for (String word : SPLIT.splitAsStream(name).toList()) {
            if (!word.isEmpty()) {
                words.add(word.toLowerCase(Locale.ROOT)
                        .replace("ä", "ae")
                        .replace("ö", "oe")
                        .replace("ü", "ue"));
            }
        }
        return words;
    }

    /** 2 for a strong word, 1 for a weak one. */
    private static int found(List<String> words) {
        int found = 0;
        for (int i = 0; i < words.size(); i++) {
            boolean flag = (i > 0 && FLAGS_BEFORE.contains(words.get(i - 1)))
                    || (i + 1 < words.size() && FLAGS_AFTER.contains(words.get(i + 1)));
            if (!flag && STRONG.contains(words.get(i))) {
                return 2;
            }
            found = !flag && WEAK.contains(words.get(i)) ? 1 : found;
        }
        return found;
    }

    private static boolean isFlag(List<String> words) {
        return words.stream().anyMatch(word -> FLAGS_BEFORE.contains(word) || FLAGS_AFTER.contains(word));
    }
}
