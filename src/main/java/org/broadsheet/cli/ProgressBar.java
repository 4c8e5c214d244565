package org.broadsheet.cli;

/** One line that is drawn over while something long goes on; draws nothing where nobody watches. */
final class ProgressBar implements AutoCloseable {
    private static final int WIDTH = 30;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final Terminal terminal;
    private final String what;
    private int shownPercent = -1;

    ProgressBar(Terminal terminal, String what) {
        this.terminal = terminal;
        this.what = what;
    }

    /** Draws the bar, when it would look different from before. */
    void show(long done, long total, String detail) {
        int percent = total == 0 ? 100 : (int) (100 * done / total);
        if (!terminal.interactive() || percent == shownPercent) {
            return;
        }
        shownPercent = percent;
        int filled = WIDTH * percent / 100;
        String bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
        terminal.err().print(CLEAR_LINE + what + " " + bar + " " + done + "/" + total + "  " + detail);
        terminal.err().flush();
    }

    @Override
    public void close() {
        if (terminal.interactive() && shownPercent >= 0) {
            terminal.err().print(CLEAR_LINE);
            terminal.err().flush();
        }
    }
}
