package riskmap.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import riskmap.app.Answer;
import riskmap.app.importing.ImportRequest;
import riskmap.app.importing.Imports;
import riskmap.app.project.Workspace;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.io.Encodings;
import riskmap.io.FeatureStream;
import riskmap.io.Format;
import riskmap.io.Formats;
import riskmap.io.ImportLog;
import riskmap.io.ReadOptions;
import riskmap.io.StandardLayers;
import riskmap.io.VectorFormat;

/** Layers and selections of a project as files of other formats. */
class ExportsTest {
    /** Names that are the same in their first ten bytes. */
    private static final List<String> NAMES =
            List.of("避难场所建筑面积一", "避难场所建筑面积二", "population_density_2024", "population_density_2025", "简");

    @TempDir
    Path folder;

    private Path project;

    @BeforeEach
    void aProjectWithALayer() {
        project = folder.resolve("项目.gpkg");
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName("场所");
        builder.add("geom", Point.class, Crs.of(4550));
        NAMES.forEach(name -> builder.add(name, String.class));
        builder.add("数", Long.class);
        SimpleFeatureType type = builder.buildFeatureType();
        List<SimpleFeature> rows = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            Point at = new GeometryFactory().createPoint(new Coordinate(500_000 + 100 * i, 4_140_000));
            rows.add(SimpleFeatureBuilder.build(
                    type, new Object[] {at, "甲" + i, "乙" + i, "𠮷" + i, "=1+" + i, "简" + i, (long) -i}, null));
        }
        try (Workspace workspace = Workspace.create(project, "试", "EPSG:4550")) {
            workspace.store().createLayer(type, null);
            workspace.store().append("场所", new ListFeatureCollection(type, rows), Progress.silent());
        }
    }

    private Answer export(ExportRequest request) {
        try (Workspace workspace = Workspace.open(project, true, Progress.silent())) {
            return Exports.run(request, workspace, Progress.silent());
        }
    }

    private static List<SimpleFeature> read(Path file) throws IOException {
        VectorFormat format = (VectorFormat) Formats.reading(file);
        try (FeatureStream stream = format.read(file, "", ReadOptions.standard(), new ImportLog())) {
            return StandardLayers.drain(stream);
        }
    }

    @TestFactory
    Stream<DynamicTest> aSelectionComesBackFromEveryFormat() {
        return Formats.all().stream()
                .filter(VectorFormat.class::isInstance)
                .filter(Format::writes)
                .map(format -> DynamicTest.dynamicTest(format.id(), () -> {
                    Path target = folder.resolve("出." + format.extensions().get(0));
                    export(ExportRequest.of("场所", target)
                            .rows(Set.of(2L, 3L, 5L))
                            .where("数 < -2".replace("数", "\"数\""))
                            .columns(List.of("简", "数")));
                    List<SimpleFeature> rows = read(target);
                    assertThat(rows).extracting(row -> row.getAttribute("简")).containsExactly("简3", "简5");
                    assertThat(rows)
                            .extracting(row -> ((Number) row.getAttribute("数")).longValue())
                            .containsExactly(-3L, -5L);
                    assertThat(rows.get(0).getFeatureType().getDescriptor("避难场所建筑面积一"))
                            .isNull();
                    assertThat(rows).allMatch(row -> row.getDefaultGeometry() != null);
                }));
    }

    @Test
    void aConditionNamesFieldsInAnyCapitalsAndOneThatIsNotThereIsSaid() throws IOException {
        Path target = folder.resolve("出.geojson");
        export(ExportRequest.of("场所", target).where("POPULATION_density_2024 = '𠮷3'"));
        assertThat(read(target)).extracting(row -> row.getAttribute("简")).containsExactly("简3");
        for (String wrong : List.of("nowhere = 1", "regexp_match(\"简\", '[') > 0", "left(\"简\") = 'a'")) {
            assertThatThrownBy(() -> export(
                            ExportRequest.of("场所", folder.resolve("错.geojson")).where(wrong)))
                    .as(wrong)
                    .isInstanceOf(RiskMapException.class);
        }
    }

    @TestFactory
    Stream<DynamicTest> columnsOfAShapefileAreUniqueInTenBytesAndExplained() {
        return Stream.of("GB18030", "UTF-8")
                .map(encoding -> DynamicTest.dynamicTest(encoding, () -> {
                    Charset charset = Encodings.named(encoding);
                    Path target = folder.resolve("出.shp");
                    export(ExportRequest.of("场所", target).in("EPSG:4490", encoding));
                    assertThat(Files.readString(folder.resolve("出.cpg"))).isEqualTo(encoding);
                    List<SimpleFeature> rows = read(target);
                    assertThat(Crs.code(rows.get(0).getFeatureType().getCoordinateReferenceSystem()))
                            .isEqualTo("EPSG:4490");
                    List<String> columns = rows.get(0).getFeatureType().getAttributeDescriptors().stream()
                            .skip(1)
                            .map(column -> column.getLocalName())
                            .toList();
                    Set<String> different = new HashSet<>();
                    for (String column : columns) {
                        assertThat(column.getBytes(charset).length).as(column).isLessThanOrEqualTo(10);
                        assertThat(different.add(column.toLowerCase(Locale.ROOT)))
                                .as(column)
                                .isTrue();
                    }
                    for (int i = 0; i < NAMES.size(); i++) {
                        String expected =
                                List.of("甲1", "乙1", "𠮷1", "=1+1", "简1").get(i);
                        assertThat(rows.get(0).getAttribute(columns.get(i))).isEqualTo(expected);
                    }
                    List<SimpleFeature> explained = read(folder.resolve("出.fields.csv"));
                    assertThat(explained)
                            .extracting(row -> row.getAttribute("column"))
                            .containsExactlyElementsOf(columns);
                    assertThat(explained)
                            .extracting(row -> row.getAttribute("field"))
                            .startsWith(NAMES.toArray());
                    Path again = folder.resolve("回" + encoding + ".gpkg");
                    Path copy = Files.createDirectories(folder.resolve("文件夹"));
                    try (Stream<Path> files = Files.list(folder)) {
                        for (Path file : files.filter(
                                        one -> one.getFileName().toString().startsWith("出."))
                                .toList()) {
                            Files.copy(
                                    file,
                                    copy.resolve(file.getFileName()),
                                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                        }
                    }
                    Imports.run(ImportRequest.of(again, copy.toString()), Progress.silent());
                    try (Workspace workspace = Workspace.open(again, true, Progress.silent())) {
                        assertThat(workspace.layers())
                                .as("the table of columns is no layer")
                                .containsExactly("出");
                    }
                }));
    }

    @Test
    void anEncodingThatLosesCharactersAndAFieldThatIsNotThereAreRefused() {
        ExportRequest request = ExportRequest.of("场所", folder.resolve("出.csv"));
        assertThatThrownBy(() -> export(request.in(null, "windows-1252")))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("app.export-encoding");
        assertThatThrownBy(() -> export(request.columns(List.of("没有"))))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("app.export-field");
        assertThatThrownBy(() -> export(ExportRequest.of("场所", project)))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("app.export-onto-itself");
        assertThat(folder.resolve("出.csv")).doesNotExist();
    }

    @Test
    void aCsvInGb18030IsReadBackWithItsTexts() throws IOException {
        Path target = folder.resolve("出.csv");
        export(ExportRequest.of("场所", target).in(null, "GB18030"));
        assertThat(new String(Files.readAllBytes(target), StandardCharsets.UTF_8))
                .doesNotContain("简1");
        assertThat(read(target)).extracting(row -> row.getAttribute("简")).contains("简1", "简6");
        assertThat(read(target))
                .extracting(row -> row.getAttribute(NAMES.get(3)))
                .contains("=1+1");
    }
}
