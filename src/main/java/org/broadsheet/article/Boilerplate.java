package org.broadsheet.article;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes away what publishing systems append to every text; it tells the reader nothing. */
final class Boilerplate {
    /** It stands at the end; a long text is not searched in whole. */
    private static final int TAIL = 900;

    private static final int ROUNDS = 3;

    private static final String MORE =
            "(Weiterlesen|Weiter lesen|Mehr lesen|Mehr erfahren|Jetzt lesen|Zum Artikel|Continue [Rr]eading|Read [Mm]ore"
                    + "|Keep [Rr]eading|Read the (full|whole|rest)( of (the|this))?( (story|article|post|entry))?|Full story"
                    + "|Lire la suite|Lire plus|En savoir plus|Leggi tutto|Leggi di più|Continua a leggere|Leer más"
                    + "|Seguir leyendo|Continuar leyendo|Sigue leyendo|Lees meer|Lees verder|Verder lezen|Ler mais"
                    + "|Leia mais|Continue lendo|Continuar a ler)";

    private static final String SIGNS = "[\\s:.…»›>→⟶\\])\"”“„«'’-]*";

    private static final List<Pattern> AT_END = List.of(
            ended("The post .{1,300} (first )?appeared (first )?on .{1,200}"),
            ended("Der (Beitrag|Artikel|Post) .{1,300} erschien zuerst (auf|bei|in) .{1,200}"),
            ended("(Cet article|L['’]article|Le billet|Le post) .{0,300}est apparu en premier sur .{1,200}"),
            ended(
                    "(L['’]articolo|Il post) .{1,300} (sembra essere il primo su|proviene da|è apparso per primo su) .{1,200}"),
            ended("(La entrada|El post|El artículo) .{1,300} (se publicó primero en|apareció primero en"
                    + "|aparece primero en) .{1,200}"),
            ended("Het bericht .{1,300} (verscheen eerst|is eerst verschenen) op .{1,200}"),
            ended("(O post|O artigo) .{1,300} (apareceu primeiro em|foi publicado primeiro em|aparece primeiro no?)"
                    + " .{1,200}"),
            ended("submitted by /?u/\\S{1,60}( to /?r/\\S{1,60})?( \\[link])?( \\[comments])?"),
            ended("(Article URL: \\S{1,500} )?Comments URL: \\S{1,300} Points: \\d+ # Comments: \\d+"),
            ended("(Share this|Like this|Teilen mit|Teilen|Partager|Condividi|Compartir|Compartilhar|Delen):.{0,120}"),
            // A call to read on, alone, or with the title or the place that it leads to.
            Pattern.compile("(?<![\\p{L}\\p{N}])[\\[(→»|]*\\s*" + MORE + SIGNS + "$"),
            Pattern.compile("(^|(?<=[.!?…\\])»”\"]))\\s*[\\[(→»|]*\\s*" + MORE
                    + "(\\s*[:…»›→\"”“„«'’-]|\\.{3}|\\s+(about|on|at|here|über|auf|bei|hier|sur|de|su|di|sobre|en|op|over|em)\\b)"
                    + ".{0,200}$"),
            Pattern.compile("(^|(?<=[.!?…\\])]))\\s*(Continue [Rr]eading|Keep [Rr]eading|Lire la suite) .{1,200}$"),
            Pattern.compile("\\s*[\\[(](mehr|more|weiter|suite|la suite|continua|más|meer|mais)\\s*(…|\\.{3})?[\\])]$"),
            Pattern.compile(
                    "(^|(?<=[.!?…]))\\s*(Comments|Kommentare|Commentaires|Commenti|Comentarios|Reacties|Comentários)$"));

    private static final Pattern MEDIUM =
            ended("was originally published in .{1,150} on Medium(, where .{0,150})?\\.?");

    private Boilerplate() {}

    private static Pattern ended(String text) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + text + "$");
    }

    /** The text without what was appended to it. */
    static String without(String title, String text) {
        String told = text;
        // One system may append to what another did; no text is worth more rounds.
        for (int round = 0; round < ROUNDS; round++) {
            told = onceWithout(title, told);
        }
        return told;
    }

    private static String onceWithout(String title, String text) {
        int from = Math.max(0, text.length() - TAIL);
        String tail = text.substring(from);
        for (Pattern pattern : AT_END) {
            tail = cut(pattern, tail);
        }
        String cut = cut(MEDIUM, tail);
        if (!cut.equals(tail)) {
            tail = cut.endsWith(title) ? cut.substring(0, cut.length() - title.length()) : cut;
        }
        return (text.substring(0, from) + tail).strip();
    }

    private static String cut(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? text.substring(0, matcher.start()).strip() : text;
    }
}
