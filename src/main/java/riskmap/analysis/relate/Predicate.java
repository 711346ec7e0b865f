package riskmap.analysis.relate;

import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.locationtech.jts.operation.relateng.TopologyPredicate;
import riskmap.geo.overlay.Relation;

/** A spatial relation of a feature to another, as the OGC's Simple Features define it. */
enum Predicate {
    INTERSECTS,
    WITHIN,
    CONTAINS,
    OVERLAPS,
    TOUCHES,
    CROSSES,
    EQUALS,
    DISJOINT;

    /** As on the command line. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Predicate of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    static String[] keys() {
        String[] keys = new String[values().length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = values()[i].key();
        }
        return keys;
    }

    /** Whether a feature stands in this relation to another, which is prepared; either may be invalid. */
    boolean holds(Geometry feature, PreparedGeometry other) {
        return Relation.holds(() -> asked(feature, other), feature, other.getGeometry(), this::known);
    }

    private boolean asked(Geometry feature, PreparedGeometry other) {
        return switch (this) {
            case INTERSECTS -> other.intersects(feature);
            case WITHIN -> other.contains(feature);
            case CONTAINS -> other.within(feature);
            case OVERLAPS -> other.overlaps(feature);
            case TOUCHES -> other.touches(feature);
            case CROSSES -> other.crosses(feature);
            case EQUALS -> other.getGeometry().equalsTopo(feature);
            case DISJOINT -> other.disjoint(feature);
        };
    }

    private TopologyPredicate known() {
        return switch (this) {
            case INTERSECTS -> RelatePredicate.intersects();
            case WITHIN -> RelatePredicate.within();
            case CONTAINS -> RelatePredicate.contains();
            case OVERLAPS -> RelatePredicate.overlaps();
            case TOUCHES -> RelatePredicate.touches();
            case CROSSES -> RelatePredicate.crosses();
            case EQUALS -> RelatePredicate.equalsTopo();
            case DISJOINT -> RelatePredicate.disjoint();
        };
    }
}
