package riskmap.analysis;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.feature.type.GeometryDescriptor;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.filter.identity.FeatureIdImpl;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.data.FeatureMaker;

/**
 * A layer being made: a geometry, attributes taken over from inputs, attributes of its own. Names that meet twice get a
 * number; ids count from 1.
 */
public final class OutputRows {
    /** All parts of a shape in one row. */
    public static final String TOGETHER = "together";
    /** Parts that do not touch in rows of their own, with the same attributes. */
    public static final String APART = "apart";

    private final SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
    private final Set<String> names = new HashSet<>();
    private final List<SimpleFeature> rows = new ArrayList<>();
    private SimpleFeatureType type;
    private FeatureMaker maker;
    private boolean apart;

    /** A layer with this geometry type; {@code null} for a table without. */
    public OutputRows(String name, Class<? extends Geometry> geometry, CoordinateReferenceSystem crs) {
        builder.setName(name);
        if (geometry != null) {
            builder.add("geom", geometry, crs);
            builder.setDefaultGeometry("geom");
            names.add("geom");
        }
    }

    /** The same with the parts of each shape {@link #TOGETHER} or {@link #APART}. */
    public OutputRows parts(String how) {
        apart = how.equals(APART);
        return this;
    }

    /** Takes over all attributes of an input but its geometry; returns their positions there. */
    public int[] take(SimpleFeatureType from) {
        return take(from, IntStream.range(0, from.getAttributeCount()), "");
    }

    /**
     * Takes over attributes of an input but for its geometry; returns their positions there.
     *
     * @param fields which; empty for all
     * @param prefix what stands before their names; null for nothing
     */
    public int[] take(LayerRows from, List<String> fields, String prefix) {
        return take(from, fields, prefix, List.of());
    }

    /**
     * The same.
     *
     * @param decimals fields that become decimal numbers, whatever they were
     */
    public int[] take(LayerRows from, List<String> fields, String prefix, List<String> decimals) {
        SimpleFeatureType type = from.type();
        IntStream wanted = fields.isEmpty()
                ? IntStream.range(0, type.getAttributeCount())
                : fields.stream().mapToInt(from::attribute).distinct();
        return take(type, wanted, prefix == null ? "" : prefix, decimals);
    }

    private int[] take(SimpleFeatureType from, IntStream wanted, String prefix) {
        return take(from, wanted, prefix, List.of());
    }

    private int[] take(SimpleFeatureType from, IntStream wanted, String prefix, List<String> decimals) {
        int[] positions = wanted.filter(i -> !(from.getDescriptor(i) instanceof GeometryDescriptor))
                .toArray();
        // a number given to one must not be what another of them is called
        Set<String> coming = new HashSet<>();
        for (int position : positions) {
            coming.add((prefix + from.getDescriptor(position).getLocalName()).toLowerCase(Locale.ROOT));
        }
        for (int position : positions) {
            AttributeDescriptor attribute = from.getDescriptor(position);
            boolean decimal = decimals.contains(attribute.getLocalName());
            attribute(
                    prefix + attribute.getLocalName(),
                    decimal ? Double.class : attribute.getType().getBinding(),
                    coming);
        }
        return positions;
    }

    /** Takes over the attributes at these positions of an input. */
    public void takeThese(SimpleFeatureType from, int[] positions) {
        take(from, IntStream.of(positions), "");
    }

    /** Takes over all attributes of an input but its geometry and these; returns their positions there. */
    public int[] takeOthers(SimpleFeatureType from, int[] but) {
        return take(
                from,
                IntStream.range(0, from.getAttributeCount())
                        .filter(i -> IntStream.of(but).noneMatch(there -> there == i)),
                "");
    }

    /** Adds an attribute; returns the name it got. */
    public String attribute(String wanted, Class<?> binding) {
        return attribute(wanted, binding, Set.of());
    }

    private String attribute(String wanted, Class<?> binding, Set<String> kept) {
        String name = wanted;
        String lower = name.toLowerCase(Locale.ROOT);
        for (int i = 2; names.contains(lower) || i > 2 && kept.contains(lower); i++) {
            name = wanted + "_" + i;
            lower = name.toLowerCase(Locale.ROOT);
        }
        names.add(lower);
        builder.nillable(true).add(name, binding);
        return name;
    }

    /** Adds a row: the geometry (if the layer has one), then the values of the attributes in order. */
    public void add(Object... values) {
        if (apart && values[0] instanceof Geometry shape && shape.getNumGeometries() > 1) {
            for (int part = 0; part < shape.getNumGeometries(); part++) {
                Object[] one = values.clone();
                one[0] = asMulti(shape.getGeometryN(part));
                add(one);
            }
            return;
        }
        if (maker == null) {
            maker = new FeatureMaker(type());
        }
        rows.add(maker.feature(values.clone(), new FeatureIdImpl(type.getTypeName() + "." + (rows.size() + 1))));
    }

    /**
     * The layer of rows that are made when they are read, one by one: many take no memory, and the first are being written
     * while the last are not made yet. Takes the place of {@link #add}.
     *
     * @param row what {@link #add} would be given for the row of this number, the same whenever it is asked for
     */
    public SimpleFeatureCollection features(int size, IntFunction<Object[]> row) {
        FeatureMaker each = new FeatureMaker(type());
        String prefix = type.getTypeName() + ".";
        return new ListFeatureCollection(type, new AbstractList<>() {
            @Override
            public SimpleFeature get(int index) {
                return each.feature(row.apply(index), new FeatureIdImpl(prefix + (index + 1)));
            }

            @Override
            public int size() {
                return size;
            }
        });
    }

    /** Adds a row: the geometry, left out where the layer has none, then the values of the attributes in order. */
    public void addWith(Geometry shape, Object[]... parts) {
        Object[] all = join(shape, parts);
        boolean shapes = type().getGeometryDescriptor() != null;
        add(shapes ? all : Arrays.copyOfRange(all, 1, all.length));
    }

    public int size() {
        return rows.size();
    }

    /** The schema; from now on no attribute can be added. */
    public SimpleFeatureType type() {
        if (type == null) {
            type = builder.buildFeatureType();
        }
        return type;
    }

    /** The finished layer. */
    public SimpleFeatureCollection features() {
        return new ListFeatureCollection(type(), rows);
    }

    /** A row's geometry, the values of inputs at these positions, and further values, one after the other. */
    public static Object[] join(Geometry geometry, Object[]... parts) {
        int size = 1;
        for (Object[] part : parts) {
            size += part.length;
        }
        Object[] all = new Object[size];
        all[0] = geometry;
        int at = 1;
        for (Object[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    /** Values of a row at these positions. */
    public static Object[] values(LayerRows rows, int row, int[] positions) {
        Object[] result = new Object[positions.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = row < 0 ? null : rows.value(row, positions[i]);
        }
        return result;
    }

    /** The geometry type of a layer; null for a table without. */
    public static Class<? extends Geometry> geometryType(SimpleFeatureType of) {
        GeometryDescriptor geometry = of.getGeometryDescriptor();
        return geometry == null ? null : geometry.getType().getBinding().asSubclass(Geometry.class);
    }

    /** The type that holds one and several parts of the dimension of another. */
    public static Class<? extends Geometry> multi(Class<?> binding) {
        return switch (dimension(binding)) {
            case 0 -> MultiPoint.class;
            case 1 -> MultiLineString.class;
            case 2 -> MultiPolygon.class;
            default -> Geometry.class;
        };
    }

    /** The type of shapes that are all of one kind, the multi type where some have several parts; any geometry for others. */
    public static Class<? extends Geometry> common(Geometry[][] shapes) {
        Class<? extends Geometry> common = null;
        for (Geometry[] row : shapes) {
            for (Geometry shape : row) {
                if (shape == null || shape.getClass() == common) {
                    continue;
                }
                Class<? extends Geometry> own = shape.getClass();
                if (common == null) {
                    common = own;
                } else if (dimension(own) >= 0 && dimension(own) == dimension(common)) {
                    common = multi(own);
                } else {
                    return Geometry.class;
                }
            }
        }
        return common == null || dimension(common) < 0 ? Geometry.class : common;
    }

    /** 0 points, 1 lines, 2 areas; −1 when the type does not say. */
    public static int dimension(Class<?> binding) {
        if (Point.class.isAssignableFrom(binding) || MultiPoint.class.isAssignableFrom(binding)) {
            return 0;
        } else if (LineString.class.isAssignableFrom(binding) || MultiLineString.class.isAssignableFrom(binding)) {
            return 1;
        } else if (Polygon.class.isAssignableFrom(binding) || MultiPolygon.class.isAssignableFrom(binding)) {
            return 2;
        }
        return -1;
    }

    /** A single geometry as the multi geometry of its kind. */
    public static Geometry asMulti(Geometry geometry) {
        if (geometry instanceof Polygon polygon) {
            return geometry.getFactory().createMultiPolygon(new Polygon[] {polygon});
        } else if (geometry instanceof LineString line) {
            return geometry.getFactory().createMultiLineString(new LineString[] {line});
        } else if (geometry instanceof Point point) {
            return geometry.getFactory().createMultiPoint(new Point[] {point});
        }
        return geometry;
    }
}
