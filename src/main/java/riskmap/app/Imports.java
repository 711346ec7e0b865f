package riskmap.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.base.FileProblem;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Catalogue;
import riskmap.data.LayerKind;
import riskmap.geo.Crs;
import riskmap.io.FeatureStream;
import riskmap.io.ImportLog;
import riskmap.io.ImportTarget;
import riskmap.io.Importing;
import riskmap.io.NewFiles;
import riskmap.io.Prefetching;

/**
 * Imports files into a project: features as layers, rasters as GeoTIFF beside it, both in the project's CRS and on its
 * map. Each layer comes to be whole or not at all; a new project appears when everything is in it.
 */
public final class Imports {
    private final ImportRequest request;
    private final LayerKind kind;
    private final List<ImportSource> sources;
    private final ImportReport report = new ImportReport();

    private Imports(ImportRequest request) {
        this.request = request;
        kind = request.kind() == null ? null : Catalogue.standard().kind(request.kind());
        sources = ImportSource.of(request);
    }

    /**
     * Imports.
     *
     * @return counts and reasons for each layer
     * @throws RiskMapException when a source is missing or unreadable, its CRS is not known or cannot be reached, a
     *     column is missing, or the project cannot be written
     */
    public static Answer run(ImportRequest request, Progress progress) {
        Imports imports = new Imports(request);
        Path project = request.project().toAbsolutePath().normalize();
        if (Files.exists(project)) {
            try (NewFiles files = new NewFiles(project);
                    Workspace workspace = Workspace.open(project, false, progress)) {
                List<String> shown = imports.fill(workspace, files, progress);
                files.finish();
                workspace.updateMap(map -> ImportedMap.with(workspace, map, shown));
            } catch (IOException e) {
                throw unwritable(project, e);
            }
        } else {
            imports.intoNewProject(project, progress);
        }
        return imports.report.answer(project);
    }

    private static RiskMapException unwritable(Path project, IOException cause) {
        return new RiskMapException(Message.of("io.file-unwritable", project, FileProblem.reason(cause)), cause);
    }

    private void intoNewProject(Path project, Progress progress) {
        String name = project.getFileName().toString();
        String title = name.replaceFirst("\\.[^.]*$", "");
        String crs = Crs.code(chosenCrs());
        try (NewFiles files = new NewFiles(project)) {
            try (Workspace workspace = Workspace.create(files.path(name), title, crs)) {
                List<String> shown = fill(workspace, files, progress);
                workspace.updateMap(map -> ImportedMap.with(workspace, map, shown));
            }
            files.finish();
        } catch (IOException e) {
            throw unwritable(project, e);
        }
    }

    private CoordinateReferenceSystem chosenCrs() {
        for (ImportSource source : sources) {
            if (!source.isRaster()) {
                ImportSource.Somewhere at = source.somewhere();
                if (at != null && Crs.code(ProjectCrs.choose(at)) != null) {
                    return ProjectCrs.choose(at);
                }
            }
        }
        for (ImportSource source : sources) {
            if (source.isRaster()) {
                return RasterPlace.chosenCrs(source);
            }
        }
        return Crs.of(4490);
    }

    /** Imports all sources; returns what the map should show. */
    private List<String> fill(Workspace workspace, NewFiles files, Progress progress) throws IOException {
        CoordinateReferenceSystem crs = Crs.of(workspace.map().crs());
        List<String> shown = new ArrayList<>();
        Map<String, List<ImportSource>> layers = new LinkedHashMap<>();
        List<ImportSource> rasters = new ArrayList<>();
        for (ImportSource source : sources) {
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
            fillLayer(workspace, layer.getKey(), layer.getValue(), crs, share);
            shown.add("#" + layer.getKey());
            part++;
        }
        for (ImportSource raster : rasters) {
            String name = (request.layer() == null ? raster.name() : request.layer()) + ".tif";
            if (Files.exists(request.project().toAbsolutePath().resolveSibling(name))) {
                throw RiskMapException.of("app.file-exists", name);
            }
            ImportLog log = new ImportLog();
            Progress share = progress.part((double) part / parts, (double) (part + 1) / parts);
            RasterImport.write(raster, crs, files.path(name), log, share);
            report.add(name, log);
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

    private void fillLayer(
            Workspace workspace,
            String layer,
            List<ImportSource> from,
            CoordinateReferenceSystem crs,
            Progress progress)
            throws IOException {
        ImportLog log = new ImportLog();
        boolean added = workspace.layers().contains(layer);
        for (int i = 0; i < from.size(); i++) {
            ImportSource source = from.get(i);
            ImportTarget target = new ImportTarget(layer, crs, kind, request.columns());
            Progress share = progress.part((double) i / from.size(), (i + 1.0) / from.size());
            FeatureStream stream = source.open(log);
            Importing features;
            try {
                features = new Importing(stream, source.fileName(), target, source.options(), log);
            } catch (RuntimeException e) {
                stream.close();
                throw e;
            }
            try (Prefetching ahead = new Prefetching(features)) {
                Progress told = new StreamProgress(share, ahead, source.fileName());
                String title = kind == null ? null : kind.title().text();
                long written = added || i > 0
                        ? workspace.store().append(layer, ahead, -1, told)
                        : workspace.store().addLayer(features.type(), title, ahead, -1, told);
                log.written(written);
            }
        }
        if (kind != null && !kind.key().equals(layer)) {
            workspace.store().putDocument("kind:" + layer, kind.key());
        }
        report.add(layer, log);
    }

    /** Says how far by what has been read of the source: the store does not know how many will come. */
    private record StreamProgress(Progress whole, Prefetching source, String name) implements Progress {
        @Override
        public void report(double fraction, Message step) {
            whole.report(0.95 * source.fraction(), Message.of("app.import-step", name));
        }

        @Override
        public boolean isCancelled() {
            return whole.isCancelled();
        }
    }
}
