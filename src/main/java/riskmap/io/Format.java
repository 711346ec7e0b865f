package riskmap.io;

import java.nio.file.Path;
import java.util.List;
import riskmap.base.Message;

/** A file format of others, read and written by one class. What a person reads about it derives from its id. */
public sealed interface Format permits VectorFormat, GridFormat {
    /** Its name in commands, lower-case with hyphens. */
    String id();

    /** File name endings in lower case without the dot, the usual one first. */
    List<String> extensions();

    /** Whether this class reads the file, judged by its first bytes and its name. */
    boolean reads(Path file);

    /** What it is called. */
    default Message title() {
        return Message.of("io.format-" + id());
    }

    /** Whether the file's name ends like one of this format. */
    default boolean isNamedLike(Path file) {
        return extensions().contains(SourceFiles.extension(file));
    }

    /** Whether files of this format can be written as well as read. */
    default boolean writes() {
        return true;
    }
}
