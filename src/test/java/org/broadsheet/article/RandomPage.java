package org.broadsheet.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Builds pages of an article with all that stands around it on news sites, each time in another way. */
final class RandomPage {
    private static final String TITLE = "Der Deich bei Osterhever hält auch der höchsten Flut stand";

    private static final List<String> TEXT = List.of(
            "Osterhever – Der neue Deich hat seine erste große Prüfung bestanden. In der Nacht zum Dienstag stand das Wasser fast fünf Meter höher als sonst.",
            "Um kurz nach drei Uhr kam der höchste Stand. Deichgraf Momme Hinrichs stand da schon seit Stunden mit einer Lampe auf der Krone.",
            "„Man hört es mehr, als dass man es sieht“, sagte er am Morgen. „Und man zählt die Minuten, bis es wieder fällt.“",
            "Der alte Deich wäre nach Ansicht der Fachleute gebrochen. Er war anderthalb Meter niedriger und an zwei Stellen von Kaninchen unterhöhlt.",
            "Nicht alle im Dorf waren für den Neubau gewesen. Für ihn mussten drei Höfe weichen, einer davon stand seit 1782 an derselben Stelle.",
            "Bauer Ketel Frerksen hat seinen Hof verloren und wohnt heute in Garding. Er kam trotzdem in der Nacht, um Sandsäcke zu tragen.",
            "Schäden gab es nur am Badestrand. Dort hat die See die Treppe fortgerissen, und von den Strandkörben fand man am Morgen keinen einzigen wieder.",
            "Die Kosten schätzt der Kreis auf 80.000 Euro. Bezahlt werden soll das aus dem Topf für den Küstenschutz.",
            "The gauge at the lock had been replaced only a week before. It was the first instrument in forty years to survive such a night.",
            "Für die nächsten Tage erwarten die Meteorologen ruhigeres Wetter. Erst zum Wochenende soll der Wind wieder auf West drehen.");

    /** Each with names as sites give them; a page may replace those by names that say nothing. */
    private static final List<String> CLUTTER = List.of(
            "<div class='jobbox'><h3>Stellenmarkt</h3><ul><li><a href='/j/1'>Wasserbauer (m/w/d) in Husum</a></li><li><a href='/j/2'>Schäferin in Teilzeit</a></li></ul></div>",
            "<div class='job-ad'><h4>Jobs der Woche</h4><p>Das Wasseramt sucht zum 1. März eine Ingenieurin (m/w/d) für den Deichbau. Bewerben Sie sich bis Weihnachten.</p><a href='/j'>Jetzt bewerben</a></div>",
            "<aside class='newsletter'><h3>Der Morgen an der Küste</h3><p>Was Sie heute wissen müssen, jeden Tag um sechs in Ihrem Postfach.</p><form><input type='email'><button>Anmelden</button></form></aside>",
            "<div class='nl-box'><p>Melden Sie sich für unseren Newsletter an und lesen Sie jeden Freitag das Beste der Woche.</p><input type='email'><input type='submit'></div>",
            "<section class='newsletter-signup'><h2>Sign up for our newsletter</h2><p>The best stories of the week, delivered to your inbox every Friday.</p><form><input type='email'></form></section>",
            "<div class='related'><h3>Mehr zum Thema</h3><ul><li><a href='/1'>Wie ein Deich gebaut wird</a></li><li><a href='/2'>Die Flut von 1962</a></li></ul></div>",
            "<div class='teaser-list'><h4>Lesen Sie auch</h4><div class='teaser'><a href='/3'><h5>Schafe auf dem Deich</h5></a><p>Sie treten die Narbe fest und halten das Gras kurz. Ein Besuch bei der Schäferin.</p></div></div>",
            "<p class='inline-link'><strong>Lesen Sie auch:</strong> <a href='/4'>Was ein Deichgraf verdient</a></p>",
            "<p class='rl'><a href='/5'>READ MORE: How the Dutch do it</a></p>",
            "<section class='recirc'><h3>Recommended</h3><div><h4><a href='/6'>The sea that came back</a></h4><p>It took the village in one night. Nobody has built there since.</p></div><div><h4><a href='/7'>Ten harbours to see</a></h4><p>From the north to the south. Bring a coat and some time.</p></div></section>",
            "<div class='most-read'><h3>Most read</h3><ol><li><a href='/8'>Storm closes bridge</a></li><li><a href='/9'>Ferry back on Friday</a></li></ol></div>",
            "<div class='ad-slot'><span>Anzeige</span></div>",
            "<div class='adwrap'><p>Advertisement</p><iframe src='/ad'></iframe></div>",
            "<figure class='img'><img src='/d.jpg'><figcaption>Der Deich am Dienstagmorgen. Auf der Krone steht noch das Wasser. <span>Foto: Hansen</span></figcaption></figure>",
            "<div class='picture'><img src='/e.jpg'><p class='caption'>Die Treppe am Badestrand, wie sie bis Montag aussah</p><p class='credit'>Bild: Hansen/dpa</p></div>",
            "<div class='share-bar'><a href='#'>Teilen</a> <a href='#'>Twittern</a> <a href='#'>Mailen</a></div>",
            "<div class='podcast'><h4>Podcast: Land unter</h4><p>In der neuen Folge sprechen wir mit zwei Schäferinnen über nasse Nächte.</p><iframe src='/p'></iframe></div>",
            "<div class='poll'><h4>Umfrage</h4><p>Fühlen Sie sich hinter dem neuen Deich sicher? Stimmen Sie ab.</p><label><input type='radio'> Ja</label><label><input type='radio'> Nein</label><button>Abstimmen</button></div>",
            "<div class='paywall-note'><p>Jetzt weiterlesen mit Küste+ und vier Wochen kostenlos testen. Jederzeit kündbar.</p><a href='/abo'>Zum Angebot</a></div>",
            "<div class='consent'><p>An dieser Stelle finden Sie einen externen Inhalt, der den Artikel ergänzt.</p><button>Inhalt anzeigen</button></div>",
            "<ul class='tags'><li><a href='/t/1'>Küstenschutz</a></li><li><a href='/t/2'>Sturmflut</a></li></ul>",
            "<div class='donate'><h4>Unterstützen Sie uns</h4><p>Unabhängiger Journalismus kostet Geld. Schon mit drei Euro im Monat helfen Sie uns.</p><a href='/s'>Jetzt spenden</a></div>");

    private static final List<String> AFTER = List.of(
            "<div class='author-box'><img src='/a.jpg'><p>Wiebke Hansen schreibt seit 2011 über die Küste. Sie lebt in Tönning.</p><a rel='author' href='/autor/hansen'>Alle Artikel</a></div>",
            "<section id='comments'><h2>Kommentare (2)</h2><div><b>Hein</b><p>Gut, dass der Deich gehalten hat. Mein Großvater hat schon 1962 gesagt, dass man höher bauen muss, und keiner hat auf ihn gehört, am wenigsten das Amt.</p><a href='#'>Antworten</a></div><div><b>Antje</b><p>Und die Höfe? Von denen redet hier wieder keiner, dabei waren sie älter als alles, was der Kreis je gebaut hat und je bauen wird.</p><a href='#'>Antworten</a></div></section>",
            "<div class='respond'><h3>Schreiben Sie einen Kommentar</h3><form><p>Ihre E-Mail-Adresse wird nicht veröffentlicht.</p><textarea></textarea></form></div>",
            "<section class='more'><h2>Das könnte Sie auch interessieren</h2><div><a href='/x'><h3>Neue Fähre nach Pellworm</h3></a><p>Sie ist schneller und leiser als die alte. Im Mai soll sie fahren.</p></div><div><a href='/y'><h3>Krabben werden knapp</h3></a><p>Die Fischer sprechen vom schlechtesten Jahr seit langem. Der Preis steigt.</p></div></section>",
            "<div class='newsletter'><h3>Newsletter</h3><p>Abonnieren Sie jetzt unseren kostenlosen Newsletter.</p><form><input type='email'></form></div>");

    private final Random random;
    private final boolean named;

    RandomPage(Random random) {
        this.random = random;
        this.named = random.nextBoolean();
    }

    /**
     * A page.
     *
     * @param paragraphs what should come out of it
     */
    record Page(String html, List<String> paragraphs) {}

    Page make() {
        List<String> paragraphs = new ArrayList<>(TEXT.subList(0, 5 + random.nextInt(TEXT.size() - 4)));
        String body = body(paragraphs);
        String head = "<h1>" + TITLE + "</h1>"
                + pick("", "<p class='byline'>Von Wiebke Hansen</p>", "<div class='date'>23.11.2026, 06:30 Uhr</div>");
        String after = some(AFTER, random.nextInt(4));
        String article = pick(
                "<main><article>" + head + body + after + "</article></main>",
                "<main>" + head + body + after + "</main>",
                "<article><header>" + head + "</header>" + body + "</article>" + after,
                "<div class='hd'>" + head + "</div><div class='cols'><div class='col'>" + body + "</div></div>" + after,
                "<div class='pg'>" + head + body + after + "</div>");
        String html = "<!DOCTYPE html><html lang='de'><head><meta charset='utf-8'><title>" + TITLE
                + pick("", " | Küstenblatt", " – Küstenblatt") + "</title></head><body>"
                + "<div class='top'><a href='/'>Küstenblatt</a> <a href='/sport'>Sport</a></div>" + article
                + "<div class='foot'><p>© 2026 Küstenblatt. Alle Rechte vorbehalten.</p></div></body></html>";
        return new Page(named ? html : nameless(html), paragraphs);
    }

    private String body(List<String> paragraphs) {
        String open =
                pick("<p>", "<p class='txt'>", "<div class='blk'><p>", "<div class='a'><div class='b'><p class='c'>");
        String close = open.startsWith("<p") ? "</p>" : open.contains("class='b'") ? "</p></div></div>" : "</p></div>";
        boolean chunks = random.nextInt(4) == 0;
        StringBuilder body = new StringBuilder(chunks ? "<div class='chunk'>" : "");
        for (int i = 0; i < paragraphs.size(); i++) {
            body.append(open).append(paragraphs.get(i)).append(close);
            if (i < paragraphs.size() - 1 && random.nextInt(3) == 0) {
                String clutter = CLUTTER.get(random.nextInt(CLUTTER.size()));
                body.append(chunks ? "</div>" + clutter + "<div class='chunk'>" : clutter);
            }
        }
        body.append(chunks ? "</div>" : "");
        return pick(
                "<div class='article-body'>" + body + "</div>",
                "<section>" + body + "</section>",
                "<div class='x'><div class='y'>" + body + "</div></div>");
    }

    private String some(List<String> from, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(from.get(random.nextInt(from.size())));
        }
        return text.toString();
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Equal names stay equal, and say nothing. */
    private static String nameless(String html) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (int start = html.indexOf("class='"); start >= 0; start = html.indexOf("class='", at)) {
            int end = html.indexOf('\'', start + 7);
            String hash = Integer.toString(html.substring(start + 7, end).hashCode() & 0xffff, 36);
            text.append(html, at, start).append("class='css-").append(hash).append('\'');
            at = end + 1;
        }
        return text.append(html.substring(at)).toString().replace(" id='comments'", "");
    }
}
