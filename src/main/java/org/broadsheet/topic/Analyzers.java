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
 * <p>No stop words are dropped: keywords are phrases, and "IT" is a keyword that English takes for a stop word.
 */
public final class Analyzers {
    private final Lazy<Map<String, Analyzer>> byLanguage = new Lazy<>(Analyzers::all);
    private final Lazy<Analyzer> plain = new Lazy<>(() -> new StandardAnalyzer(CharArraySet.EMPTY_SET));

    private static Map<String, Analyzer> all() {
        return Map.ofEntries(
                Map.entry("de", new GermanAnalyzer(CharArraySet.EMPTY_SET)),
                Map.entry("en", new EnglishAnalyzer(CharArraySet.EMPTY_SET)),
                Map.entry("fr", new FrenchAnalyzer(CharArraySet.EMPTY_SET)),
                Map.entry("es", new SpanishAnalyzer(CharArraySet.EMPTY_SET)),
                Map.entry("it", new ItalianAnalyzer(CharArraySet.EMPTY_SET)),
                Map.entry("nl", new DutchAnalyzer(CharArraySet.EMPTY_SET)),
                Map.entry("pt", new PortugueseAnalyzer(CharArraySet.EMPTY_SET)),
                Map.entry("zh", new CJKAnalyzer(CharArraySet.EMPTY_SET)),
                Map.entry("ja", new CJKAnalyzer(CharArraySet.EMPTY_SET)),
                Map.entry("ko", new CJKAnalyzer(CharArraySet.EMPTY_SET)));
    }

    /** The stems of a text, in order; words are lower-cased for a language that has no stemmer here. */
    public List<String> stems(Locale language, String text) {
        return read(byLanguage.get().getOrDefault(language.getLanguage(), plain.get()), text);
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
