package riskmap.data.gpkg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import riskmap.data.Dimensions;

class GeoPackagePropertiesTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Property(tries = 500)
    void everyGeometryReadsBackTheSame(@ForAll("geometries") Geometry geometry) {
        byte[] blob = new GeometryBlobWriter(4550).write(geometry);
        Geometry read = new GeometryBlobReader(true).read(blob);
        assertThat(read.equalsExact(geometry)).isTrue();
        Coordinate[] expected = geometry.getCoordinates();
        Coordinate[] found = read.getCoordinates();
        boolean hasZ = Dimensions.hasZ(geometry);
        for (int i = 0; i < expected.length; i++) {
            if (hasZ) {
                assertThat(Double.compare(found[i].getZ(), expected[i].getZ())).isZero();
            }
        }
        assertThat(GeometryBlob.saysEmpty(blob)).isEqualTo(geometry.isEmpty());
        if (!geometry.isEmpty()) {
            assertThat(GeometryBlob.envelope(blob)).isEqualTo(geometry.getEnvelopeInternal());
        }
        assertThat(new GeometryBlobWriter(4550).write(read)).isEqualTo(blob);
    }

    @Property(tries = 300)
    void noBytesAreAnAccident(@ForAll byte[] tail, @ForAll("headers") byte[] header) {
        byte[] blob = new byte[header.length + tail.length];
        System.arraycopy(header, 0, blob, 0, header.length);
        System.arraycopy(tail, 0, blob, header.length, tail.length);
        try {
            assertThat(new GeometryBlobReader().read(blob)).isNotNull();
        } catch (MalformedGeometryException declared) {
            assertThat(declared.reason().key()).startsWith("data.gpkg-blob-");
        }
    }

    @Property(tries = 200)
    void aBoxRoundedToFloatsCoversTheBox(@ForAll double value) {
        double bounded = Math.max(-1e30, Math.min(1e30, value));
        assertThat((double) BoxList.down(bounded)).isLessThanOrEqualTo(bounded);
        assertThat((double) BoxList.up(bounded)).isGreaterThanOrEqualTo(bounded);
        assertThat((double) Math.nextUp(BoxList.down(bounded))).isGreaterThan(bounded - 0.0);
    }

    @Provide
    Arbitrary<byte[]> headers() {
        return Arbitraries.of(1, 2, 3, 4, 5, 6, 7, 9, 10, 12, 1001, 3003)
                .map(type -> new byte[] {'G', 'P', 0, 1, 0, 0, 0, 0, 1, (byte) (int) type, (byte) (type >> 8), 0, 0});
    }

    @Provide
    Arbitrary<Geometry> geometries() {
        return Arbitraries.lazyOf(this::simple, this::simple, this::simple, this::collection);
    }

    private Arbitrary<Coordinate> coordinates() {
        Arbitrary<Double> ordinate = Arbitraries.doubles().between(-1e7, 1e7).ofScale(6);
        return ordinate.flatMap(
                x -> ordinate.flatMap(y -> Arbitraries.of(Double.NaN, 0.0, 12.5).map(z -> new Coordinate(x, y, z))));
    }

    private Arbitrary<Geometry> simple() {
        Arbitrary<Geometry> points = coordinates().map(FACTORY::createPoint);
        Arbitrary<Geometry> lines = coordinates()
                .list()
                .ofMinSize(2)
                .ofMaxSize(12)
                .map(list -> FACTORY.createLineString(list.toArray(new Coordinate[0])));
        Arbitrary<Geometry> multiPoints = coordinates()
                .list()
                .ofMaxSize(5)
                .map(list -> FACTORY.createMultiPointFromCoords(list.toArray(new Coordinate[0])));
        Arbitrary<Geometry> multiPolygons =
                polygons().list().ofMaxSize(4).map(list -> FACTORY.createMultiPolygon(list.toArray(new Polygon[0])));
        return Arbitraries.oneOf(
                List.of(points, lines, multiPoints, multiPolygons, polygons().map(polygon -> (Geometry) polygon)));
    }

    private Arbitrary<Polygon> polygons() {
        Arbitrary<LinearRing> rings = coordinates()
                .list()
                .ofMinSize(3)
                .ofMaxSize(8)
                .map(list -> {
                    Coordinate[] closed = list.toArray(new Coordinate[list.size() + 1]);
                    closed[list.size()] = closed[0].copy();
                    return FACTORY.createLinearRing(closed);
                });
        return rings.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(list -> FACTORY.createPolygon(
                        list.get(0), list.subList(1, list.size()).toArray(new LinearRing[0])));
    }

    private Arbitrary<Geometry> collection() {
        return geometries()
                .list()
                .ofMaxSize(3)
                .map(list -> FACTORY.createGeometryCollection(list.toArray(new Geometry[0])));
    }
}
