package org.broadsheet.topic;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.Query;
import org.broadsheet.article.Article;

/**
 * A rule of a topic: a query in Lucene's classic syntax over {@code title}, {@code summary}, {@code category} and
 * {@code source}; words without a field are looked for in title and summary.
 */
final class TopicQuery {
    private static final String[] BY_DEFAULT = {"title", "summary"};
    private static final Pattern AT_COLUMN = Pattern.compile("(?s).* at line \\d+, column (\\d+).*");

    private final Query query;
    private final Analyzer analyzer;

    private TopicQuery(Query query, Analyzer analyzer) {
        this.query = query;
        this.analyzer = analyzer;
    }

    /** @throws IllegalArgumentException when the text is no query */
    static TopicQuery of(String text, Analyzer analyzer) {
        MultiFieldQueryParser parser = new MultiFieldQueryParser(BY_DEFAULT, analyzer);
        parser.setDefaultOperator(QueryParser.Operator.AND);
        try {
            return new TopicQuery(parser.parse(text), analyzer);
        } catch (ParseException | IllegalArgumentException e) {
            throw new IllegalArgumentException(problem(String.valueOf(e.getMessage())), e);
        }
    }

    /** What is wrong with a text as a query, in a few words; empty when nothing is. */
    static Optional<String> problem(String text, Analyzer analyzer) {
        try {
            of(text, analyzer);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static String problem(String message) {
        Matcher column = AT_COLUMN.matcher(message);
        if (message.contains("<EOF>")) {
            return "it ends too early; is a quote or a parenthesis not closed, or does a word follow AND, OR, NOT no more?";
        }
        return column.matches()
                ? "it is not understood at its character " + (Integer.parseInt(column.group(1)) + 1)
                        + "; put words with signs such as : ( ) [ ] / ? * into quotes"
                : message.lines().findFirst().orElse("it is not understood");
    }

    /** Whether it finds the article. */
    boolean finds(Article article) {
        MemoryIndex index = new MemoryIndex();
        index.addField("title", article.title(), analyzer);
        index.addField("summary", article.longest(), analyzer);
        index.addField("category", String.join(" ", article.categories()), analyzer);
        index.addField("source", article.source(), analyzer);
        return index.search(query) > 0;
    }
}
