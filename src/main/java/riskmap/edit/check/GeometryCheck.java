package riskmap.edit.check;

import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import riskmap.data.GeometryKind;
import riskmap.data.LayerKind;
import riskmap.data.QualityRule;
import riskmap.geo.overlay.Repair;

/** A geometry that is there, of a type the layer kind may have, and valid: {@code problem} says which of the three. */
final class GeometryCheck implements RowCheck {
    private final QualityRule rule;
    private final LayerKind kind;
    private final String problem;

    private GeometryCheck(QualityRule rule, LayerKind kind) {
        this.rule = rule;
        this.kind = kind;
        this.problem = rule.setting("problem").orElse("valid");
    }

    static Optional<Check> of(Checks.Ground ground) {
        return ground.hasShapes() ? Optional.of(new GeometryCheck(ground.rule(), ground.kind())) : Optional.empty();
    }

    @Override
    public void check(Row row, Found found) {
        Geometry shape = row.shape();
        boolean missing = shape == null || shape.isEmpty();
        switch (problem) {
            case "missing" -> {
                if (missing) {
                    found.in(row, rule).evidence("").say("edit.check-no-geometry");
                }
            }
            case "type" -> {
                if (!missing && kind.geometries().stream().noneMatch(type -> fits(type, shape))) {
                    found.in(row, rule).evidence(shape).say("edit.check-geometry-type", shape.getGeometryType());
                }
            }
            default -> {
                if (!missing) {
                    valid(row, found, shape);
                }
            }
        }
    }

    /** A collection fits where each of its parts does: a point beside an area is no area. */
    private static boolean fits(GeometryKind type, Geometry shape) {
        if (type == GeometryKind.NONE || !shape.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
            return type != GeometryKind.NONE && type.fits(shape);
        }
        return IntStream.range(0, shape.getNumGeometries()).allMatch(part -> fits(type, shape.getGeometryN(part)));
    }

    private void valid(Row row, Found found, Geometry shape) {
        Repair.Result result = Repair.apply(shape);
        if (!result.changed()) {
            return;
        }
        Geometry place = Double.isNaN(result.x())
                ? Places.of(shape)
                : shape.getFactory().createPoint(new org.locationtech.jts.geom.Coordinate(result.x(), result.y()));
        found.in(row, rule)
                .place(place)
                .evidence(shape)
                .fix(result.geometry() == null ? null : FixKind.REPAIR)
                .say("edit.check-invalid", result.problem());
    }
}
