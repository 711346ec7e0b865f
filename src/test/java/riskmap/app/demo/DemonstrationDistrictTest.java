package riskmap.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.io.WKBWriter;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.data.Field;
import riskmap.data.LayerKind;
import riskmap.data.QualityRule;
import riskmap.geo.raster.Grid;
import riskmap.map.MapDocument;

/** One small district is made for all of these. */
class DemonstrationDistrictTest {
    private static final Map<String, List<SimpleFeature>> LAYERS = new LinkedHashMap<>();
    private static Grid elevation;
    private static MapDocument map;

    @BeforeAll
    static void makeOne() {
        DemonstrationDistrict demonstration = new DemonstrationDistrict(DemonstrationDistrict.Size.SMALL);
        for (SimpleFeatureCollection layer : demonstration.layers(Progress.silent())) {
            LAYERS.put(layer.getSchema().getTypeName(), features(layer));
        }
        elevation = demonstration.elevation(Progress.silent());
        map = demonstration.map();
    }

    private static List<SimpleFeature> features(SimpleFeatureCollection layer) {
        List<SimpleFeature> result = new ArrayList<>();
        try (SimpleFeatureIterator iterator = layer.features()) {
            while (iterator.hasNext()) {
                result.add(iterator.next());
            }
        }
        return result;
    }

    private static List<SimpleFeature> layer(String key) {
        return LAYERS.get(key);
    }

    private static Geometry shape(SimpleFeature feature) {
        return (Geometry) feature.getDefaultGeometry();
    }

    private static double number(SimpleFeature feature, String field) {
        return ((Number) feature.getAttribute(field)).doubleValue();
    }

    private static double sum(String layer, String field) {
        return layer(layer).stream()
                .filter(feature -> feature.getAttribute(field) != null)
                .mapToDouble(feature -> number(feature, field))
                .sum();
    }

    @Test
    void itHasEveryKindOfTheCatalogueButResults() {
        Set<String> kinds = Catalogue.standard().kinds().stream()
                .filter(kind -> !kind.family().equals("result"))
                .map(LayerKind::key)
                .collect(Collectors.toSet());
        assertThat(LAYERS.keySet()).containsExactlyInAnyOrderElementsOf(kinds);
        LAYERS.forEach((key, features) -> assertThat(features).as(key).isNotEmpty());
    }

    @Test
    void everyValueFitsItsFieldAndEveryRuleHolds() throws Exception {
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, List<SimpleFeature>> layer : LAYERS.entrySet()) {
            LayerKind kind = Catalogue.standard().kind(layer.getKey());
            for (SimpleFeature feature : layer.getValue()) {
                for (Field field : kind.fields()) {
                    field.problem(feature.getAttribute(field.key()))
                            .ifPresent(problem -> problems.add(kind.key() + ": " + problem.text()));
                }
            }
            for (QualityRule rule : kind.rules()) {
                if (rule.holds().isEmpty()) {
                    continue;
                }
                var condition = ECQL.toFilter(rule.holds().get());
                var names = new org.geotools.filter.FilterAttributeExtractor();
                condition.accept(names, null);
                layer.getValue().stream()
                        .filter(feature -> names.getAttributeNameSet().stream()
                                .noneMatch(name -> feature.getAttribute(name) == null))
                        .filter(feature -> !condition.evaluate(feature))
                        .forEach(feature -> problems.add(kind.key() + ": " + rule.title()));
            }
        }
        assertThat(problems.stream().limit(20)).isEmpty();
    }

    @Test
    void everyGeometryIsValidAndLiesInTheDistrict() {
        Geometry area = shape(layer("district").get(0)).buffer(2);
        PreparedGeometry district = PreparedGeometryFactory.prepare(area);
        LAYERS.forEach((key, features) -> {
            for (SimpleFeature feature : features) {
                Geometry shape = shape(feature);
                if (shape != null) {
                    assertThat(shape.isEmpty()).as(feature.getID()).isFalse();
                    assertThat(shape.isValid()).as(feature.getID()).isTrue();
                    // land and sea are the frame's; a cell of the population grid may stick out
                    if (!Set.of("land", "sea", "population_grid").contains(key)) {
                        assertThat(district.contains(shape)).as(feature.getID()).isTrue();
                    }
                }
            }
        });
    }

    @Test
    void everyUuidIsUniqueAndEveryFeatureSaysItIsDemonstration() {
        Set<Object> known = new HashSet<>();
        LAYERS.values().stream().flatMap(List::stream).forEach(feature -> {
            assertThat(known.add(feature.getAttribute("uuid"))).isTrue();
            assertThat(feature.getAttribute("source")).isEqualTo("演示数据");
        });
    }

    @Test
    void theTownsAreAValidCoverageOfTheDistrict() {
        Geometry[] towns =
                layer("town").stream().map(DemonstrationDistrictTest::shape).toArray(Geometry[]::new);
        assertThat(towns).hasSize(19);
        assertThat(CoverageValidator.isValid(towns)).isTrue();
        Geometry district = shape(layer("district").get(0));
        assertThat(CoverageUnion.union(towns).getArea()).isCloseTo(district.getArea(), within(1e-3));
        assertThat(district.getArea() / 1e6).isBetween(950.0, 1050.0);
    }

    private static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.data.Offset.offset(offset);
    }

    @Test
    void residentsOfDwellingsGridAndTownsAreTheSamePeople() {
        double dwellings = layer("building").stream()
                .filter(feature -> ((String) feature.getAttribute("use")).contains("housing")
                        || feature.getAttribute("use").equals("residential"))
                .mapToDouble(feature -> number(feature, "people"))
                .sum();
        assertThat(sum("town", "population")).isEqualTo(dwellings);
        assertThat(sum("population_grid", "population")).isEqualTo(dwellings);
        assertThat(sum("building", "people")).isBetween(dwellings, dwellings * 1.2);
    }

    @Test
    void buildingsStandOnGentleGroundAboveTheSeaAndNotInReservoirs() {
        List<PreparedGeometry> water = layer("reservoir").stream()
                .map(feature -> PreparedGeometryFactory.prepare(shape(feature)))
                .toList();
        for (SimpleFeature building : layer("building")) {
            Coordinate centre = shape(building).getCentroid().getCoordinate();
            assertThat(slopeDegrees(centre)).as(building.getID()).isLessThan(Buildings.STEEPEST);
            assertThat(elevation.at(centre.x, centre.y)).isPositive();
            assertThat(water.stream()
                            .anyMatch(shape ->
                                    shape.contains(shape(building).getFactory().createPoint(centre))))
                    .isFalse();
        }
    }

    /** Slope by central differences on the elevation. */
    private static double slopeDegrees(Coordinate place) {
        double cell = elevation.geometry().cellWidth();
        double dx = elevation.at(place.x + cell, place.y) - elevation.at(place.x - cell, place.y);
        double dy = elevation.at(place.x, place.y + cell) - elevation.at(place.x, place.y - cell);
        return Math.toDegrees(Math.atan(Math.hypot(dx, dy) / (2 * cell)));
    }

    @Test
    void reservoirsAreLevelLieBelowTheirShoresAndHaveARiverBelowTheDam() {
        List<Geometry> rivers =
                layer("river").stream().map(DemonstrationDistrictTest::shape).toList();
        for (SimpleFeature reservoir : layer("reservoir")) {
            Coordinate inside = shape(reservoir).getInteriorPoint().getCoordinate();
            double level = number(reservoir, "flood_limit_level_m");
            assertThat((double) elevation.at(inside.x, inside.y)).isCloseTo(level, within(0.01));
            assertThat(meanHeightAround(shape(reservoir))).isGreaterThan(level + 1);
            Geometry dam = shape(reservoir)
                    .getFactory()
                    .createPoint(new Coordinate(number(reservoir, "dam_x"), number(reservoir, "dam_y")));
            assertThat(rivers.stream().mapToDouble(dam::distance).min().orElseThrow())
                    .isLessThan(400);
        }
    }

    private static double meanHeightAround(Geometry shape) {
        return java.util.Arrays.stream(shape.buffer(150).getCoordinates())
                .mapToDouble(point -> elevation.at(point.x, point.y))
                .filter(height -> !Double.isNaN(height))
                .average()
                .orElseThrow();
    }

    @Test
    void forestStandsOnHigherAndSteeperGroundThanFields() {
        assertThat(meanHeight("forest_stand")).isGreaterThan(meanHeight("farmland") + 30);
    }

    private static double meanHeight(String layer) {
        return layer(layer).stream()
                .map(feature -> shape(feature).getInteriorPoint().getCoordinate())
                .mapToDouble(point -> elevation.at(point.x, point.y))
                .filter(height -> !Double.isNaN(height))
                .average()
                .orElseThrow();
    }

    @Test
    void hazardSitesAreSteepAndPeopleLiveNearEnoughOfThem() {
        long steep = layer("geohazard_site").stream()
                .filter(site -> number(site, "slope_deg") >= 20)
                .count();
        assertThat(steep).isGreaterThan(layer("geohazard_site").size() * 9L / 10);
        assertThat(sum("geohazard_site", "threatened_people")).isPositive();
    }

    @Test
    void whatTheWorkPlanPromisesIsThere() {
        assertThat(layer("fire_water_store")).hasSize(9);
        assertThat(sum("fire_lane", "length_m")).isCloseTo(21_000, within(1));
        assertThat(layer("treatment_project")).hasSize(1);
        assertThat(sum("isolation_site", "rooms")).isGreaterThanOrEqualTo(400);
    }

    @Test
    void theMapShowsEveryLayerWithGeometryOnce() {
        Set<String> drawn = map.layers().stream()
                .map(layer -> layer.source().replace("#", ""))
                .collect(Collectors.toSet());
        Set<String> expected = LAYERS.entrySet().stream()
                .filter(entry -> shape(entry.getValue().get(0)) != null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        expected.add(DemonstrationDistrict.ELEVATION);
        assertThat(drawn).isEqualTo(expected);
        assertThat(map.layers()).hasSize(expected.size());
    }

    /** The value was taken on JDK 17; JDK 25 gives the same. A change of the generator changes it on purpose. */
    @Test
    void theSameBytesEachTime() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        WKBWriter writer = new WKBWriter();
        LAYERS.forEach((key, features) -> {
            for (SimpleFeature feature : features) {
                for (Object value : feature.getAttributes()) {
                    digest.update(
                            value instanceof Geometry shape
                                    ? writer.write(shape)
                                    : String.valueOf(value).getBytes(java.nio.charset.StandardCharsets.UTF_8));
                }
            }
        });
        ByteBuffer heights = ByteBuffer.allocate(elevation.cells().length * 4);
        heights.asFloatBuffer().put(elevation.cells());
        digest.update(heights);
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(EXPECTED);
    }

    private static final String EXPECTED = "4a4a950a6d07d690f8dce7abe555da156c05a3097e4e2e555f70665013fa94a8";
}
