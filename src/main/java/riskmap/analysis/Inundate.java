package riskmap.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.Rasterizer;
import riskmap.geo.terrain.Inundation;

/** The depth of water that stands at a level and spreads from rivers, reservoirs or the sea over the ground below it. */
final class Inundate implements Operation {
    private static final String OWNER = "analysis.inundate";

    @Override
    public String id() {
        return "inundate";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "elevation", Parameter.Type.GRID, null),
                Parameter.of(OWNER, "sources", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "level-field", Parameter.Type.FIELD, null).asOptional(),
                Parameter.number(OWNER, "level", "m", 3, -500, 9000));
    }

    @Override
    public Set<String> numberParameters() {
        return Set.of("level-field");
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        Grid elevation = MetresNeeded.require(inputs.grid("elevation"));
        LayerRows rows = LayerRows.read(inputs.features("sources"), progress);
        LayerRows sources = rows.in(elevation.geometry().crs(), progress);
        double[] levels = new double[rows.size()];
        java.util.Arrays.fill(levels, values.number("level"));
        if (values.has("level-field")) {
            rows.attribute(values.text("level-field"));
            levels = rows.numbers(values.text("level-field"));
        }
        // sources of one level spread together
        TreeMap<Double, List<Geometry>> byLevel = new TreeMap<>();
        int without = 0;
        for (int row = 0; row < levels.length; row++) {
            if (sources.geometry(row) == null || Double.isNaN(levels[row])) {
                without++;
            } else {
                byLevel.computeIfAbsent(levels[row], level -> new ArrayList<>()).add(sources.geometry(row));
            }
        }
        Inundation inundation = Inundation.of(elevation);
        int done = 0;
        for (var level : byLevel.descendingMap().entrySet()) {
            progress.check();
            Grid mask = Rasterizer.mask(
                    elevation.geometry(), level.getValue(), Rasterizer.Rule.ALL_TOUCHED, progress.part(0, 0));
            int[] cells = java.util.stream.IntStream.range(0, mask.cells().length)
                    .filter(cell -> mask.cells()[cell] == 1)
                    .toArray();
            inundation.spread(cells, level.getKey(), progress.part(0, 0));
            progress.report((double) ++done / byLevel.size());
        }
        Grid depths = inundation.depths();
        long wet = 0;
        double volume = 0;
        for (float depth : depths.cells()) {
            if (depth > 0) {
                wet++;
                volume += depth;
            }
        }
        double cell = elevation.geometry().cellArea();
        List<Message> notes = new ArrayList<>(rows.notes("sources"));
        notes.add(Message.of("analysis.note-inundation", wet, wet * cell / 1e6, volume * cell, without));
        return new Output.Raster(depths, notes);
    }
}
