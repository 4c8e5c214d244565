package org.broadsheet;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something costly that is made when it is first needed, once: most commands need only a part of what they could, and
 * an admin waits for each start. Safe for use by many threads.
 */
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private volatile @Nullable T value;

    public Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        T made = value;
        return made == null ? make() : made;
    }

    private synchronized T make() {
        T made = value;
        if (made == null) {
            made = maker.get();
            value = made;
        }
        return made;
    }

    /** Whether it was needed by now. */
    public boolean isMade() {
        return value != null;
    }
}
