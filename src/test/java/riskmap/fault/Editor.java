package riskmap.fault;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import riskmap.app.project.Workspace;
import riskmap.base.Progress;

/**
 * A surveyor who never stops, in a process of its own: opens a project for editing, then says {@code TRY operation} before
 * and {@code ACK} after each thing done. Arguments: project, file with the operations so far, seed, how many operations
 * (0: until killed), and a file that gets a byte per ACK, or nothing.
 */
public final class Editor {
    /** The first steps also load what editing needs; the moment of a kill is counted from then on. */
    private static final int WARM = 2;
    /** On a network share. */
    private static final int WRITTEN_BACK = 4;

    private Editor() {}

    public static void main(String[] arguments) throws Exception {
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        edit(arguments, line -> out.write((line + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** Who hears what an editor says; a line is out when this returns. */
    interface Speech {
        void say(String line) throws IOException;
    }

    static void edit(String[] arguments, Speech out) throws IOException {
        EditModel model = EditProject.fresh();
        for (String line : Files.readAllLines(Path.of(arguments[1]))) {
            model.apply(EditOperation.parse(line));
        }
        Random random = new Random(Long.parseLong(arguments[2]));
        int most = Integer.parseInt(arguments[3]);
        try (Workspace project = Workspace.open(Path.of(arguments[0]), false, Progress.silent());
                OutputStream ticks = arguments.length > 4
                        ? new FileOutputStream(arguments[4], true)
                        : OutputStream.nullOutputStream()) {
            Map<String, Long> keys = new HashMap<>();
            for (int i = 0; most == 0 || i < most; i++) {
                if (i == WARM) {
                    out.say("READY");
                }
                EditOperation next = EditOperation.randomOrLook(
                        random,
                        model,
                        layer -> keys.merge(layer, project.edits().newFid(layer), Math::max));
                out.say("TRY " + next.text());
                EditProject.perform(project, model, next);
                model.apply(next);
                if (i % WRITTEN_BACK == 0) {
                    project.share().ifPresent(share -> share.writeBack(Progress.silent()));
                }
                ticks.write('.');
                out.say("ACK");
            }
            if (arguments.length > 4) {
                // what follows is closing: no harm may come to anything by then
                out.say("DONE");
            }
        }
    }
}
