package riskmap.app.tool;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.DataUtilities;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Output;
import riskmap.app.project.OutputTarget;
import riskmap.app.project.Workspace;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.io.raster.GeoTiffFormat;

/** What tools make, stored in a project: layers and tables in its file, rasters as GeoTIFF beside it. */
final class ToolResults {
    /** Names that work as a layer, a file and an address. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_ ().-]{0,99}");

    private final Workspace project;

    ToolResults(Workspace project) {
        this.project = project;
    }

    /** Says what is wrong with the name of a result. */
    void requireFree(String name) {
        if (project.isReadOnly()) {
            throw RiskMapException.of("app.project-read-only", project.file());
        }
        if (name == null || !NAME.matcher(name).matches()) {
            throw RiskMapException.of("app.result-name-wrong", name == null ? "" : name);
        }
        String wanted = name.toLowerCase(Locale.ROOT);
        boolean taken = project.layers().stream()
                .anyMatch(layer -> layer.toLowerCase(Locale.ROOT).equals(wanted));
        if (taken || Files.exists(raster(name))) {
            throw RiskMapException.of(
                    "app.output-layer-exists", name, project.file().getFileName());
        }
    }

    private Path raster(String name) {
        return project.folder().resolve(name + ".tif");
    }

    /** Stores it whole or not at all. */
    ToolRecord.Content store(Output output, String name, Progress progress) {
        if (output instanceof Output.Raster raster) {
            new GeoTiffFormat().write(raster(name), raster.grid(), progress.part(0, 0.8));
            return ToolInputs.content(raster(name).getFileName().toString(), raster.grid(), progress.part(0.8, 1));
        }
        SimpleFeatureCollection features = OutputTarget.named(OutputTarget.rows(output), name);
        try (SimpleFeatureIterator rows = features.features()) {
            Iterator<SimpleFeature> each = new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return rows.hasNext();
                }

                @Override
                public SimpleFeature next() {
                    return rows.next();
                }
            };
            project.store().addLayer(features.getSchema(), name, each, -1, progress.part(0, 0.8));
        }
        return content(output, "#" + name, progress.part(0.8, 1));
    }

    /** What a result holds. */
    static ToolRecord.Content content(Output output, String source, Progress progress) {
        if (output instanceof Output.Raster raster) {
            return ToolInputs.content(source, raster.grid(), progress);
        }
        LayerRows rows = LayerRows.read(DataUtilities.source(OutputTarget.rows(output)), progress);
        return ToolInputs.content(source, rows, progress);
    }
}
