package org.broadsheet.app;

import java.io.IOException;
import java.nio.file.Path;
import org.broadsheet.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of the pages for readers begin with: the whole service, and somebody who visits it. */
abstract class ReaderVisit {
    static final String ANNA = Visitor.ANNA;

    @TempDir
    Path folder;

    final TestClock clock = new TestClock();
    ReaderHouse house;
    Visitor visitor;

    @BeforeEach
    void open() throws IOException {
        house = new ReaderHouse(folder, clock);
        visitor = new Visitor(house);
    }

    @AfterEach
    void close() {
        house.close();
    }
}
