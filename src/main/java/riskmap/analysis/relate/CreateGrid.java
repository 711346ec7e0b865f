package riskmap.analysis.relate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.Parallel;
import riskmap.geo.crs.Crs;

/**
 * A grid over the extent of a layer or over one given: points, lines, rectangles, diamonds or hexagons, from its
 * north-western corner, numbered down the columns. Cells at the eastern and southern edge reach over it. Each row has the
 * sides of its cell.
 *
 * <p>Every second column of diamonds and hexagons lies half a cell lower. What that leaves open at the edges is filled with
 * more cells, so that nothing in the extent lies in none; or it stays open, as QGIS makes it.
 */
public final class CreateGrid implements Operation {
    private static final String OWNER = "analysis.create-grid";
    /** So many fit in memory beside what else is open. */
    private static final double MOST = 1e6;
    /** Rounding of a quotient: an extent of 0.6 holds three cells of 0.2, not four. */
    private static final double ROUNDING = 1e-9;

    @Override
    public String id() {
        return "create-grid";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null).asOptional(),
                Parameter.of(OWNER, "extent", Parameter.Type.NUMBERS, null).asOptional(),
                Parameter.of(OWNER, "crs", Parameter.Type.CRS, null).asOptional(),
                Parameter.choice(OWNER, "cells", "rectangles", CellPattern.keys()),
                Parameter.number(OWNER, "across", "", 500, 1e-9, 1e9),
                Parameter.number(OWNER, "down", "", 500, 1e-9, 1e9),
                Parameter.number(OWNER, "overlap-across", "", 0, -1e9, 1e9),
                Parameter.number(OWNER, "overlap-down", "", 0, -1e9, 1e9),
                Parameter.choice(OWNER, "edge", "filled", "filled", "open"),
                Parameter.of(OWNER, "only-meeting", Parameter.Type.BOOLEAN, "false"));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        CoordinateReferenceSystem crs = values.has("crs") ? Crs.of(values.text("crs")) : null;
        LayerRows rows = null;
        if (inputs.has("features")) {
            rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.3));
            if (crs != null && rows.crs() == null) {
                throw RiskMapException.of("analysis.crs-unknown", rows.type().getTypeName());
            }
            rows = rows.in(crs, progress.part(0.3, 0.4));
            crs = rows.crs();
        }
        Envelope extent = extent(values, rows);
        List<Geometry> cells = extent.isNull() ? List.of() : cells(extent, values, progress.part(0.4, 0.6));
        boolean[] kept = kept(cells, rows, values.flag("only-meeting"), progress.part(0.6, 0.9));
        OutputRows output = new OutputRows(
                "grid",
                switch (CellPattern.of(values.text("cells"))) {
                    case POINTS -> Point.class;
                    case LINES -> LineString.class;
                    default -> Polygon.class;
                },
                crs);
        output.attribute("id", Long.class);
        List.of("left", "top", "right", "bottom").forEach(side -> output.attribute(side, Double.class));
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                Envelope box = cells.get(i).getEnvelopeInternal();
                long id = output.size() + 1L;
                output.add(cells.get(i), id, box.getMinX(), box.getMaxY(), box.getMaxX(), box.getMinY());
            }
        }
        List<Message> notes = new ArrayList<>(rows == null ? List.of() : rows.notes("features"));
        if (Crs.isGeographic(crs) && cells.size() == 1) {
            notes.add(Message.of("analysis.note-grid-degrees", extent.getWidth(), extent.getHeight()));
        }
        notes.add(Message.of("analysis.note-grid", output.size(), cells.size()));
        return new Output.Features(output.features(), notes);
    }

    private static Envelope extent(ParameterValues values, LayerRows rows) {
        if (!values.has("extent")) {
            if (rows == null) {
                throw RiskMapException.of("analysis.grid-nowhere");
            }
            return rows.extent();
        }
        double[] sides = values.numbers("extent");
        if (sides.length != 4 || sides[0] > sides[1] || sides[2] > sides[3]) {
            throw RiskMapException.of("analysis.grid-extent", values.text("extent"));
        }
        return new Envelope(sides[0], sides[1], sides[2], sides[3]);
    }

    private static List<Geometry> cells(Envelope extent, ParameterValues values, Progress progress) {
        CellPattern pattern = CellPattern.of(values.text("cells"));
        double[] spacing = {values.number("across"), values.number("down")};
        double share = pattern.overlapShare();
        double[] overlap = {values.number("overlap-across") * share, values.number("overlap-down") * share};
        if (overlap[0] >= pattern.columnStep(spacing[0], spacing[1]) || overlap[1] >= spacing[1]) {
            throw RiskMapException.of("analysis.grid-overlap");
        }
        double columns = count(extent.getWidth(), pattern.columnStep(spacing[0], spacing[1]) - overlap[0]);
        double rows = count(extent.getHeight(), spacing[1] - overlap[1]);
        double count = pattern == CellPattern.LINES ? columns + rows : columns * rows;
        if (count > MOST) {
            throw RiskMapException.of("analysis.grid-too-many", count, MOST);
        }
        if (pattern == CellPattern.LINES) {
            return lines(extent, spacing, overlap);
        }
        CellPattern.Lattice lattice =
                pattern.lattice(new Coordinate(extent.getMinX(), extent.getMaxY()), spacing, overlap);
        int margin = pattern.fills() || values.text("edge").equals("open") ? 0 : 1;
        Envelope inside = new Envelope(extent);
        inside.expandBy(-ROUNDING * spacing[0], -ROUNDING * spacing[1]);
        Geometry area = new GeometryFactory().toGeometry(inside.isNull() ? extent : inside);
        List<Geometry> cells = new ArrayList<>();
        for (int column = -margin; column < columns + margin; column++) {
            progress.check();
            for (int row = -margin; row < rows + margin; row++) {
                Geometry cell = lattice.cell(column, row);
                if (margin == 0 || cell.intersects(area)) {
                    cells.add(cell);
                }
            }
        }
        return cells;
    }

    /** How many steps cover a length. */
    private static double count(double length, double step) {
        return Math.max(1, Math.ceil(length / step - ROUNDING));
    }

    /** Lines so far apart; with an overlap, two that far from each other each time. */
    private static List<Geometry> lines(Envelope extent, double[] spacing, double[] overlap) {
        List<Geometry> lines = new ArrayList<>();
        if (extent.getWidth() > 0) {
            for (double down : sides(extent.getHeight(), spacing[1], overlap[1])) {
                double y = extent.getMaxY() - down;
                lines.add(line(extent.getMinX(), y, extent.getMaxX(), y));
            }
        }
        if (extent.getHeight() > 0) {
            for (double across : sides(extent.getWidth(), spacing[0], overlap[0])) {
                double x = extent.getMinX() + across;
                lines.add(line(x, extent.getMaxY(), x, extent.getMinY()));
            }
        }
        return lines;
    }

    private static List<Double> sides(double length, double spacing, double overlap) {
        List<Double> sides = new ArrayList<>();
        double end = length + ROUNDING * spacing;
        for (int i = 0; i * spacing <= end; i++) {
            double begin = i * spacing;
            sides.add(begin);
            if (overlap > 0) {
                sides.add(begin + spacing - overlap);
            }
        }
        return sides.stream().filter(side -> side <= end).toList();
    }

    private static Geometry line(double x1, double y1, double x2, double y2) {
        return new GeometryFactory()
                .createLineString(new Coordinate[] {new Coordinate(x1, y1), new Coordinate(x2, y2)});
    }

    private static boolean[] kept(List<Geometry> cells, LayerRows rows, boolean onlyMeeting, Progress progress) {
        boolean[] kept = new boolean[cells.size()];
        if (!onlyMeeting) {
            IntStream.range(0, kept.length).forEach(i -> kept[i] = true);
            return kept;
        }
        if (rows == null) {
            throw RiskMapException.of("analysis.grid-meets-what");
        }
        Related related = new Related(rows.valid(progress.part(0, 0.2)));
        Parallel.items(kept.length, 256, progress.part(0.2, 1), (from, to) -> {
            for (int i = from; i < to; i++) {
                kept[i] = related.any(cells.get(i), Predicate.INTERSECTS);
            }
        });
        return kept;
    }
}
