package riskmap.risk.model.flood;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.Rasterizer;
import riskmap.geo.terrain.HeightAboveDrainage;
import riskmap.geo.terrain.Inundation;
import riskmap.geo.terrain.WaterFlow;
import riskmap.risk.Workings;

/** Where the water of an inundation comes from, and how deep it stands: rivers by stage, reservoirs and sea by level. */
public final class WaterSources {
    private final Inputs inputs;
    private final ParameterValues values;
    private final List<Message> notes;
    private final Grid ground;

    public WaterSources(Inputs inputs, ParameterValues values, List<Message> notes) {
        this.inputs = inputs;
        this.values = values;
        this.notes = notes;
        this.ground = inputs.grid("dem");
    }

    /** Depth of the water, NaN where it is dry. */
    public Grid depths(Progress progress) {
        return switch (values.text("water")) {
            case "river" -> river(progress);
            case "reservoir" -> reservoirs(progress);
            default -> sea(progress);
        };
    }

    private Grid river(Progress progress) {
        WaterFlow flow = WaterFlow.of(ground, progress.part(0, 0.7));
        double stage = values.number("stage");
        Grid height;
        if (values.text("streams").equals("layer") && inputs.has("river")) {
            Grid streams = mask(shapes("river", progress), progress);
            height = flow.heightAbove(cell -> streams.cells()[cell] == 1, progress.part(0.7, 0.9));
            notes.add(Message.of("risk.note-streams-layer", stage));
        } else {
            double area = values.number("stream-area");
            height = flow.heightAboveStreams(flow.streamCells(area * 1e6), progress.part(0.7, 0.9));
            notes.add(Message.of("risk.note-streams-terrain", stage, area));
        }
        return Inundation.ofStage(height, stage, progress.part(0.9, 1));
    }

    /**
     * Without a layer of the sea its level surface is ground like any other, and is counted as flooded: says how much of
     * the water may be sea.
     */
    public Optional<Message> seaIn(Grid depths) {
        long cells = 0;
        for (int cell = 0; cell < depths.cells().length; cell++) {
            cells += depths.cells()[cell] > 0 && ground.cells()[cell] <= 0 ? 1 : 0;
        }
        double area = cells * ground.geometry().cellArea() / 1e6;
        return cells == 0 ? Optional.empty() : Optional.of(Message.of("risk.note-no-sea", Workings.shown(area)));
    }

    /**
     * Each reservoir at its level within the ground that drains into it: its dam holds. Water reaches no other reservoir's
     * catchment, so one after the other is spread.
     */
    private Grid reservoirs(Progress progress) {
        WaterFlow flow = WaterFlow.of(ground, progress.part(0, 0.7));
        List<int[]> water = new ArrayList<>();
        List<Double> levels = new ArrayList<>();
        var toGround = riskmap.geo.crs.Crs.transform(
                inputs.rows("reservoir", progress).crs(), ground.geometry().crs());
        int[] owner = new int[ground.cells().length];
        List<String> off = new ArrayList<>();
        List<Message> ofReservoirs = new ArrayList<>();
        for (ReservoirData reservoir : ReservoirData.of(inputs, values, 0.36, ofReservoirs, progress)) {
            double level = reservoir.level(values.text("reservoir-level"));
            if (!Double.isNaN(level)) {
                int[] cells = reservoir.shape() == null
                        ? new int[0]
                        : cells(mask(List.of(toGround.apply(reservoir.shape())), progress));
                if (IntStream.of(cells).allMatch(cell -> Float.isNaN(ground.cells()[cell]))) {
                    off.add(reservoir.name());
                    continue;
                }
                water.add(cells);
                levels.add(level);
                for (int cell : cells) {
                    owner[cell] = water.size();
                }
            }
        }
        int[] nearest = HeightAboveDrainage.nearest(flow.directions(), cell -> owner[cell] > 0, progress);
        int[] spread = {0};
        Inundation inundation =
                Inundation.within(ground, cell -> nearest[cell] >= 0 && owner[nearest[cell]] == spread[0]);
        for (int i = 0; i < water.size(); i++) {
            spread[0] = i + 1;
            inundation.spread(water.get(i), levels.get(i), progress.part(0, 0));
        }
        notes.add(Message.of(
                "risk.note-reservoirs-spread",
                water.size(),
                Message.of("risk.inundation.reservoir-level." + values.text("reservoir-level"))));
        // a level alone is spread, whatever is stored below it
        ofReservoirs.removeIf(note -> note.key().equals("risk.note-assumed-curves"));
        notes.addAll(ofReservoirs);
        if (!off.isEmpty()) {
            notes.add(Message.of("risk.note-reservoirs-off", off.size(), NameList.of(off)));
        }
        return inundation.depths();
    }

    /**
     * The sea: water comes from the cells its layer touches and those beside them, and what is no flooded land are the cells
     * whose centre lies in it; without a layer both are cells without data.
     */
    private Grid sea(Progress progress) {
        double level = values.number("sea-level");
        GridGeometry geometry = ground.geometry();
        boolean[] sea = new boolean[geometry.cellCount()];
        boolean[] open = sea;
        if (inputs.has("sea")) {
            List<Geometry> shapes = shapes("sea", progress);
            sea = isOne(mask(shapes, progress));
            open = isOne(Rasterizer.mask(geometry, shapes, Rasterizer.Rule.CENTRE, progress.part(0, 0)));
        } else {
            for (int cell = 0; cell < sea.length; cell++) {
                sea[cell] = Float.isNaN(ground.cells()[cell]);
            }
        }
        int[] sources = withNeighbours(sea, geometry.width());
        Grid depths = Inundation.of(ground)
                .spread(sources, level, progress.part(0.2, 1))
                .depths();
        // what is sea anyway is not flooded land
        for (int cell = 0; cell < open.length; cell++) {
            if (open[cell]) {
                depths.cells()[cell] = Float.NaN;
            }
        }
        notes.add(Message.of("risk.note-sea-level", level));
        if (!inputs.has("sea")) {
            notes.add(Message.of("risk.note-sea-of-gaps"));
        }
        return depths;
    }

    private static int[] withNeighbours(boolean[] sea, int width) {
        return IntStream.range(0, sea.length)
                .filter(cell -> sea[cell]
                        || cell % width > 0 && sea[cell - 1]
                        || cell % width < width - 1 && sea[cell + 1]
                        || cell >= width && sea[cell - width]
                        || cell + width < sea.length && sea[cell + width])
                .toArray();
    }

    private static boolean[] isOne(Grid mask) {
        boolean[] ones = new boolean[mask.cells().length];
        for (int cell = 0; cell < ones.length; cell++) {
            ones[cell] = mask.cells()[cell] == 1;
        }
        return ones;
    }

    private List<Geometry> shapes(String kind, Progress progress) {
        LayerRows rows = inputs.rows(kind, progress).in(ground.geometry().crs(), progress);
        notes.addAll(rows.notes(kind));
        return Arrays.stream(rows.geometries()).filter(Objects::nonNull).toList();
    }

    private Grid mask(List<Geometry> shapes, Progress progress) {
        return Rasterizer.mask(ground.geometry(), shapes, Rasterizer.Rule.ALL_TOUCHED, progress.part(0, 0));
    }

    private static int[] cells(Grid mask) {
        float[] cells = mask.cells();
        return IntStream.range(0, cells.length).filter(cell -> cells[cell] == 1).toArray();
    }
}
