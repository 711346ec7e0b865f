package riskmap.geo.overlay;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.ItemVisitor;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Which of many areas a point lies in, exactly. A packed R-tree finds the candidates, a {@link PolygonLocator} (made when
 * first asked for) decides.
 *
 * <p>Safe for several threads. Areas that are null, empty or not polygonal cover nothing.
 */
public final class AreaIndex {
    /** Told about an area that covers the point. */
    public interface Visitor {
        /**
         * @param area index of the area
         * @param location {@link Location#INTERIOR} or {@link Location#BOUNDARY}
         */
        void visit(int area, int location);
    }

    private final Geometry[] areas;
    private final AtomicReferenceArray<PolygonLocator> locators;
    private final HPRtree tree = new HPRtree();

    public AreaIndex(Geometry[] areas) {
        this.areas = areas;
        this.locators = new AtomicReferenceArray<>(areas.length);
        for (int i = 0; i < areas.length; i++) {
            if (areas[i] != null && !areas[i].isEmpty() && areas[i].getDimension() == 2) {
                tree.insert(areas[i].getEnvelopeInternal(), i);
            }
        }
        tree.build();
    }

    /** Visits every area whose interior or boundary holds the point, in no particular order. */
    public void covering(double x, double y, Visitor visitor) {
        ItemVisitor candidates = item -> {
            int area = (Integer) item;
            int location = locator(area).locate(x, y);
            if (location != Location.EXTERIOR) {
                visitor.visit(area, location);
            }
        };
        tree.query(new Envelope(x, x, y, y), candidates);
    }

    /** The first area, in the order given, whose interior or boundary holds the point; −1 when none does. */
    public int first(double x, double y) {
        int[] least = {Integer.MAX_VALUE};
        covering(x, y, (area, location) -> least[0] = Math.min(least[0], area));
        return least[0] == Integer.MAX_VALUE ? -1 : least[0];
    }

    /** Visits the areas whose extent meets this one. */
    public void near(Envelope extent, ItemVisitor areaIndexes) {
        tree.query(extent, areaIndexes);
    }

    private PolygonLocator locator(int area) {
        PolygonLocator known = locators.get(area);
        if (known == null) {
            known = PolygonLocator.of(areas[area]);
            locators.set(area, known);
        }
        return known;
    }
}
