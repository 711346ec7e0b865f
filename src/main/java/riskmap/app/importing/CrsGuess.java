package riskmap.app.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsTransform;

/**
 * The CRS of coordinates whose source does not state it: degrees, Gauss-Kruger with the zone's number before the
 * easting, Web Mercator, or the one that brings them into the project's area. Metres without a zone number do not say
 * their meridian: without a project there is no guess.
 *
 * <p><b>Source:</b> GB/T 17798 and CH/T: zones of 3° are 25–45, of 6° 13–23 in China.
 */
final class CrsGuess {
    private static final int CGCS2000 = 4490;
    private static final int WEB_MERCATOR = 3857;
    private static final int FIRST_THREE = 25;
    private static final int LAST_THREE = 45;
    private static final int FIRST_SIX = 13;
    private static final int LAST_SIX = 23;
    private static final int THREE_BY_ZONE = 4513;
    private static final int SIX_BY_ZONE = 4491;
    private static final int THREE_BY_MERIDIAN = 4534;
    private static final double MILLION = 1e6;
    /** How far beyond the project's area data of its district may reach, as a share of its size. */
    private static final double AROUND = 0.5;

    private CrsGuess() {}

    /**
     * Guesses.
     *
     * @param extent of the coordinates as they stand in the source
     * @param workspace the project they are to go into, or null
     */
    static Guess of(Envelope extent, Workspace workspace) {
        if (extent.isNull()) {
            return Guess.none("app.guess-crs-nothing");
        }
        if (extent.getMinX() >= -180 && extent.getMaxX() <= 180 && extent.getMinY() >= -90 && extent.getMaxY() <= 90) {
            return found(CGCS2000, Message.of("app.guess-crs-degrees"));
        }
        Envelope area = workspace == null ? new Envelope() : area(workspace);
        List<Integer> candidates = candidates(extent);
        if (!area.isNull()) {
            int own = Crs.epsg(Crs.of(workspace.map().crs()));
            candidates.remove(Integer.valueOf(own));
            candidates.add(0, own);
            for (int code : candidates) {
                if (liesIn(extent, code, area, Crs.of(own))) {
                    String key = code == own ? "app.guess-crs-project" : "app.guess-crs-area";
                    return found(code, Message.of(key, Crs.title(Crs.of(code))));
                }
            }
            candidates.remove(Integer.valueOf(own));
        }
        int zone = (int) Math.floor(extent.getMinX() / MILLION);
        boolean oneZone = zone == (int) Math.floor(extent.getMaxX() / MILLION) && zoneCode(zone) > 0;
        if (oneZone && isWebMercator(extent)) {
            return Guess.none("app.guess-crs-two", Integer.toString(zone));
        }
        if (oneZone) {
            return found(zoneCode(zone), Message.of("app.guess-crs-zone", Integer.toString(zone)));
        }
        if (isWebMercator(extent)) {
            return found(WEB_MERCATOR, Message.of("app.guess-crs-mercator"));
        }
        return Guess.none("app.guess-crs-unknown", shown(extent.centre()));
    }

    private static Guess found(int code, Message reason) {
        return new Guess("EPSG:" + code, reason);
    }

    private static String shown(Coordinate at) {
        return Math.round(at.x) + ", " + Math.round(at.y);
    }

    private static int zoneCode(int zone) {
        if (zone >= FIRST_THREE && zone <= LAST_THREE) {
            return THREE_BY_ZONE + zone - FIRST_THREE;
        }
        return zone >= FIRST_SIX && zone <= LAST_SIX ? SIX_BY_ZONE + zone - FIRST_SIX : 0;
    }

    /** China on Web Mercator; 13 million metres and more are a zone of 6° as well. */
    private static boolean isWebMercator(Envelope extent) {
        return extent.getMinX() > 8e6
                && extent.getMaxX() < 1.51e7
                && extent.getMinY() > 2e6
                && extent.getMaxY() < 7.2e6;
    }

    /** Those that the size of the numbers allows. */
    private static List<Integer> candidates(Envelope extent) {
        List<Integer> result = new ArrayList<>();
        int zone = (int) Math.floor(extent.centre().x / MILLION);
        if (zoneCode(zone) > 0) {
            result.add(zoneCode(zone));
        }
        if (isWebMercator(extent)) {
            result.add(WEB_MERCATOR);
        }
        if (extent.getMinX() > 0 && extent.getMaxX() < MILLION) {
            for (int i = 0; i <= LAST_THREE - FIRST_THREE; i++) {
                result.add(THREE_BY_MERIDIAN + i);
            }
        }
        return result;
    }

    private static boolean liesIn(Envelope extent, int code, Envelope area, CoordinateReferenceSystem crs) {
        try {
            CrsTransform way = Crs.transform(Crs.of(code), crs);
            double[] corners = {extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY()};
            way.apply(corners, 2);
            Envelope moved = new Envelope(corners[0], corners[2], corners[1], corners[3]);
            return Double.isFinite(moved.getArea()) && area.intersects(moved) && area.contains(moved.centre());
        } catch (RiskMapException noWay) {
            return false;
        }
    }

    /** The area of the project's layers and a little around it, in the project's CRS. */
    static Envelope area(Workspace workspace) {
        CoordinateReferenceSystem crs = Crs.of(workspace.map().crs());
        Envelope area = new Envelope();
        for (String layer : workspace.layers()) {
            try {
                ReferencedEnvelope bounds = workspace.features(layer).getBounds();
                if (bounds != null && !bounds.isEmpty() && Crs.same(crs, bounds.getCoordinateReferenceSystem())) {
                    area.expandToInclude(bounds);
                }
            } catch (IOException | RiskMapException unreadable) {
                // the layer says of itself that it cannot be read where it is shown
                continue;
            }
        }
        area.expandBy(AROUND * Math.max(area.getWidth(), area.getHeight()));
        return area;
    }
}
