package riskmap.io.gml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

/** Files as GDAL, QGIS and map servers write them. */
class GmlFormatTest {
    private static final String GML3 = "xmlns:gml=\"http://www.opengis.net/gml/3.2\"";
    private static final String GML2 = "xmlns:gml=\"http://www.opengis.net/gml\"";

    @TempDir
    Path folder;

    private Path file(String name, String namespace, String content) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                "<?xml version=\"1.0\" encoding=\"utf-8\" ?>\n<ogr:FeatureCollection " + namespace
                        + " xmlns:ogr=\"http://ogr.maptools.org/\""
                        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xmlns:xlink=\"http://www.w3.org/1999/xlink\">" + content + "</ogr:FeatureCollection>");
    }

    /** A feature of GML 3 as GDAL writes it. */
    private static String member(int number, String geometry, String properties) {
        String property = geometry.isEmpty() ? "" : "<ogr:geometryProperty>" + geometry + "</ogr:geometryProperty>";
        return "<ogr:featureMember><ogr:a gml:id=\"a." + number + "\">" + property + properties
                + "</ogr:a></ogr:featureMember>";
    }

    private static List<SimpleFeature> read(Path file, ImportLog log) throws IOException {
        return StandardLayers.drain(new GmlFormat().read(file, "", ReadOptions.standard(), log));
    }

    private Geometry geometry(String gml) throws IOException {
        ImportLog log = new ImportLog();
        SimpleFeature feature =
                read(file("one.gml", GML3, member(0, gml, "")), log).get(0);
        assertThat(log.reasons()).as(gml).isEmpty();
        return (Geometry) feature.getDefaultGeometry();
    }

    private static String keys(ImportLog log) {
        return log.reasons().stream()
                .map(reason -> reason.example().key())
                .toList()
                .toString();
    }

    @Test
    void longNamesMeanTheOrderOfTheEpsgDatasetAndShortOnesXBeforeY() throws IOException {
        Map<String, String> orders = Map.of(
                "urn:ogc:def:crs:EPSG::4326", "37.5 122.1",
                "urn:ogc:def:crs:EPSG:9.9:4490", "37.5 122.1",
                "http://www.opengis.net/def/crs/EPSG/0/4326", "37.5 122.1",
                "urn:ogc:def:crs:OGC:1.3:CRS84", "122.1 37.5",
                "EPSG:4326", "122.1 37.5",
                "http://www.opengis.net/gml/srs/epsg.xml#4326", "122.1 37.5");
        for (Map.Entry<String, String> order : orders.entrySet()) {
            Geometry point = geometry("<gml:Point srsName=\"" + order.getKey() + "\"><gml:pos>" + order.getValue()
                    + "</gml:pos></gml:Point>");
            assertThat(point.toText()).as(order.getKey()).isEqualTo("POINT (122.1 37.5)");
        }
        Map<String, String> planes = Map.of(
                "urn:ogc:def:crs:EPSG::4550", "4141283.5 420310.25",
                "EPSG:4550", "420310.25 4141283.5",
                "urn:ogc:def:crs:EPSG::32651", "420310.25 4141283.5",
                "urn:ogc:def:crs:EPSG::3857", "420310.25 4141283.5");
        for (Map.Entry<String, String> order : planes.entrySet()) {
            Geometry line = geometry("<gml:LineString srsName=\"" + order.getKey() + "\"><gml:posList>"
                    + order.getValue() + " " + order.getValue() + "</gml:posList></gml:LineString>");
            assertThat(line.getCoordinate().x).as(order.getKey()).isEqualTo(420_310.25);
            assertThat(line.getCoordinate().y).as(order.getKey()).isEqualTo(4_141_283.5);
        }
    }

    @Test
    void theCrsOfTheLayerIsSaidWithItsOrder() throws IOException {
        String point =
                "<gml:Point srsName=\"urn:ogc:def:crs:EPSG::4550\"><gml:pos>4141283 420310</gml:pos></gml:Point>";
        ImportLog log = new ImportLog();
        SimpleFeature feature =
                read(file("a.gml", GML3, member(0, point, "")), log).get(0);
        assertThat(Crs.code(feature.getFeatureType().getCoordinateReferenceSystem()))
                .isEqualTo("EPSG:4550");
        assertThat(log.facts().crsReason().key()).isEqualTo("io.crs-by-gml-north");
        // bounds of the whole collection serve features that do not say it themselves
        String bounds = "<gml:boundedBy><gml:Envelope srsName=\"urn:ogc:def:crs:EPSG::4326\">"
                + "<gml:lowerCorner>37 122</gml:lowerCorner><gml:upperCorner>38 123</gml:upperCorner>"
                + "</gml:Envelope></gml:boundedBy>";
        String silent = "<gml:Point><gml:pos>37.5 122.1</gml:pos></gml:Point>";
        SimpleFeature bounded =
                read(file("b.gml", GML3, bounds + member(0, silent, "")), log).get(0);
        assertThat(bounded.getDefaultGeometry()).hasToString("POINT (122.1 37.5)");
    }

    @Test
    void geometriesOfGml3ComeAsTheyAre() throws IOException {
        assertThat(geometry("<gml:Point><gml:pos srsDimension=\"3\">1 2 3</gml:pos></gml:Point>")
                        .getCoordinate()
                        .getZ())
                .isEqualTo(3);
        String ring = "<gml:LinearRing><gml:posList>%s</gml:posList></gml:LinearRing>";
        String polygon = "<gml:Polygon><gml:exterior>" + ring.formatted("0 0 9 0 9 9 0 9 0 0")
                + "</gml:exterior><gml:interior>" + ring.formatted("1 1 2 1 2 2 1 1") + "</gml:interior></gml:Polygon>";
        assertThat(geometry(polygon).toText()).isEqualTo("POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 1, 2 2, 1 1))");
        assertThat(geometry("<gml:MultiSurface><gml:surfaceMember>" + polygon
                                + "</gml:surfaceMember></gml:MultiSurface>")
                        .toText())
                .isEqualTo("MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 1, 2 2, 1 1)))");
        String curve = "<gml:Curve><gml:segments><gml:LineStringSegment><gml:posList>0 0 1 1</gml:posList>"
                + "</gml:LineStringSegment><gml:LineStringSegment><gml:posList>1 1 2 0</gml:posList>"
                + "</gml:LineStringSegment></gml:segments></gml:Curve>";
        assertThat(geometry(curve).toText()).isEqualTo("LINESTRING (0 0, 1 1, 2 0)");
        assertThat(geometry("<gml:MultiCurve><gml:curveMembers>" + curve + curve
                                + "</gml:curveMembers></gml:MultiCurve>")
                        .getNumGeometries())
                .isEqualTo(2);
        assertThat(geometry("<gml:MultiPoint><gml:pointMember><gml:Point><gml:pos>1 2</gml:pos></gml:Point>"
                                + "</gml:pointMember></gml:MultiPoint>")
                        .toText())
                .isEqualTo("MULTIPOINT ((1 2))");
        String surface = "<gml:Surface><gml:patches><gml:PolygonPatch><gml:exterior>"
                + ring.formatted("0 0 9 0 9 9 0 0") + "</gml:exterior></gml:PolygonPatch></gml:patches></gml:Surface>";
        assertThat(geometry(surface).toText()).isEqualTo("POLYGON ((0 0, 9 0, 9 9, 0 0))");
    }

    @Test
    void gml2HasItsOwnWords() throws IOException {
        Path file = file(
                "old.gml",
                GML2,
                String.join(
                        "",
                        "<gml:featureMember><ogr:a fid=\"a.0\"><ogr:geometryProperty>",
                        "<gml:MultiPolygon srsName=\"EPSG:4326\">",
                        "<gml:polygonMember><gml:Polygon><gml:outerBoundaryIs><gml:LinearRing><gml:coordinates>122,37 ",
                        "122.1,37.0 122.1,37.1 122,37</gml:coordinates></gml:LinearRing></gml:outerBoundaryIs>",
                        "</gml:Polygon></gml:polygonMember></gml:MultiPolygon></ogr:geometryProperty><ogr:n>3</ogr:n>",
                        "</ogr:a></gml:featureMember><gml:featureMember><ogr:a fid=\"a.1\"><ogr:geometryProperty>",
                        "<gml:Polygon srsName=\"EPSG:4326\"><gml:outerBoundaryIs><gml:LinearRing>",
                        "<gml:coord><gml:X>122</gml:X><gml:Y>37</gml:Y></gml:coord>",
                        "<gml:coord><gml:X>123</gml:X><gml:Y>37</gml:Y></gml:coord>",
                        "<gml:coord><gml:X>123</gml:X><gml:Y>38</gml:Y></gml:coord>",
                        "<gml:coord><gml:X>122</gml:X><gml:Y>37</gml:Y></gml:coord></gml:LinearRing>",
                        "</gml:outerBoundaryIs></gml:Polygon></ogr:geometryProperty></ogr:a></gml:featureMember>"));
        assertThat(Formats.reading(file)).isInstanceOf(GmlFormat.class);
        List<SimpleFeature> features = read(file, new ImportLog());
        assertThat(features)
                .extracting(feature -> feature.getDefaultGeometry().toString())
                .containsExactly(
                        "MULTIPOLYGON (((122 37, 122.1 37, 122.1 37.1, 122 37)))",
                        "MULTIPOLYGON (((122 37, 123 37, 123 38, 122 37)))");
        assertThat(features.get(0).getAttribute("n")).isEqualTo(3L);
        assertThat(features.get(0).getAttribute("fid")).isEqualTo("a.0");
    }

    @Test
    void aMissingGeometryAndNilValuesAreNullAndRepeatedOnesAreKept() throws IOException {
        Path file = file(
                "a.gml",
                GML3,
                member(1, "", "<ogr:名称 xsi:nil=\"true\"/><ogr:n>2</ogr:n>")
                        + member(
                                2,
                                "",
                                "<ogr:名称>乙 &amp; &lt;丙&gt;</ogr:名称><ogr:n>3</ogr:n><ogr:n>4</ogr:n>"
                                        + "<ogr:place><ogr:town>羊亭</ogr:town></ogr:place>"));
        List<SimpleFeature> features = read(file, new ImportLog());
        assertThat(features).hasSize(2);
        assertThat(features.get(0).getDefaultGeometry()).isNull();
        assertThat(features.get(0).getAttribute("名称")).isNull();
        assertThat(features.get(1).getAttribute("名称")).isEqualTo("乙 & <丙>");
        assertThat(features.get(1).getAttribute("n")).isEqualTo("3;4");
        assertThat(features.get(1).getAttribute("place.town")).isEqualTo("羊亭");
    }

    @Test
    void theSchemaFileBesideItSaysTheTypes() throws IOException {
        String values = "<ogr:code>7</ogr:code><ogr:n>007</ogr:n><ogr:day>2024-03-01</ogr:day>"
                + "<ogr:at>2024-03-01T08:00:00+08:00</ogr:at><ogr:v>2</ogr:v><ogr:wrong>x</ogr:wrong>";
        Path file = file("a.gml", GML3, member(0, "", values));
        Files.writeString(folder.resolve("a.xsd"), schema());
        assertThat(Formats.all()).noneMatch(format -> format.reads(folder.resolve("a.xsd")));
        SimpleFeature feature = read(file, new ImportLog()).get(0);
        assertThat(feature.getAttribute("code")).isEqualTo("7");
        assertThat(feature.getAttribute("n")).isEqualTo(7L);
        assertThat(feature.getAttribute("day")).isEqualTo(LocalDate.of(2024, 3, 1));
        assertThat(feature.getAttribute("at")).isEqualTo(Instant.parse("2024-03-01T00:00:00Z"));
        assertThat(feature.getAttribute("v")).isEqualTo(2.0);
        assertThat(feature.getAttribute("wrong"))
                .as("no whole number, and kept")
                .isEqualTo("x");
        assertThat(feature.getFeatureType().getDescriptor("empty").getType().getBinding())
                .isEqualTo(Double.class);
        Files.writeString(folder.resolve("a.xsd"), "<schema");
        ImportLog log = new ImportLog();
        assertThat(read(file, log).get(0).getAttribute("n"))
                .as("without it a code")
                .isEqualTo("007");
        assertThat(keys(log)).contains("io.gml-schema-unreadable");
    }

    private static String schema() {
        StringBuilder text = new StringBuilder(String.join(
                "",
                "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">",
                "<xs:import namespace=\"http://www.opengis.net/gml/3.2\"",
                " schemaLocation=\"http://192.0.2.1/gml.xsd\"/>",
                "<xs:element name=\"a\" type=\"ogr:a_Type\"/><xs:complexType name=\"a_Type\"><xs:sequence>",
                "<xs:element name=\"geometryProperty\" type=\"gml:GeometryPropertyType\"/>",
                "<xs:element name=\"code\"><xs:simpleType><xs:restriction base=\"xs:string\"/></xs:simpleType>",
                "</xs:element>"));
        Map.of("n", "integer", "day", "date", "at", "dateTime", "v", "decimal", "wrong", "integer", "empty", "double")
                .forEach((name, type) -> text.append("<xs:element name=\"" + name + "\" type=\"xs:" + type + "\"/>"));
        return text + "</xs:sequence></xs:complexType></xs:schema>";
    }

    @Test
    void kindsOfFeaturesAreLayersInCollectionsOfCollectionsToo() throws IOException {
        Path file = Files.writeString(
                folder.resolve("wfs.gml"),
                "<wfs:FeatureCollection xmlns:wfs=\"http://www.opengis.net/wfs/2.0\" " + GML3 + " xmlns:x=\"urn:x\">"
                        + "<wfs:member><wfs:FeatureCollection><wfs:member><x:路 gml:id=\"r1\"><x:n>1</x:n></x:路>"
                        + "</wfs:member></wfs:FeatureCollection></wfs:member>"
                        + "<gml:featureMembers><x:桥 gml:id=\"b1\"/><x:桥 gml:id=\"b2\"/></gml:featureMembers>"
                        + "</wfs:FeatureCollection>");
        assertThat(new GmlFormat().layers(file, ReadOptions.standard())).containsExactly("路", "桥");
        assertThat(StandardLayers.drain(new GmlFormat().read(file, "桥", ReadOptions.standard(), new ImportLog())))
                .extracting(bridge -> bridge.getAttribute("gml_id"))
                .containsExactly("b1", "b2");
    }

    @Test
    void whatIsNotReadIsCountedAndTheRestGoesOn() throws IOException {
        String arc = "<gml:Curve><gml:segments><gml:Arc><gml:posList>0 0 1 1 2 0</gml:posList></gml:Arc></gml:segments>"
                + "</gml:Curve>";
        String point = "<gml:Point srsName=\"%s\"><gml:pos>1 2</gml:pos></gml:Point>";
        Path file = file(
                "a.gml",
                GML3,
                member(0, point.formatted("EPSG:4326"), "<ogr:n>1</ogr:n>")
                        + member(1, arc, "<ogr:n>2</ogr:n>")
                        + member(2, "<gml:Point><gml:pos>1 x</gml:pos></gml:Point>", "<ogr:n>3</ogr:n>")
                        + member(3, point.formatted("EPSG:4490"), "<ogr:n>4</ogr:n>")
                        + member(4, point.formatted("EPSG:4326") + point.formatted("EPSG:4326"), "<ogr:n>5</ogr:n>"));
        ImportLog log = new ImportLog();
        List<SimpleFeature> features = read(file, log);
        assertThat(features).extracting(feature -> feature.getAttribute("n")).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(features)
                .extracting(feature -> feature.getDefaultGeometry() != null)
                .containsExactly(true, false, false, false, true);
        assertThat(log.repairedCount()).isEqualTo(4);
        assertThat(keys(log)).contains("io.geometry-unreadable", "io.gml-other-crs", "io.gml-further");
    }

    @Test
    void entitiesAreRefusedAndWhatIsNoGmlIsSaid() throws IOException {
        Path bomb = Files.writeString(
                folder.resolve("bomb.gml"),
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x " + GML3 + ">&e;</x>");
        assertThatThrownBy(() -> new GmlFormat().layers(bomb, ReadOptions.standard()))
                .isInstanceOfSatisfying(
                        RiskMapException.class,
                        refusal -> assertThat(refusal.userMessage().key()).isIn("io.xml-dtd", "io.xml-malformed"));
        Path other = Files.writeString(folder.resolve("other.gml"), "<html><p>503</p></html>");
        assertThatThrownBy(() -> new GmlFormat().layers(other, ReadOptions.standard()))
                .isInstanceOfSatisfying(
                        RiskMapException.class,
                        refusal -> assertThat(refusal.userMessage().key()).isEqualTo("io.not-that-format"));
    }
}
