package riskmap.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.io.shapefile.ShapefileFormat;

/** Damaged, odd and hostile files: read in part with what is missing counted, or refused with a message. */
class BadFilesTest {
    private static final Path DATA = Path.of("../shared/data");

    @ParameterizedTest
    @ValueSource(strings = {"shp", "csv", "geojson", "asc", "tif"})
    void everyBadFileIsReadOrRefusedWithAMessageInTime(String folder) throws IOException {
        Path bad = DATA.resolve("bad").resolve(folder);
        assumeTrue(Files.isDirectory(bad), "no ../shared/data");
        List<Path> files;
        try (Stream<Path> list = Files.list(bad)) {
            files = list.sorted().toList();
        }
        for (Path file : files) {
            Assertions.assertThatCode(() -> org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                            Duration.ofSeconds(20), () -> open(file), file.toString()))
                    .as(file.toString())
                    .satisfiesAnyOf(thrown -> assertThat(thrown).isNull(), thrown -> assertThat(thrown)
                            .isInstanceOf(RiskMapException.class));
        }
    }

    private static long open(Path file) throws IOException {
        ImportLog log = new ImportLog();
        Format format = Formats.reading(file);
        if (format instanceof GridFormat grids) {
            return grids.read(file, ReadOptions.standard(), log, Progress.silent())
                    .cells()
                    .length;
        }
        return StandardLayers.drain(((VectorFormat) format).read(file, "", ReadOptions.standard(), log))
                .size();
    }

    @ParameterizedTest
    @CsvSource({
        "chinese/chinese_poly.shp, NAME, 黑龙江省",
        "chinese/威海/威海市.shp, name, 环翠区",
        "chinese/chinese.dbf, 中国, 中国",
        "chinese/rus-windows-1251.shp, TEXT, Кириллица",
        "bad/shp/gbk_nocpg.shp, 名称, 上海市",
        "bad/shp/gbk_cpg_lies_utf8.shp, 名称, 上海市",
        "bad/csv/gbk.csv, 名称, 上海",
        "bad/csv/utf16le.csv, 名称, 上海"
    })
    void textIsReadableWhateverItsEncoding(String name, String column, String value) throws IOException {
        Path file = DATA.resolve(name);
        assumeTrue(Files.exists(file), "no ../shared/data");
        VectorFormat format = (VectorFormat) Formats.reading(file);
        var features = StandardLayers.drain(format.read(file, "", ReadOptions.standard(), new ImportLog()));
        assertThat(features).anyMatch(feature -> value.equals(feature.getAttribute(column)));
    }

    @Test
    void ringsOfAPolygonAreSortedWhateverTheirOrder() throws IOException {
        Path file = DATA.resolve("bad/shp/poly_hole_first.shp");
        assumeTrue(Files.exists(file), "no ../shared/data");
        var features =
                StandardLayers.drain(new ShapefileFormat().read(file, "", ReadOptions.standard(), new ImportLog()));
        Geometry polygon = (Geometry) features.get(0).getDefaultGeometry();
        assertThat(polygon.getArea()).isEqualTo(81 - 1);
    }
}
