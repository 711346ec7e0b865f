package riskmap.risk.model.weather;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Point;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.StationInterpolation;
import riskmap.geo.raster.Variogram;
import riskmap.risk.Workings;

/**
 * Values of stations laid over a lattice by inverse distance or ordinary kriging, with how far off both are when each
 * station in turn is left out. Several stations in one place count as one of their mean value.
 */
public final class StationSurface {
    /** Fewer stations than this have no variogram. */
    private static final int LEAST = 4;

    private final List<String> names = new ArrayList<>();
    private final List<Point> places = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    /** By place, all stations there. */
    private final List<List<String>> together = new ArrayList<>();

    private final double power;

    public StationSurface(double power) {
        this.power = power;
    }

    public void add(String name, Point place, double value) {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).distance(place) == 0) {
                List<String> here = together.get(i);
                values.set(i, (values.get(i) * here.size() + value) / (here.size() + 1));
                here.add(name);
                return;
            }
        }
        names.add(name);
        places.add(place);
        values.add(value);
        together.add(new ArrayList<>(List.of(name)));
    }

    /** Which stations stand in one place, and the value that counts for them. */
    public List<Message> notes() {
        List<Message> notes = new ArrayList<>();
        for (int i = 0; i < together.size(); i++) {
            if (together.get(i).size() > 1) {
                notes.add(Message.of(
                        "risk.note-stations-together", NameList.of(together.get(i)), Workings.shown(values.get(i))));
            }
        }
        return notes;
    }

    public int size() {
        return values.size();
    }

    public boolean canKrige() {
        return size() >= LEAST;
    }

    private StationInterpolation method(boolean kriging) {
        double[] x = places.stream().mapToDouble(Point::getX).toArray();
        double[] y = places.stream().mapToDouble(Point::getY).toArray();
        double[] z = values.stream().mapToDouble(Double::doubleValue).toArray();
        return kriging
                ? StationInterpolation.kriging(x, y, z, variogram())
                : StationInterpolation.inverseDistance(x, y, z, power);
    }

    public Variogram variogram() {
        return Variogram.fitted(
                places.stream().mapToDouble(Point::getX).toArray(),
                places.stream().mapToDouble(Point::getY).toArray(),
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    public Grid grid(boolean kriging, GridGeometry lattice, Progress progress) {
        return method(kriging).grid(lattice, progress);
    }

    /** How far off the estimates are; null with fewer than two stations, or too few for kriging. */
    public StationInterpolation.CrossValidation validation(boolean kriging) {
        return size() < 2 || kriging && !canKrige() ? null : method(kriging).crossValidation();
    }

    public List<String> names() {
        return names;
    }

    double value(int station) {
        return values.get(station);
    }
}
