package riskmap.data.gpkg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A copy of a database with its log, made before SQLite opens either, where their folder cannot be written.
 *
 * @param file the copy
 */
record Snapshot(Path file) {
    private static final List<String> PARTS = List.of("", "-wal", "-journal");

    static Snapshot of(Path source) throws IOException {
        Path folder = Files.createTempDirectory("riskmap");
        Snapshot result = new Snapshot(folder.resolve(source.getFileName().toString()));
        try {
            for (String part : PARTS) {
                Path from = FileHeader.sidecar(source, part);
                if (Files.exists(from)) {
                    Files.copy(from, FileHeader.sidecar(result.file, part));
                }
            }
            return result;
        } catch (IOException e) {
            result.delete();
            throw e;
        }
    }

    void delete() {
        for (String part : List.of("", "-wal", "-journal", "-shm")) {
            FileHeader.sidecar(file, part).toFile().delete();
        }
        file.getParent().toFile().delete();
    }
}
