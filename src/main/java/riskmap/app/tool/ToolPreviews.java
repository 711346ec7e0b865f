package riskmap.app.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.type.GeometryDescriptor;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.collection.CollectionFeatureSource;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.analysis.Inputs;
import riskmap.analysis.Operation;
import riskmap.analysis.Operations;
import riskmap.analysis.Output;
import riskmap.app.project.OutputTarget;
import riskmap.app.project.Workspace;
import riskmap.base.Amount;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.render.PaintLayer;
import riskmap.style.SldReader;
import riskmap.style.Styles;

/**
 * Running a tool on what lies in a part of the map, to see what it does before it is run on everything. Nothing is stored
 * or recorded. What depends on more than that part (totals, nearest features) comes out otherwise when run in full.
 */
public final class ToolPreviews {
    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();
    private static final int SIDES = 32;

    /**
     * What a tool would make there.
     *
     * @param layer ready to paint, null for a table
     * @param size how many features, rows or cells
     * @param notes what the tool had to say
     */
    public record Preview(PaintLayer layer, Message size, List<Message> notes) {
        public Preview {
            notes = List.copyOf(notes);
        }
    }

    private ToolPreviews() {}

    /**
     * Runs a tool on the features that meet an extent and the cells in it.
     *
     * @param extent in the CRS of the map
     */
    public static Preview run(
            Workspace project,
            ToolRuns.Request request,
            Envelope extent,
            CoordinateReferenceSystem mapCrs,
            Progress progress) {
        Operation operation = Operations.byId(request.operation());
        ParameterValues values = ParameterValues.of(operation.parameters(), request.parameters());
        ToolInputs.checkNames(operation, request.inputs());
        progress.report(0, Message.of("app.step-reading"));
        Map<String, LayerData> parts = new LinkedHashMap<>();
        request.inputs()
                .forEach((name, source) ->
                        parts.put(name, part(source, project.data(source, progress), extent, mapCrs, progress)));
        progress.report(0.2, operation.title());
        Output output = Operations.run(operation, new Inputs(parts), values, progress.part(0.2, 0.9));
        String id = "preview " + operation.id() + " " + Long.toHexString(System.nanoTime());
        if (output instanceof Output.Raster raster) {
            Grid grid = raster.grid();
            PaintLayer layer = new PaintLayer(
                    id,
                    new LayerData.Raster(grid),
                    SldReader.parse(shades(grid)).style(),
                    Filter.INCLUDE,
                    0.85);
            return new Preview(layer, Amount.of(grid.geometry().cellCount(), true), output.notes());
        }
        if (output instanceof Output.Rows table) {
            return new Preview(null, Amount.of(table.table().rows().size(), false), output.notes());
        }
        ListFeatureCollection made = held(OutputTarget.rows(output), progress.part(0.9, 1));
        PaintLayer layer = new PaintLayer(
                id,
                new LayerData.Features(new CollectionFeatureSource(made)),
                Styles.shipped("import-preview"),
                Filter.INCLUDE,
                1);
        return new Preview(
                made.getSchema().getGeometryDescriptor() == null ? null : layer,
                Amount.of(made.size(), false),
                output.notes());
    }

    /** Features may be computed while they are read; they are painted more than once. */
    private static ListFeatureCollection held(
            org.geotools.data.simple.SimpleFeatureCollection features, Progress progress) {
        List<SimpleFeature> all = new ArrayList<>();
        try (SimpleFeatureIterator iterator = features.features()) {
            while (iterator.hasNext()) {
                if ((all.size() & 1023) == 0) {
                    progress.check();
                }
                all.add(iterator.next());
            }
        }
        return new ListFeatureCollection(features.getSchema(), all);
    }

    private static LayerData part(
            String name, LayerData data, Envelope extent, CoordinateReferenceSystem mapCrs, Progress progress) {
        if (data instanceof LayerData.Raster raster) {
            return new LayerData.Raster(cut(name, raster.grid(), extent, mapCrs));
        }
        SimpleFeatureSource source = ((LayerData.Features) data).source();
        GeometryDescriptor geometry = source.getSchema().getGeometryDescriptor();
        if (geometry == null || geometry.getCoordinateReferenceSystem() == null) {
            return data;
        }
        CoordinateReferenceSystem crs = geometry.getCoordinateReferenceSystem();
        Filter there = FILTERS.bbox(
                FILTERS.property(geometry.getLocalName()), new ReferencedEnvelope(within(extent, mapCrs, crs), crs));
        try {
            Query query = new Query(source.getSchema().getTypeName(), there);
            return new LayerData.Features(new CollectionFeatureSource(held(source.getFeatures(query), progress)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An extent in another CRS: its edges bend, so they are followed. */
    private static Envelope within(Envelope extent, CoordinateReferenceSystem from, CoordinateReferenceSystem to) {
        var edge = new GeometryFactory().toGeometry(extent);
        double step = Math.max(extent.getWidth(), extent.getHeight()) / SIDES;
        return Crs.transform(from, to).apply(Densifier.densify(edge, step)).getEnvelopeInternal();
    }

    private static Grid cut(String name, Grid grid, Envelope extent, CoordinateReferenceSystem mapCrs) {
        GridGeometry all = grid.geometry();
        Envelope there = all.crs() == null || mapCrs == null ? extent : within(extent, mapCrs, all.crs());
        int west = Math.max(0, all.column(there.getMinX()));
        int east = Math.min(all.width() - 1, all.column(there.getMaxX()));
        int north = Math.max(0, all.row(there.getMaxY()));
        int south = Math.min(all.height() - 1, all.row(there.getMinY()));
        if (west > east || north > south) {
            throw RiskMapException.of("app.preview-outside", name);
        }
        GridGeometry part = new GridGeometry(
                east - west + 1,
                south - north + 1,
                all.minX() + west * all.cellWidth(),
                all.maxY() - north * all.cellHeight(),
                all.cellWidth(),
                all.cellHeight(),
                all.crs());
        float[] cells = new float[part.cellCount()];
        for (int row = 0; row < part.height(); row++) {
            System.arraycopy(grid.cells(), (row + north) * all.width() + west, cells, row * part.width(), part.width());
        }
        return new Grid(part, cells);
    }

    /** From light to dark over the values there are. */
    private static String shades(Grid grid) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (float cell : grid.cells()) {
            if (!Float.isNaN(cell)) {
                least = Math.min(least, cell);
                greatest = Math.max(greatest, cell);
            }
        }
        boolean none = !(greatest > least);
        double from = Double.isFinite(least) ? least : 0;
        return String.format(
                Locale.ROOT,
                """
                <StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld"><NamedLayer><Name>preview</Name>
                <UserStyle><FeatureTypeStyle><Rule><RasterSymbolizer><ColorMap>
                <ColorMapEntry color="#FDF2FF" quantity="%s"/><ColorMapEntry color="#D500F9" quantity="%s"/>
                <ColorMapEntry color="#3A0047" quantity="%s"/>
                </ColorMap></RasterSymbolizer></Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>
                """,
                from,
                none ? from + 0.5 : (from + greatest) / 2,
                none ? from + 1 : greatest);
    }
}
