package riskmap.analysis.raster;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.analysis.CellNote;
import riskmap.analysis.Inputs;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.shape.Outlines;

/**
 * One raster of several, such as the sheets of a terrain model: in the cells of the first, continued as far as the others
 * reach. A sheet of other cells or another CRS gives each cell the value at its centre, which is told. Where several have
 * data, the last, the first, the least or the greatest counts; how many cells they differ in is told.
 */
public final class MosaicOfRasters implements Operation {
    private static final String OWNER = "analysis.mosaic";
    private static final int MOST = 1 << 29;
    /** In cells: a side so near a line of the lattice is on it. */
    private static final double ON_LINE = 1e-3;

    @Override
    public String id() {
        return "mosaic";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = LetteredRasters.parameters(OWNER, LetteredRasters.EIGHT);
        all.add(Parameter.choice(OWNER, "overlap", "last", "last", "first", "least", "greatest"));
        return all;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        List<String> names = LetteredRasters.EIGHT.stream().filter(inputs::has).toList();
        GridGeometry first = inputs.grid(names.get(0)).geometry();
        List<Envelope> boxes = names.stream()
                .map(name -> box(inputs.grid(name).geometry(), first))
                .toList();
        Envelope all = new Envelope();
        boxes.forEach(all::expandToInclude);
        Grid made = Grid.filled(covering(all, first), Float.NaN);
        String overlap = values.text("overlap");
        long differing = 0;
        int sampled = 0;
        for (int i = 0; i < names.size(); i++) {
            Progress part = progress.part((double) i / names.size(), (i + 1.0) / names.size());
            Grid sheet = inputs.grid(names.get(i));
            Grid cells = CellSampling.onto(sheet, covering(boxes.get(i), first), part);
            sampled += aligned(sheet.geometry(), first) ? 0 : 1;
            differing += lay(cells, made, overlap, part);
        }
        List<Message> notes = new ArrayList<>();
        notes.add(Message.of("analysis.note-mosaic", names.size()));
        notes.add(CellNote.of(made.geometry(), made.missing()));
        if (sampled > 0) {
            notes.add(Message.of("analysis.note-mosaic-sampled", sampled));
        }
        if (differing > 0) {
            notes.add(Message.of("analysis.note-mosaic-differs", differing, Message.of(OWNER + ".overlap." + overlap)));
        }
        return new Output.Raster(made, notes);
    }

    /** Where a raster lies, in the CRS of the first. */
    private static Envelope box(GridGeometry cells, GridGeometry first) {
        boolean same = cells.crs() == null || first.crs() == null || Crs.same(cells.crs(), first.crs());
        Geometry outline = Outlines.box(cells.envelope(), new GeometryFactory());
        return same
                ? cells.envelope()
                : Crs.transform(cells.crs(), first.crs()).apply(outline).getEnvelopeInternal();
    }

    private static boolean aligned(GridGeometry cells, GridGeometry first) {
        double across = (cells.minX() - first.minX()) / first.cellWidth();
        double down = (first.maxY() - cells.maxY()) / first.cellHeight();
        return (cells.crs() == null || first.crs() == null || Crs.same(cells.crs(), first.crs()))
                && Math.abs(cells.cellWidth() / first.cellWidth() - 1) < 1e-9
                && Math.abs(cells.cellHeight() / first.cellHeight() - 1) < 1e-9
                && Math.abs(across - Math.rint(across)) < ON_LINE
                && Math.abs(down - Math.rint(down)) < ON_LINE;
    }

    /** The cells of the first, continued over a box. */
    private static GridGeometry covering(Envelope box, GridGeometry first) {
        double west = Math.floor((box.getMinX() - first.minX()) / first.cellWidth() + ON_LINE);
        double east = Math.ceil((box.getMaxX() - first.minX()) / first.cellWidth() - ON_LINE);
        double north = Math.floor((first.maxY() - box.getMaxY()) / first.cellHeight() + ON_LINE);
        double south = Math.ceil((first.maxY() - box.getMinY()) / first.cellHeight() - ON_LINE);
        double cells = (east - west) * (south - north);
        if (!(cells <= MOST)) {
            throw RiskMapException.of("analysis.mosaic-too-large", cells, (double) MOST);
        }
        return new GridGeometry(
                (int) (east - west),
                (int) (south - north),
                first.minX() + west * first.cellWidth(),
                first.maxY() - north * first.cellHeight(),
                first.cellWidth(),
                first.cellHeight(),
                first.crs());
    }

    /** Lays a sheet over what is there; gives the number of cells that had another value. */
    private static long lay(Grid sheet, Grid made, String overlap, Progress progress) {
        GridGeometry from = sheet.geometry();
        GridGeometry to = made.geometry();
        int across = (int) Math.rint((from.minX() - to.minX()) / to.cellWidth());
        int down = (int) Math.rint((to.maxY() - from.maxY()) / to.cellHeight());
        long differing = 0;
        for (int row = 0; row < sheet.height(); row++) {
            progress.check();
            for (int column = 0; column < sheet.width(); column++) {
                float value = sheet.get(column, row);
                float there = made.get(column + across, row + down);
                if (Float.isNaN(value)) {
                    continue;
                }
                differing += Float.isNaN(there) || there == value ? 0 : 1;
                boolean taken = Float.isNaN(there)
                        || switch (overlap) {
                            case "first" -> false;
                            case "least" -> value < there;
                            case "greatest" -> value > there;
                            default -> true;
                        };
                if (taken) {
                    made.set(column + across, row + down, value);
                }
            }
        }
        return differing;
    }
}
