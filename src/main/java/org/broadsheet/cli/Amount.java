package org.broadsheet.cli;

/** Says how many there are of something, so that one is not "1 things". */
final class Amount {
    private Amount() {}

    static String of(long number, String one, String more) {
        return number + " " + (number == 1 ? one : more);
    }
}
