package riskmap.geo.overlay;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.RingClipper;
import org.locationtech.jts.util.AssertionFailedException;

/**
 * One large area as many small features meet it: through windows, so that each of them is compared with the few edges near
 * it. A window is the part of the area in a box that reaches beyond the feature; what both have in common is the same
 * whether the feature is laid over the window or over the whole area, but for the rounding of the vertices where the
 * window's box cuts edges of the area: 1 ulp of the largest ordinate across the edge.
 *
 * <p>The boxes are a fixed division of the area's extent into 4 × 4, each of these again, and so on, each reaching a
 * quarter of its size beyond itself. A window is cut from the next larger one when first asked for. Which window a feature
 * gets depends on the feature alone. Valid areas; safe for several threads.
 */
public final class AreaWindows {
    /** Windows of so few vertices are not divided: laying a feature over them costs as much as finding a smaller one. */
    private static final int FEW_VERTICES = 120;

    private static final int PER_SIDE = 4;
    /** How far a box reaches beyond itself, in its own size. */
    private static final double BEYOND = 0.25;

    /** Features up to this share of a box's size lie in what it reaches to, with room for rounding. */
    private static final double LARGEST = 0.45;

    /** Areas agree to this share of a box where they differ by rounding only. */
    private static final double SAME_AREA = 1e-9;

    private final Envelope extent;
    private final Window whole;

    public AreaWindows(Geometry area) {
        extent = area.getEnvelopeInternal();
        whole = new Window(area);
    }

    /** What is seen of an area. */
    public static final class Window {
        private final Geometry shape;
        private final AtomicReferenceArray<Window> within;
        private volatile PreparedGeometry prepared;
        private volatile AreaCutter cutter;
        private volatile boolean isCutterMade;

        private Window(Geometry shape) {
            this.shape = shape;
            boolean isLarge = shape.getDimension() == 2 && shape.getNumPoints() > FEW_VERTICES;
            within = isLarge ? new AtomicReferenceArray<>(PER_SIDE * PER_SIDE) : null;
        }

        private void forget() {
            for (int child = 0; within != null && child < within.length(); child++) {
                within.set(child, null);
            }
            if (within == null) {
                prepared = null;
                cutter = null;
                isCutterMade = false;
            }
        }

        /** The part of the area. */
        public Geometry shape() {
            return shape;
        }

        /** Whether the area covers the feature that the window was asked for. */
        public boolean covers(Geometry feature) {
            return shape.getEnvelopeInternal().covers(feature.getEnvelopeInternal())
                    && prepared().covers(feature);
        }

        /**
         * How large the part of a polygonal feature is that the area covers, in square units: of a rectangle along the
         * axes (the cell of a raster) by cutting each ring to it, of most others by walking along both outlines.
         */
        public double commonArea(Geometry feature) {
            if (shape.isEmpty() || !shape.getEnvelopeInternal().intersects(feature.getEnvelopeInternal())) {
                return 0;
            }
            if (covers(feature)) {
                return feature.getArea();
            }
            if (feature.isRectangle()) {
                return areaWithin(shape, feature.getEnvelopeInternal());
            }
            AreaCutter cutter = cutter();
            return (cutter == null ? Optional.<Geometry>empty() : cutter.common(feature))
                    .orElseGet(() -> Overlay.intersection(feature, shape))
                    .getArea();
        }

        private AreaCutter cutter() {
            if (!isCutterMade) {
                cutter = AreaCutter.of(shape);
                isCutterMade = true;
            }
            return cutter;
        }

        private Window cut(Envelope box) {
            double expected = areaWithin(shape, box);
            if (expected == 0) {
                return new Window(shape.getFactory().createPolygon());
            }
            Geometry frame = Overlay.box(box, shape.getFactory());
            return new Window(covers(frame) ? frame : part(frame, expected));
        }

        /** The part in a frame; that its area is as expected is proof enough that the overlay lost nothing. */
        private Geometry part(Geometry frame, double expected) {
            try {
                Geometry part = Overlay.ofDimension(
                        Overlay.exact(PlainZeros.of(shape), PlainZeros.of(frame), OverlayNG.INTERSECTION, 2), 2);
                if (Math.abs(part.getArea() - expected) <= SAME_AREA * frame.getArea()) {
                    return part;
                }
            } catch (TopologyException | IllegalArgumentException | AssertionFailedException failed) {
                // what full precision cannot lay over each other is snapped
            }
            return Overlay.intersection(shape, frame);
        }

        /** Whether the window and the feature have a point in common. */
        public boolean intersects(Geometry feature) {
            return shape.getEnvelopeInternal().intersects(feature.getEnvelopeInternal())
                    && prepared().intersects(feature);
        }

        private PreparedGeometry prepared() {
            PreparedGeometry made = prepared;
            if (made == null) {
                made = PreparedGeometryFactory.prepare(shape);
                prepared = made;
            }
            return made;
        }
    }

    /** The window to the whole area. */
    public Window whole() {
        return whole;
    }

    /**
     * Gives the memory of windows back, where features elsewhere come next; they are cut again when asked for. Not while
     * another thread asks.
     */
    public void forget() {
        whole.forget();
    }

    /** The smallest window there is around features of this extent. */
    public Window around(Envelope feature) {
        Window window = whole;
        double width = extent.getWidth() / PER_SIDE;
        double height = extent.getHeight() / PER_SIDE;
        double x = (feature.getMinX() + feature.getMaxX()) / 2 - extent.getMinX();
        double y = (feature.getMinY() + feature.getMaxY()) / 2 - extent.getMinY();
        long cells = PER_SIDE;
        while (window.within != null
                && feature.getWidth() <= LARGEST * width
                && feature.getHeight() <= LARGEST * height) {
            long column = Math.max(0, Math.min(cells - 1, (long) Math.floor(x / width)));
            long row = Math.max(0, Math.min(cells - 1, (long) Math.floor(y / height)));
            int child = (int) (row % PER_SIDE * PER_SIDE + column % PER_SIDE);
            Window next = window.within.get(child);
            if (next == null) {
                Envelope box = new Envelope(
                        extent.getMinX() + (column - BEYOND) * width,
                        extent.getMinX() + (column + 1 + BEYOND) * width,
                        extent.getMinY() + (row - BEYOND) * height,
                        extent.getMinY() + (row + 1 + BEYOND) * height);
                next = window.cut(box);
                window.within.set(child, next);
            }
            window = next;
            width /= PER_SIDE;
            height /= PER_SIDE;
            cells *= PER_SIDE;
        }
        return window;
    }

    /**
     * The area within a box. Rings cut to a box may run along its sides to and fro: what they enclose is 0 there, and what
     * holes leave out stays left out.
     */
    private static double areaWithin(Geometry area, Envelope box) {
        RingClipper clipper = new RingClipper(box);
        double[] sum = {0};
        Coverage.forEachRing(area, (ring, shell) -> {
            if (box.intersects(ring.getEnvelopeInternal())) {
                double part = Area.ofRing(clipper.clip(ring.getCoordinates()));
                sum[0] += shell ? part : -part;
            }
        });
        return sum[0];
    }
}
