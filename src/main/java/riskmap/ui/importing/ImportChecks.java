package riskmap.ui.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import riskmap.app.importing.ImportMode;
import riskmap.app.importing.ImportPreview;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.LayerKind;
import riskmap.geo.crs.Crs;

/** What stands against importing a source with the choices made; nothing is imported while something does. */
final class ImportChecks {
    private static final int LONGEST_NAME = 60;

    private final Workspace workspace;
    private List<String> layers;

    ImportChecks(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The project's layers. */
    List<String> layers() {
        if (layers == null) {
            layers = List.copyOf(workspace.layers());
        }
        return layers;
    }

    /** The project may have other layers now. */
    void forget() {
        layers = null;
    }

    /** What is wrong with a text that is typed, whatever the file says; null for nothing. */
    Message wrongText(ImportEntry entry) {
        if (!entry.header().get().isBlank() && !entry.header().get().strip().matches("\\d{1,4}")) {
            return Message.of("ui.import-why-header");
        }
        String code = entry.crs().get();
        if (!code.isEmpty() && !code.equals("gcj02") && !isKnown(code)) {
            return Message.of("ui.import-why-crs-unknown", code);
        }
        boolean half = entry.x().get().isEmpty() != entry.y().get().isEmpty();
        return half ? Message.of("ui.import-why-half-place") : null;
    }

    private static boolean isKnown(String code) {
        try {
            return Crs.of(code) != null;
        } catch (RiskMapException unknown) {
            return false;
        }
    }

    Message problem(ImportEntry entry) {
        Message wrong = wrongText(entry);
        if (wrong != null) {
            return wrong;
        }
        if (entry.unreadable().get() != null) {
            return entry.unreadable().get();
        }
        ImportPreview seen = entry.preview().get();
        if (seen == null || entry.reading().get()) {
            return Message.of("ui.import-why-reading");
        }
        boolean placed =
                seen.crsStated() || seen.crs().isFound() || !entry.crs().get().isEmpty();
        if (seen.isSpatial() && !placed) {
            return Message.of("ui.import-why-no-crs");
        }
        return seen.raster() ? null : layerProblem(entry, seen);
    }

    private Message layerProblem(ImportEntry entry, ImportPreview seen) {
        String name = entry.layer().get();
        String plain = name.toLowerCase(Locale.ROOT);
        boolean reserved = plain.startsWith("gpkg_") || plain.startsWith("sqlite_") || plain.startsWith("rtree_");
        if (name.isBlank() || name.length() > LONGEST_NAME || reserved || name.indexOf('"') >= 0) {
            return Message.of("ui.import-why-name", name);
        }
        if (!layers().contains(name)) {
            boolean other = layers().stream().anyMatch(known -> known.equalsIgnoreCase(name));
            return other ? Message.of("ui.import-why-name-case", name) : null;
        }
        return entry.mode().get() == ImportMode.UPDATE ? keyProblem(entry, seen) : null;
    }

    private Message keyProblem(ImportEntry entry, ImportPreview seen) {
        String key = entry.key().get();
        if (key.isBlank()) {
            return Message.of("ui.import-why-no-key");
        }
        boolean filled = entry.kind().get().isEmpty()
                ? seen.columns().stream().anyMatch(column -> column.name().equals(key))
                        || ofLayer(entry).match(names(seen), Map.of()).columns().containsKey(key)
                : !entry.columns().get().getOrDefault(key, "").isEmpty();
        return filled ? null : Message.of("ui.import-why-key-empty", key);
    }

    private LayerKind ofLayer(ImportEntry entry) {
        String name = entry.layer().get();
        return workspace
                .kind(name)
                .orElseGet(() -> LayerKind.of(workspace.features(name).getSchema()));
    }

    private static List<String> names(ImportPreview seen) {
        return seen.columns().stream().map(ImportPreview.Column::name).toList();
    }

    /** Two sources that go into one new layer must be of one kind; null where that is so. */
    Message clash(List<ImportEntry> chosen) {
        Map<String, ImportEntry> first = new HashMap<>();
        for (ImportEntry entry : chosen) {
            ImportPreview seen = entry.preview().get();
            ImportEntry other =
                    seen.raster() ? null : first.putIfAbsent(entry.layer().get(), entry);
            if (other != null && !other.kind().get().equals(entry.kind().get())) {
                return Message.of(
                        "ui.import-why-clash",
                        other.name(),
                        entry.name(),
                        entry.layer().get());
            }
        }
        return null;
    }
}
