package riskmap.app.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.edit.LayerRules;
import riskmap.edit.RuleViolation;
import riskmap.io.Importing;
import riskmap.io.Place;

/**
 * The rules at the door of an import: a row that breaks one is turned away and kept with the reason; what is missing is
 * counted by field and comes in.
 */
final class ImportGate implements Importing.Gate {
    private final LayerRules rules;
    private final Set<String> uuids;
    private final boolean hasUuids;
    private final RejectedRows rejected = new RejectedRows();
    private final Map<String, Long> missing = new TreeMap<>();
    private final Envelope extent = new Envelope();

    /**
     * A gate before a layer.
     *
     * @param rules those of the layer, or null for one without rules
     * @param uuids those that rows of the layer have already, or null where a uuid may come again
     */
    ImportGate(LayerRules rules, Set<String> uuids) {
        this.rules = rules;
        this.hasUuids = uuids != null;
        this.uuids = uuids == null ? Set.of() : new HashSet<>(uuids);
    }

    @Override
    public Message problem(SimpleFeature feature) {
        List<String> absent = new ArrayList<>();
        Message problem = rules == null ? null : broken(feature, absent);
        if (problem == null && hasUuids && feature.getAttribute("uuid") instanceof String uuid && !uuids.add(uuid)) {
            problem = Message.of("app.import-uuid-twice", uuid);
        }
        if (problem == null) {
            absent.forEach(field -> missing.merge(field, 1L, Long::sum));
            if (feature.getDefaultGeometry() instanceof Geometry geometry) {
                extent.expandToInclude(geometry.getEnvelopeInternal());
            }
        }
        return problem;
    }

    /** The first rule that a feature breaks, or null; the required fields that it lacks are added to a list. */
    private Message broken(SimpleFeature feature, List<String> absent) {
        Message first = null;
        for (RuleViolation violation : rules.added(0, values(feature))) {
            if (violation.isMissing()) {
                absent.add(violation.field());
            } else if (first == null) {
                first = violation.message();
            }
        }
        return first;
    }

    /** The values of a feature by column. */
    static Map<String, Object> values(SimpleFeature feature) {
        SimpleFeatureType type = feature.getFeatureType();
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < type.getAttributeCount(); i++) {
            AttributeDescriptor column = type.getDescriptor(i);
            values.put(column.getLocalName(), feature.getAttribute(i));
        }
        return values;
    }

    @Override
    public void rejected(SimpleFeature source, Geometry geometry, Message reason, Place place) {
        rejected.add(source, geometry, reason, place);
    }

    RejectedRows rejected() {
        return rejected;
    }

    /** Field → how many rows that came in lack it though it is required; the geometry under its column's name. */
    Map<String, Long> missing() {
        return missing;
    }

    /** Extent of what came in, in the layer's CRS. */
    Envelope extent() {
        return extent;
    }
}
