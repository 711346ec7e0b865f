package riskmap.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import riskmap.analysis.Layers;

class PlainWkbTest {
    private static final PlainWkb WKB = new PlainWkb();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POINT(1.5 -2)",
                "LINESTRING(0 0, 1 1, 2 0.1)",
                "POLYGON((0 0, 9 0, 9 9, 0 0), (2 1, 3 1, 3 2, 2 1))",
                "MULTIPOINT((1 1), (2 2))",
                "MULTILINESTRING((0 0, 1 1), (3 3, 4 4))",
                "MULTIPOLYGON(((0 0, 9 0, 9 9, 0 0)), ((20 0, 29 0, 29 9, 20 0)))",
                "GEOMETRYCOLLECTION(POINT(1 1), LINESTRING(0 0, 1 1), POLYGON EMPTY)"
            })
    void isWhatTheUsualWriterWrites(String wkt) {
        Geometry geometry = Layers.geometry(wkt);
        byte[] ours = WKB.buffer(geometry);
        assertThat(Arrays.copyOf(ours, WKB.size())).isEqualTo(new WKBWriter(2).write(geometry));
    }
}
