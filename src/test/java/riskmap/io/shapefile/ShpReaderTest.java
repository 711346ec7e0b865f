package riskmap.io.shapefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;
import riskmap.base.Language;
import riskmap.io.ImportLog;

/** Damaged records of a shapefile are told in the language in use. */
class ShpReaderTest {
    @TempDir
    private Path folder;

    @Test
    void aRecordThatIsCutOffIsToldInBothLanguages() throws IOException {
        ShpReader.DamagedShape damaged = damage(100, 1);
        assertThat(damaged.reason().text(Language.CHINESE)).isEqualTo("应有 200 字节，只剩 20 字节");
        assertThat(damaged.reason().text(Language.ENGLISH)).isEqualTo("200 bytes wanted, 20 left");
    }

    @Test
    void aShapeOfAnUnknownTypeIsToldInBothLanguages() throws IOException {
        ShpReader.DamagedShape damaged = damage(10, 77);
        assertThat(damaged.reason().text(Language.CHINESE)).isEqualTo("图形类型 77 无效");
        assertThat(damaged.reason().text(Language.ENGLISH)).isEqualTo("invalid shape type 77");
    }

    @Test
    void linesWithMeasuresCanBeComparedWithOthersAndKeepTheirMeasures() throws Exception {
        ByteBuffer line = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        // a PolyLineM of one part with two points, their range of measures and the measures
        line.putInt(23).putDouble(0).putDouble(0).putDouble(10).putDouble(10);
        line.putInt(1).putInt(2).putInt(0);
        line.putDouble(0).putDouble(0).putDouble(10).putDouble(10);
        line.putDouble(3).putDouble(7).putDouble(3).putDouble(7);
        Geometry read = new ShapeDecoder(new ImportLog()).decode(line.flip(), null);
        Geometry across = new WKTReader().read("LINESTRING(0 10, 10 0, 20 0)");
        assertThat(read.getGeometryN(0).intersection(across).getCoordinate().x).isEqualTo(5);
        assertThat(across.crosses(read)).isTrue();
        assertThat(read.getCoordinates()[1].getM()).isEqualTo(7);
    }

    /** What the reader says of a point of 20 bytes whose header has this length in words and this type. */
    private ShpReader.DamagedShape damage(int words, int type) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(128);
        bytes.putInt(0, ShpReader.FILE_CODE).putInt(100, 1).putInt(104, words);
        bytes.order(ByteOrder.LITTLE_ENDIAN).putInt(32, 1).putInt(108, type);
        Path file = folder.resolve("points.shp");
        Files.write(file, bytes.array());
        try (ShpReader reader = new ShpReader(file, new ImportLog())) {
            return catchThrowableOfType(ShpReader.DamagedShape.class, reader::next);
        }
    }
}
