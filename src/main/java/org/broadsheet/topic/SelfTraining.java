package org.broadsheet.topic;

import java.util.Arrays;
import java.util.List;

/**
 * Trains a classifier without labels: the articles that keywords surely put into a topic are the first examples, the
 * classifier labels the others, and is trained again on what it is sure of (McCallum and Nigam, 1999, "Text
 * classification by bootstrapping with keywords").
 *
 * <p>Beside the topics there is a class for all else, which begins with the articles without any keyword. Where an admin
 * has named the topics of everything, that class stays small, and the classifier does without it: then every article
 * belongs somewhere. Where only some topics are named, it keeps the rest out. On three labelled sets with one to nine
 * topics left out, its share followed the true one, and to do without it was better below a share of about 0.3.
 */
final class SelfTraining {
    private static final double SHARE_OF_ALL = 0.29;

    /**
     * The keyword score that makes an example, or that half of the articles with any keyword reach if that is less; and
     * how far the next topic must be behind, or at half the score if that is less.
     */
    private static final double SURE_SCORE = 6;

    private static final double MARGIN = 0.5;

    private static final int ROUNDS = 3;
    private static final double SURE = 0.9;

    /** Naive Bayes counts words as independent, which makes it too sure of itself; texts of length one the opposite. */
    private static final double SHARPNESS = 2;

    /** What keywords still count beside the classifier. */
    private static final double KEYWORDS = 0.3;

    private final List<Features> texts;
    private final double[][] scores;
    private final int[] given;
    private final int topics;
    private final int classes;
    private NaiveBayes bayes;

    /** What was learned. */
    static final class Learned {
        private final NaiveBayes bayes;
        private final double[][] chances;
        private final boolean other;

        private Learned(NaiveBayes bayes, double[][] chances, boolean other) {
            this.bayes = bayes;
            this.chances = chances;
            this.other = other;
        }

        NaiveBayes bayes() {
            return bayes;
        }

        /** How likely each topic is for a text, and behind them that none fits, if there is such a class. */
        double[] chances(int text) {
            return chances[text];
        }

        /** Whether there is a class for all else. */
        boolean hasOther() {
            return other;
        }

        /** How many of the texts belong to no topic. */
        private double shareOfOther() {
            return (double) Arrays.stream(chances)
                            .filter(each -> best(each) == each.length - 1)
                            .count()
                    / chances.length;
        }
    }

    private SelfTraining(List<Features> texts, double[][] scores, int[] given, boolean other) {
        this.given = given;
        this.texts = texts;
        this.scores = scores;
        this.topics = scores[0].length;
        this.classes = topics + (other ? 1 : 0);
        this.bayes = NaiveBayes.train(texts, seeds(other), classes);
    }

    /**
     * Learns from texts, at least one.
     *
     * @param scores the keyword scores of each text, at least one topic
     * @param given the topic of texts where it is known for a fact; negative elsewhere
     */
    static Learned learn(List<Features> texts, double[][] scores, int[] given) {
        Learned partial = new SelfTraining(texts, scores, given, true).run();
        boolean all = scores[0].length > 1 && partial.shareOfOther() < SHARE_OF_ALL;
        return all ? new SelfTraining(texts, scores, given, false).run() : partial;
    }

    private double sureScore() {
        double[] found = Arrays.stream(scores)
                .mapToDouble(each -> each[best(each)])
                .filter(score -> score > 0)
                .sorted()
                .toArray();
        return found.length == 0 ? SURE_SCORE : Math.min(SURE_SCORE, found[found.length / 2]);
    }

    private int[] seeds(boolean other) {
        double least = sureScore();
        int[] seeds = new int[scores.length];
        for (int i = 0; i < seeds.length; i++) {
            int best = best(scores[i]);
            double next = 0;
            for (int topic = 0; topic < topics; topic++) {
                next = topic == best ? next : Math.max(next, scores[i][topic]);
            }
            boolean sure = scores[i][best] >= least && scores[i][best] - next >= Math.min(MARGIN, scores[i][best] / 2);
            boolean none = other && scores[i][best] == 0;
            int seed = sure ? best : none ? topics : -1;
            seeds[i] = given[i] >= 0 ? given[i] : seed;
        }
        return seeds;
    }

    private Learned run() {
        for (int round = 0; round < ROUNDS; round++) {
            double[][] now = probabilities();
            int[] labels = new int[now.length];
            for (int i = 0; i < labels.length; i++) {
                int best = best(now[i]);
                int sure = now[i][best] >= SURE ? best : -1;
                labels[i] = given[i] >= 0 ? given[i] : sure;
            }
            bayes = NaiveBayes.train(texts, labels, classes);
        }
        return new Learned(bayes, probabilities(), classes > topics);
    }

    private double[][] probabilities() {
        double[][] all = new double[texts.size()][];
        for (int i = 0; i < all.length; i++) {
            double[] logs = bayes.logs(texts.get(i));
            for (int topic = 0; topic < topics; topic++) {
                logs[topic] += KEYWORDS * scores[i][topic];
            }
            all[i] = normalized(logs);
        }
        return all;
    }

    private static double[] normalized(double[] logs) {
        double highest = Arrays.stream(logs).max().orElseThrow();
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.exp((logs[i] - highest) * SHARPNESS);
            sum += logs[i];
        }
        for (int i = 0; i < logs.length; i++) {
            logs[i] /= sum;
        }
        return logs;
    }

    /** The place of the highest value, the first of equal ones. */
    static int best(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }
}
