package riskmap.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.Measures;
import riskmap.geo.crs.Crs;

/**
 * How far each feature is from the nearest hub, such as a village from the nearest shelter, and what the hub is called: as
 * points, or as lines to the hub. Shapes other than points stand for the centre of their extent, and the fields are called
 * {@code HubName} and {@code HubDist}, as in QGIS; of equally near hubs the first is taken, and of hubs that are no points the one
 * whose centre is nearest. Places in degrees are measured on the ellipsoid.
 */
final class HubDistance implements Operation {
    private static final String OWNER = "analysis.hub-distance";
    /** Metres of the international foot and mile, by definition (1959). */
    private static final double FOOT = 0.3048;

    private static final double MILE = 1609.344;
    /** Pairs measured on the ellipsoid in some seconds. */
    private static final long MOST_PAIRS = 5_000_000;

    @Override
    public String id() {
        return "hub-distance";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "hubs", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "name", Parameter.Type.FIELD, null).asOptional(),
                Parameter.choice(OWNER, "shape", "points", "points", "lines"),
                Parameter.choice(OWNER, "unit", "metres", "metres", "feet", "miles", "kilometres", "layer"));
    }

    @Override
    public String inputOfFields(String parameter) {
        return "hubs";
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        DistanceInputs layers = DistanceInputs.readAny(inputs, "hubs", values, progress.part(0, 0.5));
        LayerRows features = layers.features();
        LayerRows hubs = layers.others();
        boolean same = layers.same();
        int name = values.has("name") ? hubs.attribute(values.text("name")) : -1;
        LayerRows places = centred(features);
        LayerRows hubPlaces = centred(hubs);
        boolean any = hubs.withoutGeometry() < hubs.size() - (same ? 1 : 0);
        boolean round = layers.metres() && !Crs.isInGroundMetres(features.crs());
        List<List<NearestFeatures.Neighbour>> nearest = any && round
                ? onEllipsoid(places, hubPlaces, same, progress.part(0.5, 1))
                : any
                        ? new NearestFeatures(hubPlaces, Double.POSITIVE_INFINITY, 1, false)
                                .around(places, same, progress.part(0.5, 1))
                        : Collections.nCopies(features.size(), List.of());

        boolean lines = values.text("shape").equals("lines");
        OutputRows output = new OutputRows("hub_distance", lines ? LineString.class : Point.class, features.crs());
        int[] taken = output.take(features.type());
        // a name is a text, whatever it is made of
        output.attribute("HubName", String.class);
        output.attribute("HubDist", Double.class);
        double ofUnit =
                switch (values.text("unit")) {
                    case "feet" -> FOOT;
                    case "miles" -> MILE;
                    case "kilometres" -> 1000;
                    default -> 1;
                };
        for (int row = 0; row < features.size(); row++) {
            Geometry place = places.geometry(row);
            Object[] own = OutputRows.values(features, row, taken);
            if (nearest.get(row).isEmpty()) {
                output.add(OutputRows.join(lines ? null : place, own, new Object[2]));
                continue;
            }
            NearestFeatures.Neighbour hub = nearest.get(row).get(0);
            Coordinate[] ends = {
                place.getCoordinate(), hubPlaces.geometry(hub.row()).getCoordinate()
            };
            output.add(OutputRows.join(lines ? place.getFactory().createLineString(ends) : place, own, new Object[] {
                name < 0 ? hubs.id(hub.row()) : named(hubs.value(hub.row(), name)), hub.distance() / ofUnit
            }));
        }
        List<Message> notes = new ArrayList<>(features.notes("features"));
        if (same) {
            notes.add(Message.of("analysis.note-not-itself"));
        } else {
            notes.addAll(hubs.notes("hubs"));
        }
        String unit = values.text("unit");
        notes.add(
                ofUnit == 1
                        ? round ? Message.of("analysis.note-distance-ellipsoidal") : layers.unitNote()
                        : Message.of("analysis.note-distance-in", Message.of(OWNER + ".unit." + unit)));
        return new Output.Features(output.features(), notes);
    }

    /**
     * The nearest hub of places in degrees, or in metres that are none of the ground: all are measured, since the
     * shortest way in degrees is not the shortest. So many that it would take minutes are refused, with the tool that
     * helps.
     */
    private static List<List<NearestFeatures.Neighbour>> onEllipsoid(
            LayerRows places, LayerRows hubs, boolean same, Progress progress) {
        if ((long) places.size() * hubs.size() > MOST_PAIRS) {
            MetresNeeded.require(places);
        }
        Measures measures = Measures.on(places.crs());
        List<List<NearestFeatures.Neighbour>> nearest = new ArrayList<>();
        for (int row = 0; row < places.size(); row++) {
            progress.check();
            progress.report((double) row / places.size());
            NearestFeatures.Neighbour best = null;
            for (int hub = 0; hub < hubs.size() && places.geometry(row) != null; hub++) {
                if (hubs.geometry(hub) == null || same && hub == row) {
                    continue;
                }
                Coordinate[] ends = {
                    places.geometry(row).getCoordinate(), hubs.geometry(hub).getCoordinate()
                };
                double metres =
                        measures.length(places.geometry(row).getFactory().createLineString(ends));
                if (best == null || metres < best.distance()) {
                    best = new NearestFeatures.Neighbour(hub, metres);
                }
            }
            nearest.add(best == null ? List.of() : List.of(best));
        }
        return nearest;
    }

    private static String named(Object value) {
        return value == null ? null : value.toString();
    }

    /** Each shape as the centre of its extent. */
    private static LayerRows centred(LayerRows rows) {
        Geometry[] centres = new Geometry[rows.size()];
        for (int row = 0; row < centres.length; row++) {
            Geometry shape = rows.geometry(row);
            centres[row] = shape == null || shape instanceof Point
                    ? shape
                    : shape.getFactory().createPoint(shape.getEnvelopeInternal().centre());
        }
        return rows.with(rows.type(), centres, 0);
    }
}
