package riskmap.data.gpkg;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import riskmap.base.FileState;
import riskmap.base.UserFolders;

/**
 * A file as it lies there now, and whether a look that takes long has found nothing wrong with it as it is: SQLite's
 * check of a foreign file, the count of the boxes of an index. Remembered for this user from one start to the next, so
 * that a large file is not looked through anew for every command. What is
 * remembered is forgotten as soon as anything about the file differs (place, size, when its bytes or its entry were
 * changed last, which file it is), and after a week in any case: a disk may spoil what nobody touches. Damage is never
 * remembered; a file that was changed a moment ago, or that has a log beside it, is not either.
 *
 * <p>Only the folder's entry is looked at: the file may be open in SQLite.
 *
 * @param file the file
 * @param look what was looked at
 * @param mark an empty file whose name stands for all of this; null where the file is not to be remembered
 */
record CheckedFile(Path file, String look, Path mark) {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int MOST = 500;

    static CheckedFile of(Path file, String look) {
        try {
            return new CheckedFile(file, look, mark(file, look));
        } catch (IOException unknown) {
            return new CheckedFile(file, look, null);
        }
    }

    private static Path mark(Path file, String look) throws IOException {
        for (String ending : List.of("-wal", "-journal")) {
            if (FileHeader.sidecar(file, ending).toFile().length() > 0) {
                return null;
            }
        }
        FileState state = FileState.settled(file).orElse(null);
        if (state == null) {
            return null;
        }
        return UserFolders.cache().resolve("checked").resolve(hash(look + "|" + state.text()));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether nothing was found wrong with it as it is. */
    boolean isKnown() {
        return mark != null && isFresh(mark);
    }

    private static boolean isFresh(Path mark) {
        try {
            Instant made = Files.getLastModifiedTime(mark).toInstant();
            Instant now = Instant.now();
            return made.isAfter(now.minus(KEPT)) && !made.isAfter(now);
        } catch (IOException absent) {
            return false;
        }
    }

    /** Nothing was found wrong with it, as far as there was time to look; counts only where it is still the same. */
    void remember() {
        if (mark == null || !equals(of(file, look))) {
            return;
        }
        try {
            Files.createDirectories(mark.getParent());
            Files.deleteIfExists(mark);
            tidy(mark.getParent());
            Files.createFile(mark);
        } catch (FileAlreadyExistsException another) {
            // two commands looked at it at once
        } catch (IOException unwritable) {
            System.getLogger(CheckedFile.class.getName())
                    .log(System.Logger.Level.DEBUG, "checked file is not remembered", unwritable);
        }
    }

    /** The same, where it is not known yet: a week counts from the look, not from the last use. */
    void rememberOnce() {
        if (!isKnown()) {
            remember();
        }
    }

    private static void tidy(Path folder) throws IOException {
        List<Path> marks;
        try (Stream<Path> all = Files.list(folder)) {
            marks = all.toList();
        }
        boolean crowded = marks.size() > MOST;
        for (Path old : marks) {
            if (crowded || !isFresh(old)) {
                Files.deleteIfExists(old);
            }
        }
    }
}
