package riskmap.ui.edit;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.locationtech.jts.geom.Coordinate;
import riskmap.edit.sketch.AngleLock;
import riskmap.edit.sketch.Sketch;

/**
 * What holds the next vertex besides snapping: right angles to the edge drawn last (to the axes for the first), a fixed
 * length, a fixed bearing. Knows no toolkit.
 */
public final class DrawingAids {
    private final BooleanProperty orthogonal = new SimpleBooleanProperty();
    private final BooleanProperty tracing = new SimpleBooleanProperty();
    private final ObjectProperty<Double> length = new SimpleObjectProperty<>();
    private final BooleanProperty fixedLength = new SimpleBooleanProperty();
    private final ObjectProperty<Double> bearing = new SimpleObjectProperty<>();

    public BooleanProperty orthogonal() {
        return orthogonal;
    }

    /** Whether the sketch follows boundaries between two vertices that lie on one. */
    public BooleanProperty tracing() {
        return tracing;
    }

    /** Length of the next edges in map units, null for any. */
    public ObjectProperty<Double> length() {
        return length;
    }

    /** Whether the edges have a fixed length. */
    public BooleanProperty fixedLength() {
        return fixedLength;
    }

    /** Bearing of the next edge in degrees from north, clockwise; null for any. */
    public ObjectProperty<Double> bearing() {
        return bearing;
    }

    /** Nothing is held any more but what the user has switched on for good. */
    void release() {
        bearing.set(null);
    }

    /** The directions the next edge may take; empty for any. */
    Optional<AngleLock> lock(Sketch sketch, boolean shift) {
        if (bearing.get() != null) {
            return Optional.of(AngleLock.fixed(bearing.get()));
        }
        if (!orthogonal.get() && !shift) {
            return Optional.empty();
        }
        Coordinate last = sketch.last().orElse(null);
        return Optional.of(sketch.beforeLast()
                .map(before -> AngleLock.orthogonalTo(before, last))
                .orElseGet(AngleLock::axes));
    }

    double lengthOrAny() {
        return length.get() == null || !fixedLength.get() ? Double.NaN : length.get();
    }
}
