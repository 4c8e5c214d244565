package org.broadsheet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigWatchTest {
    @TempDir
    private Path directory;

    private Folder folder;
    private ConfigWatch watch;

    @BeforeEach
    void lookOnce() {
        folder = new Folder(directory);
        watch = new ConfigWatch(directory);
        assertThat(watch.changed()).isFalse();
    }

    @Test
    void staysQuietWhileNothingChanges() {
        assertThat(watch.changed()).isFalse();
        assertThat(watch.changed()).isFalse();
    }

    @Test
    void noticesAnEditOnce() {
        folder.installation(Folder.INSTALLATION + "# longer\n");
        assertThat(watch.changed()).isTrue();
        assertThat(watch.changed()).isFalse();
    }

    @Test
    void noticesAnotherTimeOfTheSameSize() throws IOException {
        Files.setLastModifiedTime(directory.resolve("newsletters/morning.yml"), FileTime.fromMillis(1_000));
        assertThat(watch.changed()).isTrue();
    }

    @Test
    void noticesAFileThatWasMovedIntoPlace() throws IOException {
        Path file = directory.resolve("broadsheet.yml");
        FileTime time = Files.getLastModifiedTime(file);
        folder.write("new.tmp", Folder.INSTALLATION.replace("10115", "10117"));
        Files.setLastModifiedTime(directory.resolve("new.tmp"), time);
        Files.move(directory.resolve("new.tmp"), file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(watch.changed()).isTrue();
    }

    @Test
    void noticesNewAndRemovedNewsletters() throws IOException {
        folder.write("newsletters/evening.yaml", "");
        assertThat(watch.changed()).isTrue();
        Files.delete(directory.resolve("newsletters/morning.yml"));
        assertThat(watch.changed()).isTrue();
    }

    @Test
    void looksPastOtherFiles() {
        folder.write("newsletters/notes.txt", "x").write("newsletters/.morning.yml.swp", "x");
        assertThat(watch.changed()).isFalse();
    }

    @Test
    void livesThroughAFolderThatGoesAway() throws IOException {
        Files.delete(directory.resolve("newsletters/morning.yml"));
        Files.delete(directory.resolve("newsletters"));
        Files.delete(directory.resolve("broadsheet.yml"));
        assertThat(watch.changed()).isTrue();
        assertThat(watch.changed()).isFalse();
    }
}
