package org.broadsheet.edition;

import java.util.ArrayDeque;
import java.util.Deque;
import org.attoparser.AbstractMarkupHandler;

/** Remembers where the elements of a template were opened, for the parser only tells where one should have ended. */
final class OpenElements extends AbstractMarkupHandler {
    private final Deque<Place> open = new ArrayDeque<>();

    private record Place(int line, int column) {}

    @Override
    public void handleOpenElementStart(char[] buffer, int offset, int length, int line, int column) {
        open.push(new Place(line, column));
    }

    @Override
    public void handleCloseElementEnd(char[] buffer, int offset, int length, int line, int column) {
        open.poll();
    }

    /** The fault at the element that is never closed, if that is what it is. */
    TemplateFault place(TemplateFault fault) {
        Place innermost = open.peek();
        if (innermost == null || !fault.what().contains("never closed")) {
            return fault;
        }
        String at = fault.line() > 0 ? " before " + fault.line() + ":" + fault.column() + " ends another one" : "";
        return new TemplateFault(fault.template(), innermost.line(), innermost.column(), fault.what() + at);
    }
}
