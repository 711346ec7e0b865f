package riskmap.analysis.relate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.linearref.LengthIndexedLine;
import riskmap.analysis.GivenExtent;
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
import riskmap.geo.crs.Crs;

/**
 * Points at places of chance: so many inside each area or along each line, every place with the same chance, so many along
 * all lines together, or so many in an extent; on demand no two nearer to each other than a distance. The same seed gives the same points. Where no place is
 * found within so many tries, there are fewer, and that is told.
 */
public final class RandomPoints implements Operation {
    private static final String OWNER = "analysis.random-points";
    private static final int MOST = 1_000_000;

    @Override
    public String id() {
        return "random-points";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        all.add(Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null).asOptional());
        all.add(Parameter.choice(OWNER, "within", "each", "each", "lines", "extent"));
        all.addAll(GivenExtent.parameters(OWNER));
        all.add(Parameter.of(OWNER, "crs", Parameter.Type.CRS, null).asOptional());
        all.add(Parameter.integer(OWNER, "number", "", 10, 1, MOST));
        all.add(Parameter.number(OWNER, "apart", Parameter.COORDINATE_UNIT, 0, 0, 1e9));
        all.add(Parameter.integer(OWNER, "tries", "", 200, 1, 100_000));
        all.add(Parameter.integer(OWNER, "seed", "", 1, 0, Integer.MAX_VALUE));
        return all;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        boolean layer = inputs.has("features");
        if (!layer && !values.has("extent")) {
            throw RiskMapException.of("analysis.grid-nowhere");
        }
        CoordinateReferenceSystem crs = values.has("crs") ? Crs.of(values.text("crs")) : null;
        LayerRows given = layer ? LayerRows.read(inputs.features("features"), progress.part(0, 0.3)) : null;
        crs = crs == null && layer ? given.crs() : crs;
        LayerRows rows = layer ? given.in(crs, progress.part(0.3, 0.4)) : null;
        boolean each = layer && !values.has("extent") && values.text("within").equals("each");
        OutputRows output = new OutputRows("points", Point.class, crs);
        int[] taken = each ? output.take(given.type()) : new int[0];
        output.attribute(each ? "rand_point_id" : "id", Long.class);
        Drawing drawing = new Drawing(values, output);
        Progress making = progress.part(0.4, 1);
        if (each) {
            requireRoom((double) rows.size() * values.integer("number"));
            for (int row = 0; row < rows.size(); row++) {
                making.report((double) row / rows.size());
                Supplier<Coordinate> places = places(rows.geometry(row), drawing.random);
                drawing.draw(places, OutputRows.values(given, row, taken), making);
            }
        } else if (layer && !values.has("extent") && values.text("within").equals("lines")) {
            drawing.draw(places(together(rows), drawing.random), new Object[0], making);
        } else {
            Envelope extent =
                    values.has("extent") ? GivenExtent.box(values, crs).getEnvelopeInternal() : rows.extent();
            drawing.draw(extent.isNull() ? null : () -> in(extent, drawing.random), new Object[0], making);
        }
        List<Message> notes = new ArrayList<>(layer ? given.notes("features") : List.of());
        notes.add(Message.of("analysis.note-points-made", output.size()));
        if (drawing.missing > 0) {
            notes.add(Message.of("analysis.note-points-missing", drawing.missing, values.integer("tries")));
        }
        return new Output.Features(output.features(), notes);
    }

    private static void requireRoom(double number) {
        if (number > MOST) {
            throw RiskMapException.of("analysis.grid-too-many", number, (double) MOST);
        }
    }

    /** All lines of the layer as one shape: a longer one has as many more points as it is longer. */
    private static Geometry together(LayerRows rows) {
        List<Geometry> lines = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            Geometry shape = rows.geometry(row);
            if (shape != null && shape.getDimension() == 1) {
                lines.addAll(LinearComponentExtracter.getLines(shape));
            }
        }
        return new GeometryFactory().buildGeometry(lines);
    }

    private static Coordinate in(Envelope box, SplittableRandom random) {
        return new Coordinate(
                box.getMinX() + random.nextDouble() * box.getWidth(),
                box.getMinY() + random.nextDouble() * box.getHeight());
    }

    /** Places inside an area or along a line, null for one tried that is outside; null for a shape of neither. */
    private static Supplier<Coordinate> places(Geometry shape, SplittableRandom random) {
        if (shape == null || shape.isEmpty() || shape.getDimension() == 0) {
            return null;
        }
        GeometryFactory factory = shape.getFactory();
        if (shape.getDimension() == 1) {
            // of a collection its lines or its areas
            LengthIndexedLine line =
                    new LengthIndexedLine(factory.buildGeometry(LinearComponentExtracter.getLines(shape)));
            return () -> line.extractPoint(random.nextDouble() * line.getEndIndex());
        }
        Geometry areas = factory.buildGeometry(PolygonExtracter.getPolygons(shape));
        IndexedPointInAreaLocator area = new IndexedPointInAreaLocator(areas);
        Envelope box = areas.getEnvelopeInternal();
        return () -> {
            Coordinate place = in(box, random);
            return area.locate(place) == Location.INTERIOR ? place : null;
        };
    }

    /** Points drawn so far, each in a square as wide as the distance they are apart. */
    private static final class Drawing {
        private final SplittableRandom random;
        private final long number;
        private final long tries;
        private final double apart;
        private final OutputRows output;
        private final GeometryFactory factory = new GeometryFactory();
        private final Map<Coordinate, List<Coordinate>> squares = new HashMap<>();
        private long missing;

        Drawing(ParameterValues values, OutputRows output) {
            this.random = new SplittableRandom(values.integer("seed"));
            this.number = values.integer("number");
            this.tries = values.integer("tries");
            this.apart = values.number("apart");
            this.output = output;
        }

        void draw(Supplier<Coordinate> places, Object[] about, Progress progress) {
            for (long i = 0; i < number; i++) {
                progress.check();
                Coordinate place = places == null ? null : next(places);
                if (place == null) {
                    missing += number - i;
                    return;
                }
                Point point = factory.createPoint(new Coordinate(place.x, place.y));
                output.add(OutputRows.join(point, about, new Object[] {(long) output.size()}));
            }
        }

        private Coordinate next(Supplier<Coordinate> places) {
            for (long i = 0; i < tries; i++) {
                Coordinate place = places.get();
                if (place != null && isFree(place)) {
                    return place;
                }
            }
            return null;
        }

        private boolean isFree(Coordinate place) {
            if (apart == 0) {
                return true;
            }
            for (int across = -1; across <= 1; across++) {
                for (int up = -1; up <= 1; up++) {
                    List<Coordinate> there = squares.getOrDefault(square(place, across, up), List.of());
                    if (there.stream().anyMatch(other -> other.distance(place) < apart)) {
                        return false;
                    }
                }
            }
            squares.computeIfAbsent(square(place, 0, 0), none -> new ArrayList<>())
                    .add(place);
            return true;
        }

        private Coordinate square(Coordinate place, int across, int up) {
            return new Coordinate(Math.floor(place.x / apart) + across, Math.floor(place.y / apart) + up);
        }
    }
}
