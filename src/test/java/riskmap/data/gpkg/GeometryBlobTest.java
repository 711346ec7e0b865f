package riskmap.data.gpkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXYZM;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

class GeometryBlobTest {
    private static final Path CORPUS = Path.of("../shared/data/bad/wkb");

    private final GeometryBlobReader reader = new GeometryBlobReader();
    private final GeometryBlobWriter writer = new GeometryBlobWriter(4550);

    @Test
    void aPointIsWrittenAsTheStandardSays() {
        byte[] blob = writer.write(Samples.wkt("POINT(1 2)"));
        assertThat(HexFormat.of().formatHex(blob))
                .isEqualTo("47500001" + "c6110000" + "01" + "01000000" + "000000000000f03f" + "0000000000000040");
    }

    @Test
    void anEnvelopeStandsBeforeEverythingButPoints() {
        byte[] blob = writer.write(Samples.wkt("LINESTRING(3 40, 1 50)"));
        assertThat(blob[3]).isEqualTo((byte) 0b011);
        ByteBuffer data = ByteBuffer.wrap(blob).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(List.of(data.getDouble(8), data.getDouble(16), data.getDouble(24), data.getDouble(32)))
                .containsExactly(1.0, 3.0, 40.0, 50.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POINT EMPTY",
                "LINESTRING EMPTY",
                "POLYGON EMPTY",
                "MULTIPOINT EMPTY",
                "MULTILINESTRING EMPTY",
                "MULTIPOLYGON EMPTY",
                "GEOMETRYCOLLECTION EMPTY",
                "POINT(1 2)",
                "LINESTRING(0 0, 1 1, 2 0)",
                "POLYGON((0 0, 9 0, 9 9, 0 9, 0 0),(1 1, 2 1, 2 2, 1 1))",
                "MULTIPOINT((1 2),(3 4))",
                "MULTIPOINT(EMPTY,(3 4))",
                "MULTILINESTRING((0 0, 1 1),(2 2, 3 3))",
                "MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)),((5 5, 6 5, 6 6, 5 5)))",
                "GEOMETRYCOLLECTION(POINT(1 2),GEOMETRYCOLLECTION(LINESTRING(0 0, 1 1)))"
            })
    void whatIsWrittenReadsTheSameInBothByteOrders(String text) {
        Geometry geometry = Samples.wkt(text);
        assertThat(reader.read(writer.write(geometry)).equalsExact(geometry)).isTrue();
        if (!text.equals("POINT EMPTY") && !text.contains("(EMPTY")) {
            byte[] big = new WKBWriter(2, ByteOrderValues.BIG_ENDIAN).write(geometry);
            assertThat(reader.wkb(big, 0).equalsExact(geometry)).isTrue();
        }
    }

    @Test
    void zAndMAreKeptAndAnUnfilledZIsNotWritten() {
        GeometryFactory factory = new GeometryFactory();
        LineString line = factory.createLineString(
                new Coordinate[] {new CoordinateXYZM(1, 2, 3, 4), new CoordinateXYZM(5, 6, 7, 8)});
        LineString read = (LineString) reader.read(writer.write(line));
        assertThat(read.getCoordinateSequence().getZ(1)).isEqualTo(7);
        assertThat(read.getCoordinateSequence().getM(1)).isEqualTo(8);
        writer.write(factory.createPoint(new Coordinate(1, 2)));
        assertThat(writer.hasZ()).isFalse();
        Geometry mixed = Samples.wkt("GEOMETRYCOLLECTION(POINT(1 2),POINT Z(1 2 3))");
        writer.write(mixed);
        assertThat(writer.hasZ()).isTrue();
    }

    @Test
    void theOlderSpellingOfZIsRead() {
        byte[] wkb = new WKBWriter(3, ByteOrderValues.LITTLE_ENDIAN).write(Samples.wkt("POINT Z(1 2 3)"));
        assertThat(wkb[4]).isEqualTo((byte) 0x80);
        assertThat(reader.wkb(wkb, 0).getCoordinate().getZ()).isEqualTo(3);
        byte[] withSrid = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN, true).write(Samples.wkt("POINT(1 2)"));
        assertThat(reader.wkb(withSrid, 0)).isEqualTo(Samples.wkt("POINT(1 2)"));
    }

    @Test
    void anArcIsReadAsALineThatKeepsToIt() {
        // a half circle of radius 5 around (5, 0), upwards
        Geometry arc = reader.wkb(curve(8, 0, 0, 5, 5, 10, 0), 0);
        assertThat(arc).isInstanceOf(LineString.class);
        assertThat(arc.getNumPoints()).isEqualTo(91);
        for (Coordinate c : arc.getCoordinates()) {
            assertThat(Math.hypot(c.x - 5, c.y)).isCloseTo(5, org.assertj.core.data.Offset.offset(1e-9));
            assertThat(c.y).isGreaterThanOrEqualTo(-1e-9);
        }
        Geometry circle = reader.wkb(curve(8, 0, 0, 10, 0, 0, 0), 0);
        assertThat(circle.getLength()).isCloseTo(10 * Math.PI, org.assertj.core.data.Offset.offset(0.01));
    }

    private static byte[] curve(int type, double... ordinates) {
        ByteBuffer data = ByteBuffer.allocate(9 + 8 * ordinates.length).order(ByteOrder.LITTLE_ENDIAN);
        data.put((byte) 1).putInt(type).putInt(ordinates.length / 2);
        for (double ordinate : ordinates) {
            data.putDouble(ordinate);
        }
        return data.array();
    }

    @Test
    void anOpenRingIsClosedAndStrictReadingRefusesIt() {
        ByteBuffer data = ByteBuffer.allocate(13 + 48).order(ByteOrder.LITTLE_ENDIAN);
        data.put((byte) 1).putInt(3).putInt(1).putInt(3);
        for (double ordinate : new double[] {0, 0, 4, 0, 4, 4}) {
            data.putDouble(ordinate);
        }
        assertThat(reader.wkb(data.array(), 0)).isEqualTo(Samples.wkt("POLYGON((0 0, 4 0, 4 4, 0 0))"));
        assertThatThrownBy(() -> new GeometryBlobReader(true).wkb(data.array(), 0))
                .isInstanceOf(MalformedGeometryException.class);
    }

    @Test
    void nestingGoesOnlySoDeep() {
        assertThat(reader.wkb(nested(GeometryBlobReader.DEPTH), 0).isEmpty()).isTrue();
        assertThatThrownBy(() -> reader.wkb(nested(10_000), 0)).isInstanceOf(MalformedGeometryException.class);
    }

    private static byte[] nested(int depth) {
        ByteBuffer data = ByteBuffer.allocate(9 * (depth + 1)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < depth; i++) {
            data.put((byte) 1).putInt(7).putInt(1);
        }
        return data.put((byte) 1).putInt(7).putInt(0).array();
    }

    @Test
    void everyPrefixAndEveryChangedByteReadsOrIsRefused() {
        byte[] good = writer.write(
                Samples.wkt("GEOMETRYCOLLECTION(POINT(1 2),POLYGON((0 0, 9 0, 9 9, 0 0)),MULTIPOINT((1 2),(3 4)))"));
        for (int length = 0; length < good.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(good, length);
            assertThatThrownBy(() -> reader.read(cut)).isInstanceOf(MalformedGeometryException.class);
        }
        for (int i = 0; i < good.length; i++) {
            for (int value : new int[] {0, 1, 0x7F, 0x80, 0xFF}) {
                byte[] changed = good.clone();
                changed[i] = (byte) value;
                assertDeclared(changed);
            }
        }
    }

    private void assertDeclared(byte[] blob) {
        try {
            reader.read(blob);
        } catch (MalformedGeometryException expected) {
            assertThat(expected.reason().text()).isNotBlank();
        }
    }

    @Test
    void theCorpusOfBadBytesReadsOrIsRefused() throws Exception {
        assumeTrue(Files.isDirectory(CORPUS));
        try (Stream<Path> files = Files.list(CORPUS)) {
            for (Path file : files.sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                assertDeclared(bytes);
                boolean malformed = file.getFileName().toString().startsWith("gpblob_")
                        && !file.getFileName().toString().contains("big_endian");
                if (malformed) {
                    assertThatThrownBy(() -> reader.read(bytes))
                            .as(file.getFileName().toString())
                            .isInstanceOf(MalformedGeometryException.class);
                }
                try {
                    reader.wkb(bytes, 0);
                } catch (MalformedGeometryException expected) {
                    assertThat(expected.reason().text()).isNotBlank();
                }
            }
        }
    }
}
