package riskmap.app.demo;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * The hand-drawn part of the demonstration district: {@code maps/demo/huancui.json}. Positions there are kilometres from
 * the origin; {@link #world} makes metres of them.
 */
record DistrictPlan(
        Name name,
        String code,
        double[] origin,
        double widthKm,
        double heightKm,
        double[][] coast,
        List<Island> islands,
        double[][] boundary,
        List<Massif> massifs,
        List<TownSeat> towns,
        List<Core> cores,
        List<Industry> industry,
        List<PortSite> ports,
        Route expressway,
        List<TownRoute> nationalRoads,
        List<String> families,
        List<String> villageHeads,
        List<String> villageTails,
        List<String> plainTails,
        List<String> communityHeads,
        List<String> reservoirHeads,
        List<String> streets) {

    record Name(String zh, String en) {}

    /** An ellipse with half axes a and b; angle in degrees against east. */
    record Island(String name, double x, double y, double a, double b, double angle, double peak) {}

    /** Where the land is lifted: radius in km, steepness of the highest slopes in m per 100 m. */
    record Massif(String name, double x, double y, double r, double s) {}

    record TownSeat(String name, String code, double x, double y) {}

    /** A built-up core with a street grid turned by an angle in degrees. */
    record Core(double x, double y, double r, double angle) {}

    record Industry(String name, double x, double y, double r, double angle, boolean chemical) {}

    record PortSite(String name, String type, double x, double y) {}

    record Route(String name, String code, double[][] through) {}

    /** Through towns by name or {@code @x,y}. */
    record TownRoute(String name, String code, List<String> through) {}

    static DistrictPlan read() {
        ObjectMapper json = new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
        try (InputStream stream = DistrictPlan.class.getResourceAsStream("/riskmap/maps/demo/huancui.json")) {
            return json.readValue(stream, DistrictPlan.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Coordinate world(double xKm, double yKm) {
        return new Coordinate(origin[0] + xKm * 1000, origin[1] + yKm * 1000);
    }

    Coordinate[] world(double[][] points) {
        Coordinate[] result = new Coordinate[points.length];
        for (int i = 0; i < points.length; i++) {
            result[i] = world(points[i][0], points[i][1]);
        }
        return result;
    }

    /** The frame all of it lies in. */
    Envelope frame() {
        return new Envelope(origin[0], origin[0] + widthKm * 1000, origin[1], origin[1] + heightKm * 1000);
    }

    TownSeat town(String townName) {
        return towns.stream()
                .filter(town -> town.name().equals(townName))
                .findFirst()
                .orElseThrow();
    }
}
