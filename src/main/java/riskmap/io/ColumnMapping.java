package riskmap.io;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.feature.type.GeometryDescriptor;
import org.geotools.feature.FeatureTypes;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKBWriter;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.data.ColumnMatch;
import riskmap.data.Field;
import riskmap.data.GeometryKind;
import riskmap.data.LayerKind;
import riskmap.geo.TextLimit;

/**
 * How the columns of a source become the fields of a layer: those of a kind by name, alias or the user's word, or all
 * columns as they are. A feature without {@code uuid} gets one made of its content and place, the same on every import;
 * one without {@code source} gets the name of the file.
 */
final class ColumnMapping {
    /** Names a GeoPackage table or other programs keep for the row's key. */
    private static final Set<String> RESERVED = Set.of("fid", "ogc_fid", "rowid");

    private static final String GEOMETRY = "geom";
    /** What every feature gets that has none. */
    private static final List<String> FILLED = List.of("uuid", "source");

    private final SimpleFeatureType type;
    private final List<Field> fields = new ArrayList<>();
    /** Per attribute of the layer: the attribute of the source, or −1. */
    private final int[] from;

    private final int geometryFrom;
    private final int geometryTo;
    private final String sourceName;
    private final ImportLog log;
    private final boolean completes;
    private final FieldConversion.Counter[] counters;
    private final List<String> unmapped = new ArrayList<>();
    /** What could not be read in the feature that was mapped last. */
    private Message unreadable;

    ColumnMapping(SimpleFeatureType source, ImportTarget target, String sourceName, ImportLog log) {
        this.sourceName = sourceName;
        this.log = log;
        // layers that the catalogue does not know have a family without a name, and their own ways with uuid and source
        completes = target.kind() != null && !target.kind().family().isEmpty();
        GeometryDescriptor geometry = source.getGeometryDescriptor();
        geometryFrom = geometry == null ? -1 : source.indexOf(geometry.getLocalName());
        List<String> columns = new ArrayList<>();
        for (AttributeDescriptor attribute : source.getAttributeDescriptors()) {
            if (!(attribute instanceof GeometryDescriptor)) {
                columns.add(attribute.getLocalName());
            }
        }
        type = target.kind() == null ? plainType(source, target) : kindType(target, geometry);
        from = new int[type.getAttributeCount()];
        geometryTo = type.getGeometryDescriptor() == null
                ? -1
                : type.indexOf(type.getGeometryDescriptor().getLocalName());
        if (target.kind() == null) {
            mapPlain(source);
        } else {
            mapKind(source, target, columns);
        }
        counters = new FieldConversion.Counter[from.length];
        for (int i = 0; i < from.length; i++) {
            if (from[i] >= 0 && i != geometryTo) {
                counters[i] = new FieldConversion.Counter(
                        type.getDescriptor(i).getLocalName(),
                        source.getDescriptor(from[i]).getLocalName(),
                        source.getDescriptor(from[i]).getType().getBinding(),
                        type.getDescriptor(i).getType().getBinding());
            }
        }
    }

    List<FieldConversion> conversions() {
        return Arrays.stream(counters)
                .filter(counter -> counter != null)
                .map(FieldConversion.Counter::conversion)
                .toList();
    }

    List<String> unmapped() {
        return List.copyOf(unmapped);
    }

    /** The first value of the last feature that could not be read as its field's type; null where all could. */
    Message unreadable() {
        return unreadable;
    }

    SimpleFeatureType type() {
        return type;
    }

    private SimpleFeatureType plainType(SimpleFeatureType source, ImportTarget target) {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName(target.layer());
        List<String> taken = new ArrayList<>();
        if (geometryFrom >= 0) {
            Class<?> binding = source.getDescriptor(geometryFrom).getType().getBinding();
            builder.add(GEOMETRY, multi(binding), target.crs());
            builder.setDefaultGeometry(GEOMETRY);
            taken.add(GEOMETRY);
        }
        taken.addAll(RESERVED);
        ColumnNames names = new ColumnNames(taken);
        for (int i = 0; i < source.getAttributeCount(); i++) {
            AttributeDescriptor attribute = source.getDescriptor(i);
            if (i == geometryFrom) {
                continue;
            }
            String name = names.take(attribute.getLocalName());
            if (!name.equals(attribute.getLocalName())) {
                log.notice(Message.of("io.column-renamed", attribute.getLocalName(), name));
            }
            int length = FeatureTypes.getFieldLength(attribute);
            if (length > 0 && attribute.getType().getBinding() == String.class) {
                builder.restriction(TextLimit.of(length));
            }
            builder.nillable(true).add(name, attribute.getType().getBinding());
        }
        return builder.buildFeatureType();
    }

    /** A repaired polygon may fall into parts: layers of lines and polygons are multi. */
    private static Class<?> multi(Class<?> binding) {
        if (binding == Polygon.class) {
            return MultiPolygon.class;
        }
        return binding == LineString.class ? MultiLineString.class : binding;
    }

    private static SimpleFeatureType kindType(ImportTarget target, GeometryDescriptor geometry) {
        LayerKind kind = target.kind();
        if (target.type() != null) {
            return target.type();
        }
        GeometryKind chosen = kind.geometry();
        if (geometry != null) {
            String name = geometry.getType().getBinding().getSimpleName();
            for (GeometryKind candidate : kind.geometries()) {
                String wanted = candidate == GeometryKind.NONE
                        ? "-"
                        : candidate.binding().getSimpleName().replace("Multi", "");
                if (name.endsWith(wanted)) {
                    chosen = candidate;
                    break;
                }
            }
        }
        return kind.featureType(target.layer(), target.crs(), chosen);
    }

    private void mapPlain(SimpleFeatureType source) {
        int to = geometryFrom >= 0 ? 1 : 0;
        for (int i = 0; i < source.getAttributeCount(); i++) {
            if (i != geometryFrom) {
                from[to++] = i;
            }
        }
    }

    private void mapKind(SimpleFeatureType source, ImportTarget target, List<String> columns) {
        ColumnMatch match = target.kind().match(columns, target.columns());
        for (int i = 0; i < from.length; i++) {
            String key = type.getDescriptor(i).getLocalName();
            Optional<Field> field = target.kind().field(key);
            fields.add(field.orElse(null));
            String column = field.isEmpty() ? null : match.columns().get(key);
            from[i] = column == null ? -1 : source.indexOf(column);
        }
        match.columns()
                .forEach((key, column) -> log.notice(Message.of(
                        "io.column-mapped",
                        column,
                        target.kind().field(key).orElseThrow().title().text(),
                        key)));
        unmapped.addAll(match.unmapped());
        if (!match.unmapped().isEmpty()) {
            log.notice(Message.of("io.columns-unmapped", ColumnNames.shown(match.unmapped())));
        }
        List<String> missing = new ArrayList<>(match.missing());
        if (completes) {
            missing.removeAll(FILLED);
        }
        if (!missing.isEmpty()) {
            log.notice(Message.of("io.fields-missing", NameList.of(missing)));
        }
    }

    /**
     * The values of a feature of the layer.
     *
     * @param judged whether a value that cannot be read turns the feature away; else it is left out and counted
     */
    Object[] values(SimpleFeature feature, Geometry geometry, Place place, boolean judged) {
        unreadable = null;
        Object[] values = new Object[from.length];
        for (int i = 0; i < values.length; i++) {
            if (i == geometryTo) {
                values[i] = geometry;
            } else if (fields.isEmpty()) {
                values[i] = feature.getAttribute(from[i]);
            } else {
                values[i] = value(i, from[i] < 0 ? null : feature.getAttribute(from[i]), place, judged);
            }
        }
        if (completes) {
            complete(values, feature, place);
        }
        return values;
    }

    private Object value(int index, Object raw, Place place, boolean judged) {
        Field field = fields.get(index);
        if (raw == null || field == null) {
            return null;
        }
        Object value = field.value(raw);
        if (value == null || field.type().binding().isInstance(value)) {
            counters[index].count(raw, value);
            return value;
        }
        if (!judged) {
            log.repaired(Message.of("io.value-unreadable", field.title().text(), raw.toString()), place);
        } else if (unreadable == null) {
            unreadable = Message.of("io.value-unreadable-row", field.title().text(), raw.toString());
        }
        return null;
    }

    private void complete(Object[] values, SimpleFeature feature, Place place) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && fields.get(i) != null) {
                String key = fields.get(i).key();
                if (key.equals("uuid")) {
                    values[i] = uuid(feature, place);
                } else if (key.equals("source")) {
                    values[i] = sourceName;
                }
            }
        }
    }

    private String uuid(SimpleFeature feature, Place place) {
        StringBuilder content = new StringBuilder(sourceName).append('#').append(place.number());
        byte[] shape = new byte[0];
        for (Object value : feature.getAttributes()) {
            if (value instanceof Geometry geometry) {
                shape = new WKBWriter().write(geometry);
            } else {
                content.append('|').append(value);
            }
        }
        byte[] text = content.toString().getBytes(StandardCharsets.UTF_8);
        byte[] all = ByteBuffer.allocate(text.length + shape.length)
                .put(text)
                .put(shape)
                .array();
        return UUID.nameUUIDFromBytes(all).toString();
    }

    /** Whether the layer's type holds the geometry. */
    boolean fits(Geometry geometry) {
        if (geometry == null || geometry.isEmpty() || geometryTo < 0) {
            return true;
        }
        return binding().isInstance(geometry);
    }

    Class<?> binding() {
        return type.getDescriptor(geometryTo).getType().getBinding();
    }

    boolean isSpatial() {
        return geometryTo >= 0;
    }

    /** Index of the geometry in the source, −1 without. */
    int geometryFrom() {
        return geometryFrom;
    }
}
