package org.broadsheet.topic;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Trains a classifier without labels: the articles that keywords surely put into a topic are the first examples, the
 * classifier labels the others, and is trained again on what it found (McCallum and Nigam, 1999, "Text classification by
 * bootstrapping with keywords").
 *
 * <p>Beside the topics there is a class for all else, which begins with the articles that hardly use a keyword. Where an admin
 * has named the topics of everything, its articles turn out to be told in the words of the topics, and leave it for them;
 * the classifier then does without it, and every article belongs somewhere. Where only some topics are named, it keeps
 * the rest out. On three labelled sets of 260 to 12,000 articles at most 0.12 of the articles stayed in that class when
 * all topics were named, and 0.19 and more did where it was better to keep it.
 */
final class SelfTraining {
    /** With a smaller class for all else, the topics are all there are. */
    private static final double SHARE_OF_ALL = 0.17;

    /**
     * The keyword score that makes an example, or that a quarter of the articles with any keyword reach if that is less;
     * and how far the next topic must be behind, or at half the score if that is less.
     */
    private static final double SURE_SCORE = 6;

    private static final double SURE_QUARTER = 0.75;
    private static final double MARGIN = 0.5;

    /** A lesser score is as good as none: in a long text some keyword is met by chance. It is at most half of a sure one. */
    private static final double WEAK_SCORE = 2.5;

    /** Naive Bayes counts words as independent, which makes it too sure of itself; texts of length one the opposite. */
    private static final double SHARPNESS = 2;

    private final Vocabulary vocabulary;
    private final double[][] scores;
    private final int[] given;
    private final int topics;
    private final int classes;
    private final Way way;

    /**
     * How to learn. A class for all else would swallow the topics if it were learned from articles that only perhaps
     * belong to it; among topics alone, what is likely is the better teacher (Nigam and others, 2000).
     *
     * @param rounds how often to train again
     * @param sure how likely a class must be for an article to be an example of it; 0 to count each as much as is likely
     * @param keywords what keywords still count beside the classifier
     * @param mixedIn how much of what all texts use {@link NaiveBayes} mixes into what a class uses
     */
    private record Way(boolean other, int rounds, double sure, double keywords, double mixedIn) {
        /** Finds out whether there is anything else: little is left of it where nothing is. */
        static final Way IN_DOUBT = new Way(true, 3, 0.8, 0.3, 0.4);

        /** The class for all else is so wide that few terms tell it, but what is a topic's own must tell the topic. */
        static final Way WITH_OTHER = new Way(true, 3, 0.8, 0.3, 0.25);

        static final Way TOPICS_ALONE = new Way(false, 6, 0, 0.15, 0.4);
    }

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
    }

    private SelfTraining(Vocabulary vocabulary, double[][] scores, int[] given, Way way) {
        this.vocabulary = vocabulary;
        this.scores = scores;
        this.given = given;
        this.way = way;
        this.topics = scores[0].length;
        this.classes = topics + (way.other() ? 1 : 0);
    }

    /**
     * Learns from texts, at least one.
     *
     * @param scores the keyword scores of each text, at least one topic
     * @param given the topic of texts where it is known for a fact; negative elsewhere
     */
    static Learned learn(List<Features> texts, double[][] scores, int[] given) {
        Vocabulary vocabulary = Vocabulary.of(texts);
        boolean all = scores[0].length > 1
                && shareOfOther(new SelfTraining(vocabulary, scores, given, Way.IN_DOUBT).run(), given) < SHARE_OF_ALL;
        return new SelfTraining(vocabulary, scores, given, all ? Way.TOPICS_ALONE : Way.WITH_OTHER).run();
    }

    /** How many of the texts whose topic is not given belong to none. */
    private static double shareOfOther(Learned learned, int[] given) {
        int open = 0;
        int others = 0;
        for (int i = 0; i < given.length; i++) {
            double[] chances = learned.chances(i);
            open += given[i] < 0 ? 1 : 0;
            others += given[i] < 0 && best(chances) == chances.length - 1 ? 1 : 0;
        }
        return open == 0 ? 0 : (double) others / open;
    }

    private double sureScore() {
        double[] found = Arrays.stream(scores)
                .mapToDouble(each -> each[best(each)])
                .filter(score -> score > 0)
                .sorted()
                .toArray();
        return found.length == 0 ? SURE_SCORE : Math.min(SURE_SCORE, found[(int) (found.length * SURE_QUARTER)]);
    }

    private double[][] seeds() {
        double least = sureScore();
        double[][] seeds = new double[scores.length][];
        for (int i = 0; i < seeds.length; i++) {
            int best = best(scores[i]);
            double next = 0;
            for (int topic = 0; topic < topics; topic++) {
                next = topic == best ? next : Math.max(next, scores[i][topic]);
            }
            boolean sure = scores[i][best] >= least && scores[i][best] - next >= Math.min(MARGIN, scores[i][best] / 2);
            boolean none = way.other() && scores[i][best] < Math.min(WEAK_SCORE, least / 2);
            seeds[i] = example(given[i] >= 0 ? given[i] : sure ? best : none ? topics : -1);
        }
        return seeds;
    }

    private double @Nullable [] example(int of) {
        if (of < 0) {
            return null;
        }
        double[] example = new double[classes];
        example[of] = 1;
        return example;
    }

    private Learned run() {
        NaiveBayes bayes = NaiveBayes.train(vocabulary, seeds(), classes, way.mixedIn());
        for (int round = 0; round < way.rounds(); round++) {
            double[][] members = chances(bayes);
            for (int i = 0; i < members.length; i++) {
                int best = best(members[i]);
                if (given[i] >= 0) {
                    members[i] = example(given[i]);
                } else if (way.sure() > 0) {
                    members[i] = example(members[i][best] >= way.sure() ? best : -1);
                }
            }
            bayes = NaiveBayes.train(vocabulary, members, classes, way.mixedIn());
        }
        return new Learned(bayes, chances(bayes), way.other());
    }

    private double[][] chances(NaiveBayes bayes) {
        double[][] all = new double[scores.length][];
        for (int i = 0; i < all.length; i++) {
            double[] logs = bayes.logs(i);
            for (int topic = 0; topic < topics; topic++) {
                logs[topic] += way.keywords() * scores[i][topic];
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
