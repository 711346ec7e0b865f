package riskmap.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.filter.text.ecql.ECQL;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.MultiPolygon;
import riskmap.base.RiskMapException;

class CatalogueTest {
    private static final Catalogue CATALOGUE = Catalogue.standard();

    /** What the product promises, key by key; fields named there are mandatory. */
    private static final List<String> PROMISED = List.of(
            "flood_zone: return_period_years depth_m source",
            "waterlogging_point:",
            "geohazard_site: type volume stability threatened_people threatened_assets_cny10k",
            "forest_stand: fuel_type canopy",
            "fire_history:",
            "hazardous_site: substance cas quantity_t storage pressure major_hazard dust ammonia_refrigeration"
                    + " confined_space",
            "coastal_segment:",
            "fault_line:",
            "weather_station:",
            "gauge:",
            "town: population gdp",
            "village:",
            "building: floors structure use people danger_grade",
            "population_grid:",
            "school:",
            "crowded_place: capacity",
            "road:",
            "bridge_tunnel:",
            "lifeline:",
            "farmland:",
            "port:",
            "shelter: kind area_m2 capacity_people",
            "reservoir: capacity_10k_m3 dam_height_m flood_limit_level_m design_level_m check_level_m crest_level_m"
                    + " spillway_width_m catchment_km2 downstream appraisal_on safety_class",
            "dyke:",
            "rescue_team: skill people",
            "supply_store:",
            "supply_stock:",
            "fire_water_store:",
            "fire_lane:",
            "treatment_project:",
            "hospital: skills beds",
            "fever_clinic:",
            "isolation_site: rooms",
            "station_point:",
            "large_venue:",
            "health_report:",
            "event_report:",
            "animal_farm:",
            "hazard_zone: level run_id",
            "risk_zone: level run_id",
            "impact: run_id");

    @Test
    void aKindIsFoundUnderTheNameOfItsFileAndIsTheSameEachTime() {
        List<String> listed = CATALOGUE.families().stream()
                .flatMap(family -> family.kinds().stream())
                .toList();
        assertThat(CATALOGUE.kinds().stream().map(LayerKind::key)).containsExactlyElementsOf(listed);
        for (String key : listed) {
            assertThat(CATALOGUE.kind(key)).isSameAs(CATALOGUE.find(key).orElseThrow());
            assertThat(Catalogue.called(key)).isEqualTo(CATALOGUE.kind(key).title());
        }
        assertThat(Catalogue.called("no_kind")).isEqualTo("no_kind");
    }

    @TestFactory
    Stream<DynamicTest> everyPromisedKindIsThereWithItsFields() {
        return PROMISED.stream()
                .map(line -> DynamicTest.dynamicTest(line, () -> {
                    String[] parts = line.split(":");
                    LayerKind kind = CATALOGUE.kind(parts[0]);
                    if (parts.length > 1) {
                        for (String field : parts[1].strip().split(" ")) {
                            assertThat(kind.field(field)).as(field).isPresent();
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyKindIsComplete() {
        return CATALOGUE.kinds().stream()
                .map(kind -> DynamicTest.dynamicTest(kind.key(), () -> {
                    assertThat(kind.key()).matches("[a-z]+(_[a-z0-9]+)*");
                    assertThat(kind.style()).isNotBlank();
                    assertThat(CATALOGUE.families()).extracting(Family::key).contains(kind.family());
                    assertThat(kind.geometries()).isNotEmpty();
                    checkTitle(kind.title());
                    assertThat(kind.fields()).extracting(Field::key).doesNotHaveDuplicates();
                    if (!kind.family().equals("result")) {
                        assertThat(kind.fields())
                                .extracting(Field::key)
                                .endsWith("uuid", "source", "surveyor", "surveyed_on", "remark");
                        assertThat(kind.fields())
                                .anyMatch(field ->
                                        field.required() && !field.key().equals("uuid")
                                                || kind.family().equals("base"));
                    }
                    kind.fields().forEach(CatalogueTest::checkField);
                    checkAliases(kind);
                }));
    }

    private static void checkTitle(Title title) {
        assertThat(title.chinese()).isNotBlank();
        assertThat(title.english()).isNotBlank();
    }

    private static void checkField(Field field) {
        checkTitle(field.title());
        assertThat(field.key()).matches("[a-z][a-z0-9_]*");
        assertThat(field.type() == FieldType.TEXT)
                .as(field.key() + " has a length if it is a text")
                .isEqualTo(field.length() > 0);
        if (field.minimum() != null && field.maximum() != null) {
            assertThat(field.minimum()).isLessThan(field.maximum());
        }
        if (field.domain() != null) {
            assertThat(field.domain().codes()).hasSizeGreaterThan(field.domain().open() ? 0 : 1);
            assertThat(field.domain().codes()).extracting(Domain.Code::code).doesNotHaveDuplicates();
            assertThat(field.domain().codes())
                    .extracting(code -> code.title().chinese())
                    .doesNotHaveDuplicates();
            for (Domain.Code code : field.domain().codes()) {
                checkTitle(code.title());
                assertThat(field.problem(field.value(code.code()))).isEmpty();
                assertThat(field.value(code.title().chinese())).isEqualTo(field.value(code.code()));
            }
        }
        if (field.defaultValue() != null) {
            assertThat(field.problem(field.defaultValue())).isEmpty();
        }
    }

    private static void checkAliases(LayerKind kind) {
        Set<String> names = new HashSet<>();
        for (Field field : kind.fields()) {
            for (String alias : field.aliases()) {
                assertThat(names.add(alias.toLowerCase(java.util.Locale.ROOT)))
                        .as(alias + " means one field of " + kind.key())
                        .isTrue();
            }
        }
    }

    @Test
    void aLayerIsCalledInResultsAsItsKindIs() {
        Domain layers = CATALOGUE.kind("impact").field("layer").orElseThrow().domain();
        for (Domain.Code code : layers.codes()) {
            assertThat(code.title()).isEqualTo(CATALOGUE.kind(code.code()).title());
        }
    }

    @Test
    void everyRuleIsAConditionOnFieldsOfItsKind() throws Exception {
        for (LayerKind kind : CATALOGUE.kinds()) {
            for (QualityRule rule : kind.rules()) {
                var names = new org.geotools.filter.FilterAttributeExtractor();
                if (rule.holds().isPresent()) {
                    ECQL.toFilter(rule.holds().get()).accept(names, null);
                }
                assertThat(kind.fields())
                        .as(kind.key() + " " + rule.key())
                        .extracting(Field::key)
                        .containsAll(java.util.Arrays.stream(names.getAttributeNames())
                                .filter(name -> !name.equals(LayerKind.GEOMETRY))
                                .toList());
                checkTitle(rule.title());
                checkTitle(rule.help());
            }
            assertThat(kind.rules()).extracting(QualityRule::key).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyRuleThatLooksIntoAnotherKindReadsFieldsThatAreThere() throws Exception {
        for (LayerKind kind : CATALOGUE.kinds()) {
            for (QualityRule rule : kind.rules()) {
                String place = kind.key() + "." + rule.key();
                LayerKind other = rule.setting("layer").map(CATALOGUE::kind).orElse(kind);
                boolean beside = Set.of("relation", "each_of", "covers").contains(rule.type());
                hasFields(place, beside ? other : kind, rule.setting("where").orElse("INCLUDE"));
                hasFields(place, kind, rule.setting("only").orElse("INCLUDE"));
                hasFields(place, CATALOGUE.kind("town"), rule.setting("towns").orElse("INCLUDE"));
                rule.setting("column")
                        .ifPresent(column ->
                                assertThat(other.field(column)).as(place).isPresent());
                rule.setting("field")
                        .ifPresent(
                                field -> assertThat(kind.field(field)).as(place).isPresent());
            }
        }
    }

    private static void hasFields(String place, LayerKind kind, String condition) throws Exception {
        var names = new org.geotools.filter.FilterAttributeExtractor();
        ECQL.toFilter(condition).accept(names, null);
        for (String name : names.getAttributeNames()) {
            assertThat(kind.field(name)).as(place + ": " + name).isPresent();
        }
    }

    @Test
    void everyConditionReadsOtherFieldsOfItsKindThatAreAlwaysThere() {
        int conditions = 0;
        for (LayerKind kind : CATALOGUE.kinds()) {
            for (Field field : kind.fields()) {
                checkTitle(field.group());
                if (field.when() != null) {
                    conditions++;
                    assertThat(kind.fields())
                            .as(kind.key() + " " + field.key())
                            .extracting(Field::key)
                            .containsAll(field.when().fields());
                    assertThat(field.when().fields()).doesNotContain(field.key());
                    // a field that hangs on a field that hangs on a third could never be filled from a blank form
                    field.when().fields().forEach(read -> assertThat(
                                    kind.field(read).orElseThrow().when())
                            .as(kind.key() + " " + read)
                            .isNull());
                    checkCodes(kind, field.when());
                }
            }
        }
        assertThat(conditions).isGreaterThan(20);
    }

    /** A code that is not of the domain would make a condition that never holds. */
    private static void checkCodes(LayerKind kind, FieldCondition condition) {
        java.util.regex.Matcher codes =
                java.util.regex.Pattern.compile("'([^']+)'").matcher(condition.text());
        while (codes.find()) {
            assertThat(condition.fields())
                    .as(condition.text())
                    .anyMatch(field -> kind.field(field).orElseThrow().domain() != null
                            && kind.field(field).orElseThrow().domain().contains(codes.group(1)));
        }
    }

    @Test
    void groupsStandTogetherAndALongFormHasSeveral() {
        for (LayerKind kind : CATALOGUE.kinds()) {
            List<String> headings = new java.util.ArrayList<>();
            for (Field field : kind.fields()) {
                String group = field.group().chinese();
                if (headings.isEmpty() || !headings.get(headings.size() - 1).equals(group)) {
                    headings.add(group);
                }
            }
            assertThat(headings).as(kind.key()).doesNotHaveDuplicates();
            if (kind.fields().size() > 20) {
                assertThat(headings).as(kind.key()).hasSizeGreaterThan(3);
            }
        }
    }

    @Test
    void aFieldThatHangsOnAnotherIsMissingOnlyWhereThatDemandsIt() {
        Field level =
                CATALOGUE.kind("hazardous_site").field("major_hazard_level").orElseThrow();
        assertThat(level.problem(null)).isEmpty();
        assertThat(level.problemIn(java.util.Map.<String, Object>of("major_hazard", false)::get))
                .isEmpty();
        assertThat(level.problemIn(java.util.Map.<String, Object>of("major_hazard", true)::get))
                .isPresent();
        assertThat(level.problemIn(
                        java.util.Map.<String, Object>of("major_hazard", true, "major_hazard_level", 2L)::get))
                .isEmpty();
        assertThat(level.appliesTo(java.util.Map.<String, Object>of()::get)).isFalse();
    }

    @Test
    void everyFileStandsInTheIndex() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("maps/catalogue"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", ""))
                            .filter(name -> !name.equals("index")))
                    .containsExactlyInAnyOrderElementsOf(
                            CATALOGUE.kinds().stream().map(LayerKind::key).toList());
        }
    }

    @Test
    void aSchemaHasTheGeometryAndTheFields() {
        SimpleFeatureType type = CATALOGUE.kind("reservoir").featureType("水库", DefaultGeographicCRS.WGS84);
        assertThat(type.getTypeName()).isEqualTo("水库");
        assertThat(type.getGeometryDescriptor().getType().getBinding()).isEqualTo(MultiPolygon.class);
        assertThat(type.getDescriptor("appraisal_on").getType().getBinding()).isEqualTo(java.time.LocalDate.class);
        assertThat(CATALOGUE.kind("supply_stock").featureType("x", null).getGeometryDescriptor())
                .isNull();
    }

    @Test
    void aUsersFileGoesBeforeTheShippedOneAndMayAddAKind(@TempDir Path folder) throws Exception {
        String kind = Files.readString(Path.of("maps/catalogue/port.json"));
        Files.writeString(folder.resolve("port.json"), kind.replace("\"港口渔港\"", "\"码头\""));
        Files.writeString(folder.resolve("pier.json"), kind.replace("\"port\"", "\"pier\""));
        Catalogue own = Catalogue.with(folder);
        assertThat(own.kind("port").title().chinese()).isEqualTo("码头");
        assertThat(own.kind("pier").family()).isEqualTo("exposure");
        assertThat(own.kinds()).hasSize(CATALOGUE.kinds().size() + 1);
    }

    @Test
    void aBrokenFileOrAnUnknownKindIsSaidInOneLine(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("port.json"), "{\"key\": ");
        assertThatThrownBy(() -> Catalogue.with(folder)).isInstanceOfSatisfying(RiskMapException.class, e -> assertThat(
                        e.userMessage().text())
                .contains("port.json"));
        assertThatThrownBy(() -> CATALOGUE.kind("no_such_kind")).isInstanceOf(RiskMapException.class);
    }
}
