package riskmap.geo.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import riskmap.base.RiskMapException;

class CrsTest {
    private static final String ESRI_4550 = "PROJCS[\"CGCS2000_3_Degree_GK_CM_123E\","
            + "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\","
            + "SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
            + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Gauss_Kruger\"],"
            + "PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"False_Northing\",0.0],"
            + "PARAMETER[\"Central_Meridian\",123.0],PARAMETER[\"Scale_Factor\",1.0],"
            + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";

    private static List<String[]> projected() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/riskmap/geo/crs-proj.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }

    @Test
    void everyKnownCodeGivesTheCoordinatesOfProjThereAndBack() throws IOException {
        for (String[] row : projected()) {
            CoordinateReferenceSystem crs = Crs.of("EPSG:" + row[1]);
            CoordinateReferenceSystem base = CrsObjects.of(Crs.definition(crs).base());
            double longitude = Double.parseDouble(row[2]);
            double latitude = Double.parseDouble(row[3]);
            double[] point = {longitude, latitude};
            Crs.transform(base, crs).apply(point, 1);
            double tolerance = Crs.isGeographic(crs) ? 1e-9 : 1e-5;
            assertThat(point[0]).as(row[1]).isCloseTo(Double.parseDouble(row[4]), within(tolerance));
            assertThat(point[1]).as(row[1]).isCloseTo(Double.parseDouble(row[5]), within(tolerance));
            Crs.transform(crs, base).apply(point, 1);
            assertThat(point[0]).isCloseTo(longitude, within(1e-11));
            assertThat(point[1]).isCloseTo(latitude, within(1e-11));
        }
    }

    @Test
    void everyKnownCodeIsFoundAgainInItsOwnText() {
        for (int code : CrsTable.codes()) {
            CoordinateReferenceSystem crs = Crs.of(code);
            assertThat(Crs.code(crs)).isEqualTo("EPSG:" + code);
            assertThat(Crs.fromWkt(Crs.toWkt(crs))).isSameAs(crs);
            assertThat(Crs.code(Crs.fromWkt(Crs.toEsriWkt(crs)))).isEqualTo("EPSG:" + code);
        }
    }

    @Test
    void esriTextWithoutAuthorityIsIdentified() {
        assertThat(Crs.code(Crs.fromWkt(ESRI_4550))).isEqualTo("EPSG:4550");
        assertThat(Crs.toEsriWkt(Crs.of(4550))).isEqualTo(ESRI_4550);
        String six = ESRI_4550.replace("_3_Degree", "");
        assertThat(Crs.code(Crs.fromWkt(six))).isEqualTo("EPSG:4510");
    }

    @Test
    void aLocalMeridianHasNoCodeButTransforms() {
        CoordinateReferenceSystem local = Crs.fromWkt(ESRI_4550.replace("123.0", "122.1"));
        assertThat(Crs.code(local)).isNull();
        double[] point = {122.1, 37.5};
        Crs.transform(Crs.of(4490), local).apply(point, 1);
        assertThat(point[0]).isCloseTo(500_000, within(1e-6));
    }

    @Test
    void geoToolsAgreesOnWhatTheObjectsMean() throws Exception {
        assertThat(Crs.code(DefaultGeographicCRS.WGS84)).isEqualTo("EPSG:4326");
        for (int code : List.of(4550, 4528, 32651, 3857)) {
            CoordinateReferenceSystem crs = Crs.of(code);
            double[] ours = {121.9, 37.3};
            double[] theirs = ours.clone();
            CoordinateReferenceSystem base = CrsObjects.of(Crs.definition(crs).base());
            Crs.transform(base, crs).apply(ours, 1);
            ((ProjectedCRS) crs).getConversionFromBase().getMathTransform().transform(theirs, 0, theirs, 0, 1);
            assertThat(ours[0]).isCloseTo(theirs[0], within(1e-3));
            assertThat(ours[1]).isCloseTo(theirs[1], within(1e-3));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3785, 900913, 102100})
    void webMercatorByItsFormerNamesIsTheSamePlace(int code) throws ParseException {
        // Mercator on a sphere of 6378137 m with the latitude as it is: 6378137 · ln tan 45.5°
        Geometry place = new WKTReader().read("POINT(1 1)");
        Geometry moved = Crs.transform(Crs.of(4326), Crs.of(code)).apply(place);
        assertThat(moved.getCoordinate().x).isCloseTo(111319.4908, within(1e-3));
        assertThat(moved.getCoordinate().y).isCloseTo(111325.1429, within(1e-3));
    }

    @Test
    void aGeometryMovesWithItsHeights() throws ParseException {
        Geometry line = new WKTReader().read("LINESTRING Z (122 37 5, 122.5 37.5 6)");
        Geometry moved = Crs.transform(Crs.of(4326), Crs.of(4550)).apply(line);
        assertThat(moved.getCoordinates()[1].z).isEqualTo(6);
        assertThat(moved.getCoordinates()[1].x).isCloseTo(455_787.13119, within(1e-4));
        assertThat(line.getCoordinate().x).as("the original stays").isEqualTo(122);
    }

    @Test
    void theEpsgDatasetPutsNorthFirstOfDegreesAndGaussKrugerOnly() {
        // the orders are PROJ's, which says the same of all codes that are known
        assertThat(List.of(4326, 4490, 4610, 4214, 4550, 4526, 4498, 2335, 2364, 2432, 21421))
                .allMatch(code -> Crs.isNorthFirst(Crs.of(code)));
        assertThat(List.of(3857, 32651, 32751)).noneMatch(code -> Crs.isNorthFirst(Crs.of(code)));
    }

    @Test
    void anotherDatumIsRefusedUntilItsParametersAreGiven() {
        CoordinateReferenceSystem beijing = Crs.of(4214);
        assertThatThrownBy(() -> Crs.transform(beijing, Crs.of(4490)))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("geo.datum-shift-unknown");
        // EPSG operation 1233, Beijing 1954 to WGS 84 (1); the numbers are PROJ's
        CoordinateReferenceSystem known = Crs.withToWgs84(beijing, 12.646, -155.176, -80.863, 0, 0, 0, 0);
        double[] point = {121.9, 37.3};
        Crs.transform(known, Crs.of(4326)).apply(point, 1);
        assertThat(point[0]).isCloseTo(121.900803801008, within(1e-8));
        assertThat(point[1]).isCloseTo(37.3001996963714, within(1e-8));
        Crs.transform(Crs.of(4326), known).apply(point, 1);
        assertThat(point[0]).isCloseTo(121.9, within(1e-8));
        assertThat(point[1]).isCloseTo(37.3, within(1e-8));
    }

    /** ETRS89 LAEA with the shift of its datum in the text, as programs write it; the numbers are PROJ's. */
    @Test
    void theShiftOfTheDatumInTheTextOfAForeignCrsIsRead() {
        CoordinateReferenceSystem europe = Crs.fromWkt("PROJCS[\"ETRS89 LAEA\",GEOGCS[\"ETRS89\","
                + "DATUM[\"European Terrestrial Reference System 1989\",SPHEROID[\"GRS 1980\",6378137,298.257222101],"
                + "TOWGS84[0,0,0,0,0,0,0]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]],"
                + "PROJECTION[\"Lambert_Azimuthal_Equal_Area\"],PARAMETER[\"latitude_of_center\",52],"
                + "PARAMETER[\"longitude_of_center\",10],PARAMETER[\"false_easting\",4321000],"
                + "PARAMETER[\"false_northing\",3210000],UNIT[\"metre\",1]]");
        double[] point = {4078250, 2434950};
        Crs.transform(europe, Crs.of(4326)).apply(point, 1);
        assertThat(point[0]).isCloseTo(6.92662117335131, within(1e-6));
        assertThat(point[1]).isCloseTo(44.9812661221527, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSG:99999999", "4550.5", "gibberish", "EPSG:", ""})
    void anUnknownCodeIsSaid(String code) {
        assertThatThrownBy(() -> Crs.of(code)).isInstanceOf(RiskMapException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"4550", " epsg:4550 ", "urn:ogc:def:crs:EPSG::4550", "http://www.opengis.net/def/crs/EPSG/0/4550"
            })
    void codesAreReadAsPeopleWriteThem(String code) {
        assertThat(Crs.of(code)).isSameAs(Crs.of(4550));
    }
}
