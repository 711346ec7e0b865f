package riskmap.edit.shape;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import riskmap.base.Message;
import riskmap.data.Changes;
import riskmap.edit.topology.Draft;
import riskmap.edit.topology.Row;
import riskmap.edit.topology.Surroundings;

/** Whole features moved, copied, turned and scaled. Their neighbours stay. */
public final class MoveShapes {
    private MoveShapes() {}

    /** Moves features. */
    public static Changes move(Surroundings around, List<Row> rows, double dx, double dy) {
        return transformed(around, rows, AffineTransformation.translationInstance(dx, dy), "edit.step-move");
    }

    /** Turns features around a place, degrees clockwise. */
    public static Changes rotate(Surroundings around, List<Row> rows, Coordinate centre, double degrees) {
        AffineTransformation turn = AffineTransformation.rotationInstance(Math.toRadians(-degrees), centre.x, centre.y);
        return transformed(around, rows, turn, "edit.step-rotate");
    }

    /** Makes features larger or smaller around a place; neither factor may be 0. */
    public static Changes scale(Surroundings around, List<Row> rows, Coordinate centre, double byX, double byY) {
        AffineTransformation scaling = AffineTransformation.scaleInstance(byX, byY, centre.x, centre.y);
        return transformed(around, rows, scaling, "edit.step-scale");
    }

    /** Copies features to a place beside them, attributes with them, each with a new uuid. */
    public static Changes copy(Surroundings around, List<Row> rows, double dx, double dy) {
        Draft draft = new Draft(around);
        AffineTransformation shift = AffineTransformation.translationInstance(dx, dy);
        rows.forEach(row -> draft.addLike(row, shift.transform(row.geometry())));
        return draft.finish(Message.of("edit.step-copy", rows.size()));
    }

    /**
     * Pastes features into another layer: columns of the same name keep their values, others stay empty.
     *
     * @param blank a row of the target layer without values, see {@link NewShape#blank}
     * @param shapes the geometries, already in the target's CRS, in the order of the rows
     */
    public static Changes paste(Surroundings around, Row blank, List<Row> rows, List<Geometry> shapes) {
        Draft draft = new Draft(around);
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Object> values = new java.util.LinkedHashMap<>(blank.values());
            Map<String, Object> source = rows.get(i).values();
            values.replaceAll((column, value) -> source.getOrDefault(column, value));
            Row template = new Row(blank.layer(), blank.fid(), blank.column(), blank.type(), values);
            draft.addLike(template.with(null), NewShape.fitting(template, shapes.get(i)));
        }
        return draft.finish(Message.of("edit.step-paste", rows.size()));
    }

    private static Changes transformed(
            Surroundings around, List<Row> rows, AffineTransformation transformation, String name) {
        Draft draft = new Draft(around);
        rows.forEach(row -> draft.change(row, transformation.transform(row.geometry())));
        return draft.finish(Message.of(name, rows.size()));
    }
}
