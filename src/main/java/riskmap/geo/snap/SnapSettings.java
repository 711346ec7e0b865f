package riskmap.geo.snap;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is looked for.
 *
 * @param tolerance how far from the pointer, in map units: pixels × map units per pixel
 * @param kinds which kinds count
 * @param layers which layers count, the first wins among equally near places; null for all, in alphabetical order
 */
public record SnapSettings(double tolerance, Set<SnapKind> kinds, List<String> layers) {
    public SnapSettings {
        kinds = Set.copyOf(kinds);
        layers = layers == null ? null : List.copyOf(layers);
    }

    /** All kinds, all layers. */
    public static SnapSettings within(double tolerance) {
        return new SnapSettings(tolerance, EnumSet.allOf(SnapKind.class), null);
    }

    boolean has(SnapKind kind) {
        return kinds.contains(kind);
    }

    boolean has(String layer) {
        return layers == null || layers.contains(layer);
    }
}
