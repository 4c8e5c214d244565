package org.broadsheet.topic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.broadsheet.Lazy;

/**
 * Reduces words to stems, by language, so that inflected forms are equal. Safe for use by several threads.
 *
 * <p>A language without a stemmer here is split into words in lower case, Chinese, Japanese and Korean into pairs of
 * signs.
 */
public final class Analyzers {
    private final Lazy<Map<String, Analyzer>> whole = new Lazy<>(() -> all(true));
    private final Lazy<Map<String, Analyzer>> telling = new Lazy<>(() -> all(false));
    private final Lazy<Analyzer> plain = new Lazy<>(() -> new StandardAnalyzer(CharArraySet.EMPTY_SET));

    private static Map<String, Analyzer> all(boolean stopWords) {
        CharArraySet none = CharArraySet.EMPTY_SET;
        Analyzer cjk = stopWords ? new CJKAnalyzer(none) : new CJKAnalyzer();
        return Map.ofEntries(
                Map.entry("de", stopWords ? new GermanAnalyzer(none) : new GermanAnalyzer()),
                Map.entry("en", stopWords ? new EnglishAnalyzer(none) : new EnglishAnalyzer()),
                Map.entry("fr", stopWords ? new FrenchAnalyzer(none) : new FrenchAnalyzer()),
                Map.entry("es", stopWords ? new SpanishAnalyzer(none) : new SpanishAnalyzer()),
                Map.entry("it", stopWords ? new ItalianAnalyzer(none) : new ItalianAnalyzer()),
                Map.entry("nl", stopWords ? new DutchAnalyzer(none) : new DutchAnalyzer()),
                Map.entry("pt", stopWords ? new PortugueseAnalyzer(none) : new PortugueseAnalyzer()),
                Map.entry("zh", cjk),
                Map.entry("ja", cjk),
                Map.entry("ko", cjk));
    }

    /** The stems of all words of a text, in order. */
    public List<String> stems(Locale language, String text) {
        return read(whole.get().getOrDefault(language.getLanguage(), plain.get()), text);
    }

    /** The stems of the words that tell something, in order: without articles, prepositions and the like. */
    public List<String> terms(Locale language, String text) {
        return read(telling(language), text);
    }

    /** What splits a text of a language into terms. */
    Analyzer telling(Locale language) {
        return telling.get().getOrDefault(language.getLanguage(), plain.get());
    }

    private static List<String> read(Analyzer analyzer, String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("text", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
        return terms;
    }
}
