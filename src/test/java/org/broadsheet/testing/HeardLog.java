package org.broadsheet.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** Hears what a class logs, from when it is made until it is closed. */
public final class HeardLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger logger;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    public HeardLog(Class<?> speaker) {
        this.logger = (Logger) LoggerFactory.getLogger(speaker);
        // Whatever a test before this one set for all.
        logger.setLevel(Level.INFO);
        start();
        logger.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(event.getFormattedMessage());
    }

    /** What was said up to a line with those words, or in that time when they are not said. */
    public List<String> until(String words, Duration longest) throws InterruptedException {
        List<String> heard = new ArrayList<>();
        String line = "";
        while (line != null && !line.contains(words)) {
            line = lines.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
            heard.add(String.valueOf(line));
        }
        return heard;
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        logger.setLevel(null);
    }
}
