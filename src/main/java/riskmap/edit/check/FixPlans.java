package riskmap.edit.check;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.Changes;
import riskmap.data.Field;
import riskmap.data.LayerKind;
import riskmap.data.RowChange;
import riskmap.edit.topology.Row;

/** Works out what the fix of a finding would change. It reads the rows as they are now and changes nothing. */
public final class FixPlans {
    private final SurveyData data;
    private final Surroundings around;

    public FixPlans(SurveyData data) {
        this.data = data;
        this.around = new Surroundings(data);
    }

    /** The plan for a finding; one that cannot be carried out says why. */
    public FixPlan of(Finding finding) {
        if (finding.fix() == null) {
            return FixPlan.refused(finding, Message.of("edit.fix-none"));
        }
        try {
            SimpleFeature feature = feature(finding.layer(), finding.fid())
                    .orElseThrow(() -> RiskMapException.of("edit.fix-row-gone", Long.toString(finding.fid())));
            return switch (finding.fix()) {
                case VALUE -> value(finding, feature);
                case UUID -> change(finding, feature, "uuid", UUID.randomUUID().toString(), true);
                case TOWN -> town(finding, feature);
                case MEASURE -> measure(finding, feature);
                case DUPLICATE -> duplicate(finding, feature);
                case REPAIR, SPIKE, OVERLAP, GAP, SNAP -> new ShapeFixes(this, finding).plan(Row.of(feature));
            };
        } catch (RiskMapException e) {
            // a refused edit says where; a row may have gone since the check
            return FixPlan.refused(finding, e.userMessage());
        }
    }

    /** The row of a key as it is now. */
    Optional<SimpleFeature> feature(String layer, long fid) {
        SimpleFeatureSource source = data.features(layer);
        try (SimpleFeatureIterator rows =
                Neighbours.subjects(source, layer, Optional.of(Set.of(fid)), new Envelope())) {
            return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
        } catch (IOException e) {
            throw new RiskMapException(Message.of("edit.check-unreadable", layer, e.getMessage()), e);
        }
    }

    /** Whether the layer is in the project's CRS, so that places of findings are places in it. */
    boolean inProjectCrs(String layer) {
        return around.toProject(data.features(layer).getSchema()).isEmpty();
    }

    private LayerKind kind(Finding finding) {
        return data.kind(finding.layer()).orElseThrow();
    }

    private Geometry placed(SimpleFeature feature) {
        Geometry shape = (Geometry) feature.getDefaultGeometry();
        return shape == null
                ? null
                : around.toProject(feature.getFeatureType())
                        .map(transform -> transform.apply(shape))
                        .orElse(shape);
    }

    private FixPlan value(Finding finding, SimpleFeature feature) {
        Field field = kind(finding).field(finding.field()).orElseThrow();
        Object held = feature.getAttribute(field.key());
        Object better = held == null ? null : field.value(held);
        if (better == null || field.problem(better).isPresent()) {
            return FixPlan.refused(finding, Message.of("edit.fix-none"));
        }
        return change(finding, feature, field.key(), better, true);
    }

    private FixPlan town(Finding finding, SimpleFeature feature) {
        Geometry shape = placed(feature);
        String there = shape == null || shape.isEmpty() ? "" : around.towns().mostOf(shape);
        if (there.isEmpty()) {
            return FixPlan.refused(finding, Message.of("edit.fix-no-town"));
        }
        String named = Objects.toString(feature.getAttribute("town"), "").strip();
        boolean whole = around.towns().named(there).covers(shape);
        // a feature that names another town that exists may as well lie at the wrong place
        boolean plain = named.isEmpty() || around.towns().named(named) == null;
        return change(finding, feature, "town", there, whole && plain);
    }

    private FixPlan measure(Finding finding, SimpleFeature feature) {
        double measured = MeasureCheck.measured(finding.rule(), placed(feature)).orElseThrow();
        AttributeDescriptor column = feature.getFeatureType().getDescriptor(finding.field());
        Class<?> binding = column.getType().getBinding();
        Object value = binding == Long.class
                ? (Object) Math.round(measured)
                : binding == Integer.class ? (Object) Math.toIntExact(Math.round(measured)) : rounded(measured);
        return change(finding, feature, finding.field(), value, false);
    }

    /** Seven significant digits: no drawing is more exact. */
    private static Double rounded(double value) {
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(7))
                .doubleValue();
    }

    private FixPlan change(Finding finding, SimpleFeature feature, String column, Object value, boolean safe) {
        AttributeDescriptor descriptor = feature.getFeatureType().getDescriptor(column);
        if (!descriptor.getType().getBinding().isInstance(value)) {
            return FixPlan.refused(
                    finding,
                    Message.of(
                            "edit.fix-column-type",
                            column,
                            descriptor.getType().getBinding().getSimpleName()));
        }
        Object held = feature.getAttribute(column);
        String title =
                kind(finding).field(column).map(field -> field.title().text()).orElse(column);
        Message effect =
                Message.of("edit.fix-value-effect", title, Objects.toString(held, "–"), Objects.toString(value));
        RowChange row = RowChange.changed(finding.layer(), finding.fid(), column, held, value);
        return new FixPlan(finding, Changes.of(finding.fix().title(), row), safe, effect);
    }

    /** Removes the second of two rows: only where all they say is the same; safe where their geometries are too. */
    private FixPlan duplicate(Finding finding, SimpleFeature second) {
        long firstKey = finding.others().get(0);
        SimpleFeature first = feature(finding.layer(), firstKey)
                .orElseThrow(() -> RiskMapException.of("edit.fix-row-gone", Long.toString(firstKey)));
        SimpleFeatureType type = second.getFeatureType();
        for (AttributeDescriptor column : type.getAttributeDescriptors()) {
            String name = column.getLocalName();
            boolean own = name.equals("uuid") || column.getLocalName().equals(geometryOf(type));
            if (!own && !RowChange.same(first.getAttribute(name), second.getAttribute(name))) {
                String title = kind(finding)
                        .field(name)
                        .map(field -> field.title().text())
                        .orElse(name);
                return FixPlan.refused(finding, Message.of("edit.fix-not-equal", Long.toString(firstKey), title));
            }
        }
        Geometry one = (Geometry) first.getDefaultGeometry();
        Geometry two = (Geometry) second.getDefaultGeometry();
        boolean same = one != null && two != null && one.norm().equalsExact(two.norm());
        Message effect = Message.of("edit.fix-duplicate-effect", Long.toString(finding.fid()), Long.toString(firstKey));
        Changes changes = Changes.of(finding.fix().title(), RowChange.removed(finding.layer(), second));
        return new FixPlan(finding, changes, same, effect);
    }

    private static String geometryOf(SimpleFeatureType type) {
        return type.getGeometryDescriptor() == null
                ? ""
                : type.getGeometryDescriptor().getLocalName();
    }
}
