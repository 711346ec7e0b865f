package riskmap.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import riskmap.base.FileProblem;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.RiskMapException;

/** What all formats ask of a file: is it there, how does it begin, where are its companions. */
public final class SourceFiles {
    private SourceFiles() {}

    /** Throws when the file is missing, a folder, unreadable or empty. */
    public static void check(Path file) {
        if (!Files.exists(file)) {
            throw RiskMapException.of("io.file-missing", file);
        }
        if (Files.isDirectory(file)) {
            throw RiskMapException.of("io.file-is-folder", file);
        }
        if (!Files.isReadable(file)) {
            throw RiskMapException.of("io.file-denied", file);
        }
        try {
            if (Files.size(file) == 0) {
                throw RiskMapException.of("io.file-empty", file);
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The layer asked for, or the only one where none is named; refuses where that does not say which. */
    public static String layer(Path file, String asked, List<String> names) {
        String wanted = asked.isEmpty() && names.size() == 1 ? names.get(0) : asked;
        if (!names.contains(wanted)) {
            throw RiskMapException.of("io.layer-missing", file, asked, NameList.of(names));
        }
        return wanted;
    }

    /** The first bytes, fewer when the file is shorter. */
    public static byte[] head(Path file, int count) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(count);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    public static RiskMapException unreadable(Path file, Exception cause) {
        return new RiskMapException(Message.of("io.file-unreadable", file, FileProblem.reason(cause)), cause);
    }

    public static RiskMapException unwritable(Path file, Exception cause) {
        return new RiskMapException(Message.of("io.file-unwritable", file, FileProblem.reason(cause)), cause);
    }

    /** The ending of the name in lower case without the dot. */
    public static String extension(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The name without its ending. */
    public static String baseName(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    /** A file beside this one with another ending. */
    static Path sibling(Path file, String extension) {
        return file.resolveSibling(baseName(file) + "." + extension);
    }

    /** An existing companion with that ending in any case, or null. */
    public static Path companion(Path file, String extension) {
        Path exact = sibling(file, extension);
        if (Files.isRegularFile(exact)) {
            return exact;
        }
        String name = exact.getFileName().toString();
        Path folder = file.toAbsolutePath().getParent();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.getFileName().toString().equalsIgnoreCase(name))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }
}
