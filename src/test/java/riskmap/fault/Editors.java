package riskmap.fault;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Several {@link Editor}s in one process, each with a project, a session and a thread of its own, so that one kill hits
 * each of them at another point of its work. A line begins with the editor's number. Arguments: project, file with the
 * operations so far and seed of each.
 */
public final class Editors {
    private static final int EACH = 3;

    private Editors() {}

    public static void main(String[] arguments) {
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        for (int i = 0; i < arguments.length / EACH; i++) {
            String number = i + " ";
            List<String> mine = List.of(arguments).subList(i * EACH, (i + 1) * EACH);
            String[] all = {mine.get(0), mine.get(1), mine.get(2), System.getProperty("most", "0")};
            new Thread(() -> edit(all, line -> out.write((number + line + "\n").getBytes(StandardCharsets.UTF_8))))
                    .start();
        }
    }

    private static void edit(String[] arguments, Editor.Speech out) {
        try {
            Editor.edit(arguments, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
