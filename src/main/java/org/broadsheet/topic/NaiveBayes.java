package org.broadsheet.topic;

/**
 * A multinomial Naive Bayes classifier with equal priors (McCallum and Nigam, 1998): how likely each class is to use the
 * terms of a text, compared with how likely any text is to use them.
 *
 * <p>What a class uses is mixed with what all texts use (Jelinek and Mercer, 1980), in equal parts for classes of any
 * size; else a class with few examples would lose to one with many.
 */
final class NaiveBayes {
    /** A text that belongs to a class by less has no part in it. */
    private static final double LEAST = 1e-2;

    private final Vocabulary vocabulary;
    private final int classes;
    private final double mixedIn;
    private final double[][] members;
    private final float[] sums;
    private final double[] totals;
    private final float[] logs;

    private NaiveBayes(Vocabulary vocabulary, double[][] members, int classes, double mixedIn) {
        this.vocabulary = vocabulary;
        this.members = members;
        this.classes = classes;
        this.mixedIn = mixedIn;
        this.sums = new float[vocabulary.size() * classes];
        this.totals = new double[classes];
        this.logs = new float[sums.length];
    }

    /**
     * Trains on the texts of a vocabulary.
     *
     * @param members how much each text belongs to each class, from 0 to 1; null for one that is left out
     * @param mixedIn the part of what all texts use, above 0 and below 1: the more, the less a rare term tells
     */
    static NaiveBayes train(Vocabulary vocabulary, double[][] members, int classes, double mixedIn) {
        NaiveBayes bayes = new NaiveBayes(vocabulary, members, classes, mixedIn);
        for (int text = 0; text < members.length; text++) {
            for (int of = 0; of < classes; of++) {
                if (bayes.membership(text, of) > 0) {
                    bayes.add(vocabulary.texts().get(text), of, bayes.membership(text, of));
                }
            }
        }
        for (int at = 0; at < bayes.logs.length; at++) {
            bayes.logs[at] = (float) bayes.log(at / classes, bayes.sums[at], bayes.totals[at % classes]);
        }
        return bayes;
    }

    private double membership(int text, int of) {
        double[] member = members[text];
        return member == null || member[of] < LEAST ? 0 : member[of];
    }

    private void add(Features text, int of, double membership) {
        for (int i = 0; i < text.size(); i++) {
            sums[text.number(i) * classes + of] += (float) (text.weight(i) * membership);
        }
        totals[of] += text.total() * membership;
    }

    private double log(int number, double sum, double total) {
        double share = total > 0 ? Math.max(0, sum) / total : 0;
        return Math.log((1 - mixedIn) * share / vocabulary.share(number) + mixedIn);
    }

    /**
     * The logarithm of how much likelier each class is to use a text's terms than any text is. What the text itself added
     * to a class is left out: else a text would confirm whatever class it was put into, the more so the fewer there are.
     */
    double[] logs(int text) {
        Features features = vocabulary.texts().get(text);
        double[] result = new double[classes];
        for (int of = 0; of < classes; of++) {
            double own = membership(text, of);
            result[of] = own > 0 ? withoutItself(features, of, own) : sum(features, of);
        }
        return result;
    }

    private double sum(Features text, int of) {
        double sum = 0;
        for (int i = 0; i < text.size(); i++) {
            sum += text.weight(i) * logs[text.number(i) * classes + of];
        }
        return sum;
    }

    private double withoutItself(Features text, int of, double own) {
        double total = totals[of] - own * text.total();
        double sum = 0;
        for (int i = 0; i < text.size(); i++) {
            double others = sums[text.number(i) * classes + of] - own * text.weight(i);
            sum += text.weight(i) * log(text.number(i), others, total);
        }
        return sum;
    }

    /** What a term of a text, and its start with it, speaks for a class compared with another: above zero when for it. */
    double weight(String term, int of, int other) {
        return weight(vocabulary.number(term), of, other)
                + Features.START_WEIGHT * weight(vocabulary.startNumber(term), of, other);
    }

    private double weight(int number, int of, int other) {
        return number < 0 ? 0 : logs[number * classes + of] - logs[number * classes + other];
    }
}
