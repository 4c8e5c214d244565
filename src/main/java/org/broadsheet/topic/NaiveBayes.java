package org.broadsheet.topic;

import java.util.BitSet;
import java.util.List;

/**
 * A multinomial Naive Bayes classifier with equal priors (McCallum and Nigam, 1998): how likely each class is to use the
 * terms of a text.
 */
final class NaiveBayes {
    /** What an unseen term counts; little, as texts are short and most terms are unseen. */
    private static final double SMOOTHING = 0.05;

    private final float[][] logs;

    private NaiveBayes(float[][] logs) {
        this.logs = logs;
    }

    /**
     * Trains on texts.
     *
     * @param labels the class of each text; negative for none
     */
    static NaiveBayes train(List<Features> texts, int[] labels, int classes) {
        float[][] logs = new float[classes][Features.ALL];
        double[] totals = new double[classes];
        double vocabulary = vocabulary(texts);
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] >= 0) {
                Features text = texts.get(i);
                for (int j = 0; j < text.size(); j++) {
                    logs[labels[i]][text.number(j)] += text.weight(j);
                    totals[labels[i]] += text.weight(j);
                }
            }
        }
        for (int of = 0; of < classes; of++) {
            double total = Math.log(totals[of] + SMOOTHING * vocabulary);
            float unseen = (float) (Math.log(SMOOTHING) - total);
            for (int number = 0; number < Features.ALL; number++) {
                logs[of][number] =
                        logs[of][number] == 0 ? unseen : (float) (Math.log(logs[of][number] + SMOOTHING) - total);
            }
        }
        return new NaiveBayes(logs);
    }

    /** How many different terms there are. */
    private static int vocabulary(List<Features> texts) {
        BitSet seen = new BitSet(Features.ALL);
        for (Features text : texts) {
            for (int i = 0; i < text.size(); i++) {
                seen.set(text.number(i));
            }
        }
        return seen.cardinality();
    }

    /** The logarithm of how likely each class is to use a text's terms. */
    double[] logs(Features text) {
        double[] sums = new double[logs.length];
        for (int of = 0; of < logs.length; of++) {
            for (int i = 0; i < text.size(); i++) {
                sums[of] += text.weight(i) * logs[of][text.number(i)];
            }
        }
        return sums;
    }

    /** What a term of a text speaks for a class, compared with another: above zero when it speaks for it. */
    double weight(int term, int of, int other) {
        return logs[of][term] - logs[other][term];
    }
}
