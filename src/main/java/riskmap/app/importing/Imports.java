package riskmap.app.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.app.Answer;
import riskmap.app.project.Workspace;
import riskmap.base.FileProblem;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Catalogue;
import riskmap.data.LayerKind;
import riskmap.geo.crs.Crs;
import riskmap.io.ImportLog;
import riskmap.io.NewFiles;

/**
 * Imports files into a project: features as layers, rasters as GeoTIFF beside it, both in the project's CRS and on its
 * map. Each layer comes to be whole or not at all; a new project appears when everything is in it. Rows go through the
 * rules: those that break one are kept in a layer of their own with the reason.
 */
public final class Imports {
    private final ImportRequest request;
    private final LayerKind kind;
    private final ImportSources found;
    private final boolean dry;
    private final ImportReport report = new ImportReport();

    private Imports(ImportRequest request, boolean dry, Progress progress) {
        this.request = request;
        this.dry = dry;
        kind = request.kind() == null ? null : Catalogue.standard().kind(request.kind());
        found = ImportSources.of(request.sources(), ImportSource.options(request), progress);
        found.notes().forEach(report::note);
    }

    /**
     * Imports.
     *
     * @return counts and reasons for each layer
     * @throws RiskMapException when a source is missing or unreadable, its CRS is not known or cannot be reached, a
     *     column is missing, or the project cannot be written
     */
    public static Answer run(ImportRequest request, Progress progress) {
        return real(request, null, progress);
    }

    /** Imports, or finds out what an import would do, with a log in a file; null for none. */
    public static Answer logged(ImportRequest request, boolean dry, Path log, Progress progress) {
        return dry ? tried(request, log, progress) : real(request, log, progress);
    }

    private static Answer real(ImportRequest request, Path log, Progress progress) {
        Path project = project(request);
        Imports imports = begun(request, log, false, progress);
        try (imports.found) {
            if (Files.exists(project)) {
                try (Workspace workspace = Workspace.open(project, false, progress)) {
                    imports.into(workspace, progress);
                }
            } else {
                imports.intoNewProject(project, progress);
            }
            imports.keep(log, project, progress);
            return imports.report.answer(project);
        } catch (RiskMapException failure) {
            throw imports.named(failure);
        }
    }

    private static Imports begun(ImportRequest request, Path log, boolean dry, Progress progress) {
        if (log != null) {
            ImportLogFile.checkEnding(log);
        }
        return new Imports(request, dry, progress);
    }

    private void keep(Path log, Path project, Progress progress) {
        if (log == null) {
            return;
        }
        try {
            report.logFile(project, dry).write(log, progress);
        } catch (RiskMapException unwritten) {
            String key = dry ? "app.import-log-unwritten-dry" : "app.import-log-unwritten";
            throw new RiskMapException(Message.of(key, unwritten.userMessage()), unwritten);
        }
    }

    /** Imports into a project that is open; what became of each source. */
    public static List<ImportOutcome> run(ImportRequest request, Workspace workspace, Progress progress) {
        Imports imports = new Imports(request, false, progress);
        try (imports.found) {
            imports.into(workspace, progress);
            return imports.report.outcomes();
        } catch (RiskMapException failure) {
            throw imports.named(failure);
        }
    }

    /** Finds out what an import would do; nothing is written. */
    public static Answer dryRun(ImportRequest request, Progress progress) {
        return tried(request, null, progress);
    }

    private static Answer tried(ImportRequest request, Path log, Progress progress) {
        Path project = project(request);
        Imports imports = begun(request, log, true, progress);
        try (imports.found) {
            imports.report.note(Message.of("app.import-dry"));
            if (Files.exists(project)) {
                try (Workspace workspace = Workspace.open(project, true, progress)) {
                    imports.fill(workspace, Crs.of(workspace.map().crs()), null, progress);
                }
            } else {
                imports.fill(null, imports.chosenCrs(), null, progress);
            }
            imports.keep(log, project, progress);
            return imports.report.answer(project);
        } catch (RiskMapException failure) {
            throw imports.named(failure);
        } catch (IOException e) {
            throw unwritable(project, e);
        }
    }

    /** Finds out what an import into a project that is open would do; nothing is written. */
    public static List<ImportOutcome> dryRun(ImportRequest request, Workspace workspace, Progress progress) {
        Imports imports = new Imports(request, true, progress);
        try (imports.found) {
            imports.fill(workspace, Crs.of(workspace.map().crs()), null, progress);
            return imports.report.outcomes();
        } catch (RiskMapException failure) {
            throw imports.named(failure);
        } catch (IOException e) {
            throw unwritable(workspace.file(), e);
        }
    }

    private static Path project(ImportRequest request) {
        return request.project().toAbsolutePath().normalize();
    }

    private static RiskMapException unwritable(Path project, IOException cause) {
        return new RiskMapException(Message.of("io.file-unwritable", project, FileProblem.reason(cause)), cause);
    }

    private void into(Workspace workspace, Progress progress) {
        try (NewFiles files = new NewFiles(workspace.file())) {
            List<String> shown = fill(workspace, Crs.of(workspace.map().crs()), files, progress);
            files.finish();
            show(workspace, shown);
        } catch (IOException e) {
            throw partly(unwritable(workspace.file(), e));
        } catch (RiskMapException failure) {
            throw partly(failure);
        }
    }

    /** Adds what came in to the map; where that fails, the data are in all the same, and the import succeeded. */
    private void show(Workspace workspace, List<String> shown) {
        try {
            workspace.updateMap(map -> ImportedMap.with(workspace, map, shown));
        } catch (RiskMapException failure) {
            Message why = Message.of("app.import-afterwards", failure.userMessage());
            report.outcomes().forEach(outcome -> outcome.remark(why));
            report.note(why);
        }
    }

    /** The failure, with what had come in before it and stays. */
    private RiskMapException partly(RiskMapException failure) {
        List<String> before = report.outcomes().stream()
                .map(outcome -> outcome.source() + " → " + outcome.layer())
                .toList();
        return before.isEmpty()
                ? failure
                : new RiskMapException(
                        Message.of("app.import-partly", failure.userMessage(), NameList.of(before)), failure);
    }

    private void intoNewProject(Path project, Progress progress) {
        String name = project.getFileName().toString();
        String title = name.replaceFirst("\\.[^.]*$", "");
        String crs = Crs.code(chosenCrs());
        try (NewFiles files = new NewFiles(project)) {
            try (Workspace workspace = Workspace.createDraft(files.path(name), title, crs)) {
                List<String> shown = fill(workspace, Crs.of(workspace.map().crs()), files, progress);
                workspace.updateMap(map -> ImportedMap.with(workspace, map, shown));
            }
            files.finish();
        } catch (IOException e) {
            throw unwritable(project, e);
        }
    }

    private CoordinateReferenceSystem chosenCrs() {
        for (ImportSource source : found.list()) {
            if (!source.isRaster()) {
                ImportSource.Somewhere at = source.somewhere();
                if (at != null && Crs.code(ProjectCrs.choose(at)) != null) {
                    return ProjectCrs.choose(at);
                }
            }
        }
        for (ImportSource source : found.list()) {
            if (source.isRaster()) {
                return RasterPlace.chosenCrs(source);
            }
        }
        return Crs.of(4490);
    }

    /** Imports all sources, or finds out what that would do; returns what the map should show. */
    private List<String> fill(Workspace workspace, CoordinateReferenceSystem crs, NewFiles files, Progress progress)
            throws IOException {
        List<String> shown = new ArrayList<>();
        Map<String, List<ImportSource>> layers = new LinkedHashMap<>();
        List<ImportSource> rasters = new ArrayList<>();
        for (ImportSource source : found.list()) {
            if (source.isRaster()) {
                rasters.add(source);
            } else {
                layers.computeIfAbsent(layerName(source), name -> new ArrayList<>())
                        .add(source);
            }
        }
        for (String layer : layers.keySet()) {
            checkFree(workspace, layer);
        }
        int parts = layers.size() + rasters.size();
        int part = 0;
        for (Map.Entry<String, List<ImportSource>> layer : layers.entrySet()) {
            Progress share = progress.part((double) part / parts, (double) (part + 1) / parts);
            shown.addAll(fillLayer(workspace, layer.getKey(), layer.getValue(), crs, share));
            part++;
        }
        for (ImportSource raster : rasters) {
            String name = (request.layer() == null ? raster.name() : request.layer()) + ".tif";
            if (Files.exists(request.project().toAbsolutePath().resolveSibling(name))) {
                throw RiskMapException.of("app.file-exists", name);
            }
            if (dry) {
                report.note(Message.of("app.import-dry-raster", raster.fileName(), name));
                continue;
            }
            ImportLog log = new ImportLog();
            Progress share = progress.part((double) part / parts, (double) (part + 1) / parts);
            RasterImport.write(raster, crs, files.path(name), log, share);
            report.addRaster(name, log);
            shown.add(name);
            part++;
        }
        return shown;
    }

    private String layerName(ImportSource source) {
        String name = request.layer() != null ? request.layer() : kind != null ? kind.key() : source.name();
        return name.strip();
    }

    private void checkFree(Workspace workspace, String layer) {
        if (workspace == null || request.mode() != null) {
            return;
        }
        boolean exists = workspace.layers().contains(layer);
        boolean sameKind = kind != null
                && workspace
                        .kind(layer)
                        .filter(other -> other.key().equals(kind.key()))
                        .isPresent();
        if (exists && !sameKind) {
            throw RiskMapException.of(
                    "app.import-layer-exists", layer, workspace.file().getFileName());
        }
    }

    private List<String> fillLayer(
            Workspace workspace,
            String layer,
            List<ImportSource> from,
            CoordinateReferenceSystem crs,
            Progress progress)
            throws IOException {
        List<String> shown = new ArrayList<>(List.of("#" + layer));
        for (int i = 0; i < from.size(); i++) {
            // the rows of a first source are not replaced by those of the second
            ImportMode mode = request.mode() == null || i > 0 && request.mode() == ImportMode.REPLACE
                    ? ImportMode.APPEND
                    : request.mode();
            Progress share = progress.part((double) i / from.size(), (i + 1.0) / from.size());
            LayerImport step =
                    new LayerImport(from.get(i), layer, kindOf(workspace, layer), request, workspace, crs, mode, dry);
            ImportOutcome outcome = step.run(share);
            report.add(outcome);
            if (outcome.rejectedLayer() != null) {
                shown.add("#" + outcome.rejectedLayer());
            }
        }
        if (kind != null && !kind.key().equals(layer) && !dry) {
            workspace.store().putDocument("kind:" + layer, kind.key());
        }
        return shown;
    }

    /** The failure in which files of archives are called by the archive. */
    private RiskMapException named(RiskMapException failure) {
        Message named = found.named(failure.userMessage());
        return named.equals(failure.userMessage()) ? failure : new RiskMapException(named, failure);
    }

    /** The kind the user states, else the one that a layer which is there has. */
    private LayerKind kindOf(Workspace workspace, String layer) {
        if (kind != null || workspace == null || !workspace.layers().contains(layer)) {
            return kind;
        }
        return workspace.kind(layer).orElse(null);
    }
}
