package riskmap.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.WKBWriter;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Layers;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.data.gpkg.GeoPackage;

/** The hash written down value by value, as its definition says, is that of the program. */
class ContentHashTest {
    @Test
    void isTheDigestOfTheSortedDigestsOfTheRows(@TempDir Path folder) throws Exception {
        Layers layer = Layers.of("place", Point.class, "name:String", "people:Integer", "depth:Double");
        List<byte[]> rows = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            String wkt = i % 7 == 0 ? null : "POINT(" + i % 50 + " " + 0.5 * (i % 3) + ")";
            Object[] values = {i % 4 == 0 ? null : "镇" + i % 11, i % 13, i % 5 == 0 ? null : -0.0};
            layer.row(wkt, values[0], values[1], values[2]);
            rows.add(row(wkt == null ? null : Layers.geometry(wkt), values));
        }
        rows.sort(Arrays::compareUnsigned);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        LayerRows memory = LayerRows.read(((LayerData.Features) layer.data()).source(), Progress.silent());
        for (int i = 0; i < memory.type().getAttributeCount(); i++) {
            all.write(text(memory.type().getDescriptor(i).getLocalName()));
        }
        all.write(text(riskmap.geo.crs.Crs.code(memory.crs())));
        for (byte[] row : rows) {
            all.write(row);
        }
        String expected = HexFormat.of().formatHex(sha256(all.toByteArray()));
        assertThat(ContentHash.of(memory, Progress.silent())).isEqualTo(expected);
        try (GeoPackage gpkg = GeoPackage.create(folder.resolve("places.gpkg"))) {
            var features = ((LayerData.Features) layer.data()).source();
            gpkg.createLayer(features.getSchema(), null);
            gpkg.append("place", features.getFeatures(), Progress.silent());
            LayerRows packed = LayerRows.read(gpkg.dataStore().getFeatureSource("place"), Progress.silent());
            assertThat(packed.points()).isNotNull();
            assertThat(ContentHash.of(packed, Progress.silent())).isEqualTo(expected);
        }
    }

    private static byte[] row(Geometry geometry, Object... values) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        if (geometry == null) {
            out.writeByte(0);
        } else {
            byte[] wkb = new WKBWriter(2).write(geometry);
            out.writeByte(1);
            out.writeInt(wkb.length);
            out.write(wkb);
        }
        for (Object value : values) {
            if (value == null) {
                out.writeByte(0);
            } else if (value instanceof String text) {
                out.write(text(text));
            } else {
                out.writeByte(value instanceof Double ? 2 : 3);
                out.writeInt(8);
                out.writeLong(
                        value instanceof Double number
                                ? Double.doubleToLongBits(number + 0.0)
                                : ((Integer) value).longValue());
            }
        }
        return sha256(bytes.toByteArray());
    }

    private static byte[] text(String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(6);
        out.writeInt(utf8.length);
        out.write(utf8);
        return bytes.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
