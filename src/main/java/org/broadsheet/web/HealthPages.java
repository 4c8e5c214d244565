package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import java.util.function.BooleanSupplier;

/** Tells those who watch over the service whether it lives, and whether it can do its work. */
public final class HealthPages implements Pages {
    private static final int UNAVAILABLE = 503;

    private final BooleanSupplier ready;

    /** @param ready whether all that the pages need is there, such as the database */
    public HealthPages(BooleanSupplier ready) {
        this.ready = ready;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/health/ready", context -> {
            boolean isReady = ready.getAsBoolean();
            context.status(isReady ? 200 : UNAVAILABLE).result(isReady ? "ok" : "the database cannot be reached");
        });
    }
}
