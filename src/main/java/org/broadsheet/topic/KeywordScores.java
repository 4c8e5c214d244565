package org.broadsheet.topic;

import java.util.List;

/**
 * Scores articles by the keywords of topics: BM25F (Robertson, Zaragoza and Taylor, 2004) with the title weighing more
 * than the text, so that a rare keyword counts more than a common one and long texts have no advantage.
 */
final class KeywordScores {
    private static final double TITLE = 3;
    private static final double K1 = 1.2;
    private static final double B = 0.5;

    private final double[][] scores;
    private final int[][] strongest;

    private KeywordScores(int articles, int topics) {
        this.scores = new double[articles][topics];
        this.strongest = new int[articles][topics];
    }

    /** @param keywords of each topic */
    static KeywordScores of(List<ArticleTerms> articles, List<List<Keyword>> keywords) {
        KeywordScores all = new KeywordScores(articles.size(), keywords.size());
        double typical =
                articles.stream().mapToDouble(ArticleTerms::length).average().orElse(1);
        for (int topic = 0; topic < keywords.size(); topic++) {
            double[] best = new double[articles.size()];
            for (int keyword = 0; keyword < keywords.get(topic).size(); keyword++) {
                all.add(articles, new Place(topic, keyword), keywords.get(topic).get(keyword), typical, best);
            }
        }
        return all;
    }

    private record Place(int topic, int keyword) {}

    private void add(List<ArticleTerms> articles, Place place, Keyword keyword, double typical, double[] best) {
        double[] found = new double[articles.size()];
        int with = 0;
        for (int i = 0; i < found.length; i++) {
            ArticleTerms terms = articles.get(i);
            found[i] = keyword.acronym()
                    ? TITLE * keyword.in(terms.title(), terms.words())
                    : TITLE * keyword.in(terms.title(), terms.words()) + keyword.in(terms.text(), terms.words());
            with += found[i] > 0 ? 1 : 0;
        }
        double idf = Math.log1p((found.length - with + 0.5) / (with + 0.5));
        for (int i = 0; i < found.length; i++) {
            if (found[i] > 0) {
                double discount = K1 * (1 - B + B * articles.get(i).length() / typical);
                double score = idf * found[i] * (K1 + 1) / (found[i] + discount);
                scores[i][place.topic()] += score;
                if (score > best[i]) {
                    best[i] = score;
                    strongest[i][place.topic()] = place.keyword();
                }
            }
        }
    }

    /** The score of each topic for an article; 0 where none of its keywords is found. */
    double[] of(int article) {
        return scores[article];
    }

    /** The number of the keyword that brings most of a score. */
    int strongest(int article, int topic) {
        return strongest[article][topic];
    }
}
