package riskmap.risk.model.result;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.data.Catalogue;
import riskmap.data.LayerKind;

/** A result layer of a catalogue kind being made; what a row does not set stays null (the run id, until it is known). */
public final class ResultRows {
    private final SimpleFeatureType type;
    private final SimpleFeatureBuilder builder;
    private final List<SimpleFeature> rows = new ArrayList<>();

    public ResultRows(String kind, CoordinateReferenceSystem crs) {
        type = Catalogue.standard().kind(kind).featureType(kind, crs);
        builder = new SimpleFeatureBuilder(type);
    }

    /** A row to be filled with {@link SimpleFeature#setAttribute(String, Object)}. */
    public SimpleFeature add() {
        SimpleFeature row = builder.buildFeature(type.getTypeName() + "." + (rows.size() + 1));
        rows.add(row);
        return row;
    }

    /** A row with an area. */
    public SimpleFeature add(Polygon polygon) {
        SimpleFeature row = add();
        row.setAttribute(LayerKind.GEOMETRY, polygon.getFactory().createMultiPolygon(new Polygon[] {polygon}));
        return row;
    }

    /** A row with an area of one or several parts, or without any. */
    public SimpleFeature addArea(Geometry area) {
        SimpleFeature row = add();
        Geometry several = area instanceof Polygon polygon
                ? polygon.getFactory().createMultiPolygon(new Polygon[] {polygon})
                : area;
        row.setAttribute(LayerKind.GEOMETRY, several);
        return row;
    }

    /** A row with a place. */
    public SimpleFeature add(Point place) {
        SimpleFeature row = add();
        row.setAttribute(LayerKind.GEOMETRY, place);
        return row;
    }

    public SimpleFeatureCollection features() {
        return new ListFeatureCollection(type, rows);
    }
}
