package riskmap.app.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.concurrent.atomic.AtomicReference;
import riskmap.app.project.Workspace;
import riskmap.base.Progress;
import riskmap.data.gpkg.GeoPackage;
import riskmap.edit.check.CheckReport;
import riskmap.edit.check.QualityCheck;
import riskmap.edit.check.Scope;

/**
 * A check of everything, kept as long as the project is open and its file is the same: the preview of a report and the
 * report need one check. Whatever is written to the file, by whatever program, makes it be checked anew.
 *
 * @param report what was found
 * @param at when it was checked
 */
public record KeptCheck(CheckReport report, ZonedDateTime at) {
    private record Entry(String state, KeptCheck check) {}

    /** Where an open project keeps its last check. */
    private static final class Kept {
        private final AtomicReference<Entry> last = new AtomicReference<>();
    }

    /**
     * The check of a project as it is now.
     *
     * @param now the time it gets when it has to be made
     */
    public static KeptCheck of(Workspace workspace, ZonedDateTime now, Progress progress) {
        String state = state(workspace);
        AtomicReference<Entry> last = workspace.keep(Kept.class, Kept::new).last;
        Entry known = last.get();
        if (known != null && known.state().equals(state)) {
            return known.check();
        }
        CheckReport report = QualityCheck.run(new ProjectLayers(workspace), Scope.all(), progress);
        KeptCheck made = new KeptCheck(report, now);
        // what was written while it ran may be in it or not
        if (state.equals(state(workspace))) {
            last.set(new Entry(state, made));
        }
        return made;
    }

    /** Size and time of the file and of what waits beside it, and what the project says of its own state. */
    private static String state(Workspace workspace) {
        GeoPackage store = workspace.store();
        Path file = workspace.file();
        return stamp(file) + stamp(file.resolveSibling(file.getFileName() + "-wal")) + store.state();
    }

    private static String stamp(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) + "/" + Files.getLastModifiedTime(file) + "\n" : "-\n";
        } catch (IOException unknown) {
            // a state that nothing equals: it is checked anew
            return unknown + "/" + System.nanoTime();
        }
    }
}
