package riskmap.edit.shape;

import java.util.LinkedHashMap;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.GeometryDescriptor;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.data.Changes;
import riskmap.edit.topology.Draft;
import riskmap.edit.topology.Neighbours;
import riskmap.edit.topology.RefusedEditException;
import riskmap.edit.topology.Row;
import riskmap.edit.topology.Surroundings;

/** A new feature from what was drawn. */
public final class NewShape {
    private NewShape() {}

    /** A row of a layer that is not there yet: all columns empty but those given. */
    public static Row blank(SimpleFeatureType type, Map<String, Object> values) {
        GeometryDescriptor geometry = type.getGeometryDescriptor();
        Map<String, Object> all = new LinkedHashMap<>();
        type.getAttributeDescriptors()
                .forEach(column -> all.put(column.getLocalName(), values.get(column.getLocalName())));
        return new Row(
                type.getTypeName(),
                0,
                geometry.getLocalName(),
                geometry.getType().getBinding(),
                all);
    }

    /**
     * Adds a feature; a polygon is first cut back by the polygons of the exclusive layers, so that it fills exactly what is
     * free.
     *
     * @param blank layer and attributes, see {@link #blank}
     */
    public static Changes add(Surroundings around, Row blank, Geometry drawn) {
        Draft draft = new Draft(around);
        Geometry shape = fitting(blank, drawn);
        Row added = draft.addLike(blank.with(null), shape);
        if (around.isExclusive(blank.layer())) {
            draft.change(added, Neighbours.cutBack(draft, added, shape));
        }
        return draft.finish(Message.of("edit.step-add"));
    }

    /** The geometry when it is of the layer's dimension; a refusal otherwise. */
    static Geometry fitting(Row row, Geometry geometry) {
        int dimension = dimension(row.type());
        if (geometry == null || geometry.isEmpty()) {
            throw RefusedEditException.at(null, "edit.refused-empty");
        }
        if (dimension >= 0 && geometry.getDimension() != dimension) {
            throw RefusedEditException.at(geometry.getCoordinate(), "edit.refused-kind");
        }
        return geometry;
    }

    private static int dimension(Class<?> type) {
        String name = type.getSimpleName();
        if (name.endsWith("Point")) {
            return 0;
        }
        return name.endsWith("LineString") ? 1 : name.endsWith("Polygon") ? 2 : -1;
    }
}
