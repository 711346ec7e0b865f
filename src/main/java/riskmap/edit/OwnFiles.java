package riskmap.edit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import riskmap.data.gpkg.GeoPackage;

/**
 * The user's files that belong to a project and lie outside it: pending steps and the sketch. They are found by an id that
 * is kept in the project, so that they are also found when the project has been moved; before it has one, by its path.
 */
final class OwnFiles {
    private static final String KEY = "package-id";

    private final GeoPackage store;
    private final Path folder;

    OwnFiles(GeoPackage store, Path folder) {
        this.store = store;
        this.folder = folder;
    }

    /** Gives the project an id where it has none. */
    void giveId() {
        if (id().isEmpty()) {
            store.putDocument(KEY, UUID.randomUUID().toString());
        }
    }

    /** The file with this ending: the one that is there, else the one to make. */
    Path file(String ending) {
        Path byPath = folder.resolve(
                UUID.nameUUIDFromBytes(store.path().toString().getBytes(StandardCharsets.UTF_8)) + ending);
        Optional<Path> byId = id().map(id -> folder.resolve(id + ending));
        return byId.isEmpty() || Files.exists(byPath) && !Files.exists(byId.get()) ? byPath : byId.get();
    }

    private Optional<String> id() {
        return store.document(KEY).filter(text -> text.matches("[0-9a-f-]{36}"));
    }
}
