package riskmap.ui.canvas;

import java.util.function.LongSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * What the map view shows and how the user moves through it. Knows no toolkit: tests drive it directly.
 *
 * <p>Moves that follow each other within half a second (a drag, a turn of the wheel) count as one step for “previous
 * extent”.
 */
public final class MapViewModel {
    /** Steps of one gesture are at most this far apart. */
    private static final long GESTURE_NANOS = 500_000_000L;
    /** Between a pixel that is a tenth of a millimetre wide and one that shows the whole earth several times. */
    private static final double LEAST_METRES_PER_PIXEL = 1e-4;

    /** The part of the width and of the height of the view below which a thing with its surroundings is not noticed. */
    private static final double EASILY_OVERLOOKED = 0.1;

    /** What is seen at least on each side of a place that the map moves to by itself. */
    private static final double SURROUNDINGS_METRES = 200;

    private static final double MOST_METRES_PER_PIXEL = 2e5;

    private final ReadOnlyObjectWrapper<View> view = new ReadOnlyObjectWrapper<>(new View(0, 0, 1, 800, 600));
    private final ReadOnlyObjectWrapper<CoordinateReferenceSystem> crs = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoForth = new ReadOnlyBooleanWrapper();
    private final ExtentHistory history = new ExtentHistory();
    private final LongSupplier clock;
    private Envelope whole = new Envelope();
    private long lastMove = Long.MIN_VALUE / 2;
    private boolean inDrag;
    /** Whether the drag has moved the map. */
    private boolean dragging;

    public MapViewModel() {
        this(System::nanoTime);
    }

    MapViewModel(LongSupplier clock) {
        this.clock = clock;
    }

    public ReadOnlyObjectProperty<View> view() {
        return view.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<CoordinateReferenceSystem> crs() {
        return crs.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoBack() {
        return canGoBack.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoForth() {
        return canGoForth.getReadOnlyProperty();
    }

    /** Whether there is a map to move in. */
    public BooleanBinding isEmpty() {
        return Bindings.isNull(crs);
    }

    /** Shows another map from its full extent, or nothing for a null CRS. */
    public void show(CoordinateReferenceSystem mapCrs, Envelope fullExtent, Envelope first) {
        history.clear();
        crs.set(mapCrs);
        whole = new Envelope(fullExtent);
        if (mapCrs != null && !first.isNull()) {
            view.set(view.get().turned(0, 0, 0));
            view.set(fitted(first));
        }
        refreshHistory();
    }

    /** Says that the map now reaches further (or less far), without moving. */
    public void setFullExtent(Envelope extent) {
        whole = new Envelope(extent);
    }

    /** How far the map reaches. */
    public Envelope fullExtent() {
        return new Envelope(whole);
    }

    /** The window got another size: the middle and the scale stay. */
    public void resize(double width, double height) {
        if (width >= 1 && height >= 1) {
            view.set(view.get().resized(width, height));
        }
    }

    /** A drag begins: all moves until it ends are one step back, however slow. */
    public void beginDrag() {
        lastMove = Long.MIN_VALUE / 2;
        dragging = false;
        inDrag = true;
    }

    /** A drag ends. */
    public void endDrag() {
        inDrag = false;
        lastMove = Long.MIN_VALUE / 2;
    }

    /** Whether the map is being dragged. */
    boolean isDragged() {
        return inDrag;
    }

    /** Drags the map by view pixels. */
    public void panBy(double pixelsX, double pixelsY) {
        move(view.get().movedBy(pixelsX, pixelsY));
    }

    /** Magnifies about the middle. */
    public void zoomBy(double factor) {
        zoomBy(factor, view.get().width() / 2, view.get().height() / 2);
    }

    /** Magnifies about a view position, which keeps its place in the world. */
    public void zoomBy(double factor, double viewX, double viewY) {
        double now = metresPerPixel();
        double allowed = now / Math.max(LEAST_METRES_PER_PIXEL, Math.min(MOST_METRES_PER_PIXEL, now / factor));
        move(view.get().magnified(allowed, viewX, viewY));
    }

    /** Shows an extent, with a little air around it; a point is shown with its surroundings. */
    public void zoomTo(Envelope extent) {
        if (!extent.isNull()) {
            lastMove = Long.MIN_VALUE / 2;
            move(fitted(extent));
        }
    }

    /**
     * Shows an extent with its surroundings when it is out of sight, or so small in sight that it is easily overlooked.
     *
     * @return whether the map moved
     */
    public boolean bringIntoSight(Envelope extent) {
        if (crs.get() == null || extent.isNull()) {
            return false;
        }
        Envelope seen = view.get().extent();
        Envelope roomy = new Envelope(extent);
        double least = SURROUNDINGS_METRES / ScreenScale.metresPerUnit(crs.get(), roomy.centre().y);
        roomy.expandBy(Math.max(least, Math.max(roomy.getWidth(), roomy.getHeight()) / 2));
        boolean small = roomy.getWidth() < seen.getWidth() * EASILY_OVERLOOKED
                && roomy.getHeight() < seen.getHeight() * EASILY_OVERLOOKED;
        if (seen.intersects(extent) && !small) {
            return false;
        }
        zoomTo(roomy);
        return true;
    }

    /** Shows an extent without air around it. */
    public void zoomToExactly(Envelope extent) {
        lastMove = Long.MIN_VALUE / 2;
        View now = view.get();
        move(View.showing(extent, now.width(), now.height(), now.rotation()));
    }

    /** Magnifies, with a place of the map as the new middle. */
    void zoomAbout(Coordinate middle, double factor) {
        lastMove = Long.MIN_VALUE / 2;
        double now = metresPerPixel();
        double allowed = now / Math.max(LEAST_METRES_PER_PIXEL, Math.min(MOST_METRES_PER_PIXEL, now / factor));
        View view = this.view.get();
        move(view.magnified(allowed, view.width() / 2, view.height() / 2).centredOn(middle.x, middle.y));
    }

    /** Shows the whole map. */
    public void zoomToWhole() {
        zoomTo(whole);
    }

    /** Moves the middle without changing the scale. */
    public void centreOn(double x, double y) {
        move(view.get().centredOn(x, y));
    }

    /** Turns the map about the middle: degrees clockwise, 0 for north up. */
    public void rotateTo(double degrees) {
        View now = view.get();
        rotateTo(degrees, now.width() / 2, now.height() / 2);
    }

    /** Turns the map about a view position, which keeps its place in the world. */
    public void rotateTo(double degrees, double viewX, double viewY) {
        View now = view.get();
        if (now.rotation() != View.normal(degrees)) {
            move(now.turned(degrees, viewX, viewY));
        }
    }

    /** Shows a place seen before: its middle, scale and turn. */
    public void show(Envelope extent, double rotation) {
        lastMove = Long.MIN_VALUE / 2;
        View now = view.get();
        move(View.showing(extent, now.width(), now.height()).turned(rotation, now.width() / 2, now.height() / 2));
    }

    /** The n of the scale 1:n on a screen of 96 pixels per inch. */
    public double scaleDenominator() {
        return ScreenScale.denominator(metresPerPixel());
    }

    /** Shows the map at 1:n about the middle. */
    public void setScaleDenominator(double denominator) {
        lastMove = Long.MIN_VALUE / 2;
        zoomBy(scaleDenominator() / denominator);
    }

    /** The extent before this one. */
    public void back() {
        history.back(view.get()).ifPresent(this::restore);
    }

    /** The extent left by {@link #back()}. */
    public void forth() {
        history.forth(view.get()).ifPresent(this::restore);
    }

    /** The window may have another size since: what was in sight then is in sight again. */
    private void restore(View former) {
        View now = view.get();
        boolean sameSize = former.width() == now.width() && former.height() == now.height();
        view.set(
                sameSize
                        ? former
                        : View.showing(former.ownRectangle(), now.width(), now.height())
                                .turned(former.rotation(), now.width() / 2, now.height() / 2));
        lastMove = Long.MIN_VALUE / 2;
        refreshHistory();
    }

    private void move(View next) {
        long now = clock.getAsLong();
        boolean sameGesture = inDrag ? dragging : now - lastMove <= GESTURE_NANOS;
        if (!sameGesture) {
            history.left(view.get());
        }
        dragging = inDrag;
        lastMove = now;
        view.set(next);
        refreshHistory();
    }

    private View fitted(Envelope extent) {
        Envelope roomy = new Envelope(extent);
        double margin = Math.max(roomy.getWidth(), roomy.getHeight()) * 0.03;
        double least = 50 / ScreenScale.metresPerUnit(crs.get(), roomy.centre().y);
        roomy.expandBy(Math.max(margin, roomy.getWidth() + roomy.getHeight() < least ? least : 0));
        View now = view.get();
        return View.showing(roomy, now.width(), now.height(), now.rotation());
    }

    private double metresPerPixel() {
        View now = view.get();
        return now.unitsPerPixel() * ScreenScale.metresPerUnit(crs.get(), now.centreY());
    }

    private void refreshHistory() {
        canGoBack.set(history.canGoBack());
        canGoForth.set(history.canGoForth());
    }
}
