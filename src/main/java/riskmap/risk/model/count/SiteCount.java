package riskmap.risk.model.count;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import riskmap.analysis.LayerRows;

/**
 * Buildings and people in the areas of one site, by a named rule: {@code centroid} counts a building where its centroid
 * lies, {@code intersects} in the highest area it touches, {@code area} in each area by the share of its ground there.
 */
public final class SiteCount {
    private final double[] buildings;
    private final double[] people;

    private SiteCount(int areas) {
        buildings = new double[areas];
        people = new double[areas];
    }

    /**
     * Counts.
     *
     * @param rows the buildings, in the CRS of the areas; null for none
     * @param persons of each, NaN for not known
     * @param areas from the lowest to the highest; they do not overlap
     */
    public static SiteCount of(LayerRows rows, double[] persons, List<MultiPolygon> areas, String rule) {
        SiteCount count = new SiteCount(areas.size());
        Envelope extent = new Envelope();
        areas.forEach(area -> extent.expandToInclude(area.getEnvelopeInternal()));
        if (rows == null || extent.isNull()) {
            return count;
        }
        List<PreparedGeometry> prepared =
                areas.stream().map(PreparedGeometryFactory::prepare).toList();
        for (int row = 0; row < rows.size(); row++) {
            Geometry shape = rows.geometry(row);
            if (shape != null && extent.intersects(shape.getEnvelopeInternal())) {
                count.add(shape, Double.isNaN(persons[row]) ? 0 : persons[row], areas, prepared, rule);
            }
        }
        return count;
    }

    private void add(
            Geometry shape, double persons, List<MultiPolygon> areas, List<PreparedGeometry> prepared, String rule) {
        boolean shares = rule.equals("area") && shape.getArea() > 0;
        Geometry sought = rule.equals("intersects") || shares ? shape : shape.getCentroid();
        for (int area = areas.size() - 1; area >= 0; area--) {
            if (!areas.get(area).isEmpty() && prepared.get(area).intersects(sought)) {
                double share = shares ? shape.intersection(areas.get(area)).getArea() / shape.getArea() : 1;
                buildings[area] += share;
                people[area] += share * persons;
                if (!shares) {
                    return;
                }
            }
        }
    }

    public double buildings(int area) {
        return buildings[area];
    }

    public double people(int area) {
        return people[area];
    }

    public double buildings() {
        return java.util.Arrays.stream(buildings).sum();
    }

    public double people() {
        return java.util.Arrays.stream(people).sum();
    }
}
