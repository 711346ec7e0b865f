package riskmap.ui.edit;

import java.util.EnumSet;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import riskmap.geo.snap.SnapKind;

/** What the pointer snaps to, as the user has set it. Knows no toolkit. */
public final class SnappingViewModel {
    /** What most programs for surveyors start with. */
    static final int USUAL_PIXELS = 12;

    private final BooleanProperty on = new SimpleBooleanProperty(true);
    private final ObjectProperty<Set<SnapKind>> kinds =
            new SimpleObjectProperty<>(Set.copyOf(EnumSet.of(SnapKind.VERTEX, SnapKind.EDGE, SnapKind.INTERSECTION)));
    private final IntegerProperty tolerancePixels = new SimpleIntegerProperty(USUAL_PIXELS);
    private final ObjectProperty<Set<String>> leftOut = new SimpleObjectProperty<>(Set.of());
    private final BooleanProperty editedOnly = new SimpleBooleanProperty();

    /** Whether there is any snapping. */
    public BooleanProperty on() {
        return on;
    }

    public ObjectProperty<Set<SnapKind>> kinds() {
        return kinds;
    }

    /** How near the pointer must come. */
    public IntegerProperty tolerancePixels() {
        return tolerancePixels;
    }

    /** Ids of visible map layers that do not count. */
    public ObjectProperty<Set<String>> leftOut() {
        return leftOut;
    }

    /** Whether only the layer that is edited counts. */
    public BooleanProperty editedOnly() {
        return editedOnly;
    }

    /** Switches one kind on or off. */
    public void use(SnapKind kind, boolean used) {
        EnumSet<SnapKind> changed = EnumSet.noneOf(SnapKind.class);
        changed.addAll(kinds.get());
        if (used) {
            changed.add(kind);
        } else {
            changed.remove(kind);
        }
        kinds.set(Set.copyOf(changed));
    }

    /** Lets a layer count or not. */
    public void use(String layerId, boolean used) {
        Set<String> changed = new java.util.TreeSet<>(leftOut.get());
        if (used) {
            changed.remove(layerId);
        } else {
            changed.add(layerId);
        }
        leftOut.set(Set.copyOf(changed));
    }
}
