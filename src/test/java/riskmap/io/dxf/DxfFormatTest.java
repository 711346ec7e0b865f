package riskmap.io.dxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.io.Formats;
import riskmap.io.ImportLog;
import riskmap.io.ReadOptions;
import riskmap.io.StandardLayers;

class DxfFormatTest {
    @TempDir
    Path folder;

    private Path drawing(String header, String blocks, String entities) throws IOException {
        String text = "0 SECTION 2 HEADER 9 $ACADVER 1 AC1015 9 $DWGCODEPAGE 3 " + header + " 0 ENDSEC "
                + "0 SECTION 2 BLOCKS " + blocks + " 0 ENDSEC 0 SECTION 2 ENTITIES " + entities + " 0 ENDSEC 0 EOF";
        Path file = folder.resolve("图纸.dxf");
        return Files.writeString(file, text.replace("  ", " ").replace(' ', '\n') + "\n", Charset.forName("GBK"));
    }

    private static List<SimpleFeature> read(Path file, String layer, ImportLog log) throws IOException {
        ReadOptions options = ReadOptions.standard().withCrs(Crs.of(4550));
        return StandardLayers.drain(new DxfFormat().read(file, layer, options, log));
    }

    @Test
    void aChineseDrawingFallsIntoPointsLinesAreasAndTexts() throws IOException {
        Path file = drawing(
                "ANSI_936",
                "",
                "0 POINT 8 高程点 10 1 20 2 30 12.5 "
                        + "0 LINE 8 道路 10 0 20 0 11 10 21 0 "
                        + "0 LWPOLYLINE 8 房屋 70 1 90 4 10 0 20 0 10 10 20 0 10 10 20 10 10 0 20 10 "
                        + "0 TEXT 8 注记 40 2.5 10 5 20 6 1 环翠区 "
                        + "0 MTEXT 8 注记 10 7 20 8 1 {\\fSimSun|b0;水库\\P一号} "
                        + "0 HATCH 8 填充 10 0 20 0 0 HATCH 8 填充 10 0 20 0");
        assertThat(Formats.reading(file)).isInstanceOf(DxfFormat.class);
        assertThat(new DxfFormat().layers(file, ReadOptions.standard()))
                .containsExactly("points", "lines", "polygons", "texts");
        ImportLog log = new ImportLog();
        SimpleFeature house = read(file, "polygons", log).get(0);
        assertThat(((Geometry) house.getDefaultGeometry()).getArea()).isEqualTo(100);
        assertThat(house.getAttribute("layer")).isEqualTo("房屋");
        assertThat(log.reasons())
                .anyMatch(reason -> reason.example().text().contains("HATCH")
                        && reason.example().text().contains("2"));
        assertThat(read(file, "texts", new ImportLog()))
                .extracting(text -> text.getAttribute("text"))
                .containsExactly("环翠区", "水库\n一号");
        Geometry point = (Geometry) read(file, "points", new ImportLog()).get(0).getDefaultGeometry();
        assertThat(point.getCoordinate().getZ()).isEqualTo(12.5);
    }

    @Test
    void arcsAndBulgesBecomeLinesNearThem() throws IOException {
        Path file = drawing(
                "ANSI_936",
                "",
                "0 CIRCLE 8 a 10 100 20 100 40 10 "
                        + "0 LWPOLYLINE 8 a 70 1 10 0 20 0 42 1 10 20 20 0 42 1 "
                        + "0 ARC 8 a 10 0 20 0 40 10 50 270 51 90");
        List<SimpleFeature> areas = read(file, "polygons", new ImportLog());
        double circle = Math.PI * 100;
        assertThat(areas).hasSize(2);
        for (SimpleFeature area : areas) {
            assertThat(((Geometry) area.getDefaultGeometry()).getArea()).isCloseTo(circle, within(0.002 * circle));
        }
        Geometry arc = (Geometry) read(file, "lines", new ImportLog()).get(0).getDefaultGeometry();
        assertThat(arc.getLength()).isCloseTo(Math.PI * 10, within(0.02));
        assertThat(arc.getEnvelopeInternal().getMinX()).isCloseTo(0, within(1e-9));
        assertThat(arc.getEnvelopeInternal().getMaxX()).isCloseTo(10, within(0.02));
    }

    @Test
    void aBlockComesWhereItIsInsertedTurnedAndScaled() throws IOException {
        Path file = drawing(
                "ANSI_936",
                "0 BLOCK 8 0 2 树 10 1 20 0 0 LINE 8 0 10 1 20 0 11 2 21 0 0 LINE 8 细部 10 1 20 0 11 1 21 1 0 ENDBLK",
                "0 INSERT 8 绿化 2 树 10 100 20 200 41 2 42 2 50 90");
        List<SimpleFeature> lines = read(file, "lines", new ImportLog());
        assertThat(lines).extracting(line -> line.getAttribute("layer")).containsExactly("绿化", "细部");
        assertThat(lines).extracting(line -> line.getAttribute("block")).containsOnly("树");
        Geometry first = (Geometry) lines.get(0).getDefaultGeometry();
        assertThat(first.getCoordinates()[1].x).isCloseTo(100, within(1e-9));
        assertThat(first.getCoordinates()[1].y).isCloseTo(202, within(1e-9));
        assertThat(read(file, "points", new ImportLog()))
                .extracting(point -> point.getAttribute("block"))
                .containsExactly("树");
    }

    @Test
    void blocksThatMultiplyWithoutBoundAreRefused() throws IOException {
        StringBuilder blocks = new StringBuilder("0 BLOCK 2 b0 10 0 20 0 0 POINT 10 0 20 0 0 ENDBLK ");
        for (int i = 1; i < 10; i++) {
            blocks.append("0 BLOCK 2 b" + i + " 10 0 20 0 ");
            blocks.append(("0 INSERT 2 b" + (i - 1) + " 10 0 20 0 70 20 71 20 44 1 45 1 ").repeat(2));
            blocks.append("0 ENDBLK ");
        }
        Path file = drawing("ANSI_936", blocks.toString().strip(), "0 INSERT 2 b9 10 0 20 0");
        assertThatThrownBy(() -> read(file, "points", new ImportLog())).isInstanceOf(RiskMapException.class);
    }

    @Test
    void aBinaryDrawingIsRefusedWithAdvice() throws IOException {
        Path file = Files.writeString(folder.resolve("b.dxf"), "AutoCAD Binary DXF\r\n\u001a");
        assertThatThrownBy(() -> read(file, "lines", new ImportLog()))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("io.dxf-binary");
    }
}
