package riskmap.app.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import riskmap.app.ecql.EcqlCheck;
import riskmap.app.ecql.EcqlProblem;
import riskmap.app.ecql.EcqlWords;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.Catalogue;
import riskmap.data.LayerKind;
import riskmap.geo.crs.Crs;

/** Help while a condition is written: what is wrong and where, what can come next. */
class EcqlTest {
    private static final LayerKind BUILDING = Catalogue.standard().kind("building");

    private final SimpleFeatureType type = type();

    private static SimpleFeatureType type() {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.init(BUILDING.featureType("building", Crs.of("EPSG:4550")));
        builder.add("名称", String.class);
        return builder.buildFeatureType();
    }

    @BeforeEach
    void inChinese() {
        Language.use(Language.CHINESE);
    }

    /** Condition | where the trouble begins, from 0 | key of what is said. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "floors > 3 AND | 11 | app.ecql-unfinished",
                "floors > | 7 | app.ecql-unfinished",
                "(floors > 3 | 0 | app.ecql-bracket-open",
                "floors > 3) | 10 | app.ecql-bracket-extra",
                "name = 'x | 7 | app.ecql-quote-open",
                "floors != 3 | 7 | app.ecql-not-equal",
                "floors ＞ 3 | 7 | app.ecql-full-width",
                "名称 = 'x' | 0 | app.ecql-name-unquoted",
                "地上层数 > 3 | 0 | app.ecql-field-meant",
                "FLOORS > 'three' | 9 | app.ecql-not-number",
                "Structure = '砖混' | 12 | app.ecql-code-meant",
                "storeys > 3 | 0 | app.ecql-field-unknown",
                "name = \"abc\" | 7 | app.ecql-name-or-text",
                "floors > 3 floors < 9 | 11 | app.ecql-unexpected",
                "env('x') = 3 | 0 | app.ecql-function-unknown",
                "abs(floors, 2) > 3 | 0 | app.ecql-arguments",
                "people > 2 AND floors > 'three' | 24 | app.ecql-not-number",
                "structure = '砖混' | 12 | app.ecql-code-meant"
            })
    void whatIsWrongIsSaidAtItsPlace(String condition, int from, String key) {
        EcqlProblem problem = EcqlCheck.problem(condition, type, BUILDING).orElseThrow();
        assertThat(problem.message().key()).isEqualTo(key);
        assertThat(problem.from()).isEqualTo(from);
        assertThat(problem.message().text()).doesNotContain("{").isNotEqualTo(key);
    }

    /** Only the panel of queries has a list of completions; conditions are also written in tables, tools and files. */
    @Test
    void theFieldsThereAreAreListedAsTheLanguageListsThem() {
        EcqlProblem problem = EcqlCheck.problem("storeys > 3", type, BUILDING).orElseThrow();
        assertThat(problem.placed().text(Language.CHINESE)).contains("floors、").doesNotContain("floors, ");
        assertThat(problem.placed().text(Language.ENGLISH)).contains("floors, ");
    }

    @Test
    void valuesAreThoseOfTheFieldThatIsNamedInWhateverCapitalsOrOfNone() {
        assertThat(wantedOf("floors > 5 AND structure = ")).contains("structure");
        assertThat(wantedOf("floors > 5 AND STRUCTURE = ")).contains("structure");
        assertThat(wantedOf("floors > 5 AND structre = ")).isEmpty();
    }

    private Optional<String> wantedOf(String written) {
        return EcqlCompletion.at(written, written.length(), type).field();
    }

    /** What is written | the field or function that is most likely meant. */
    @ParameterizedTest
    @CsvSource({
        "flors > 3, floors",
        "floor > 3, floors",
        "poeple > 3, people",
        "strcture = 'brick', structure",
        "\"strutcure\" = 'brick', structure",
        "地上层 > 3, floors",
        "Area_planer(geom) > 3, area_planar"
    })
    void aMisspeltNameIsAnsweredWithTheLikest(String condition, String meant) {
        EcqlProblem problem = EcqlCheck.problem(condition, type, BUILDING).orElseThrow();
        for (Language language : Language.values()) {
            assertThat(problem.message().text(language)).containsPattern("[是t ]" + meant + "[ （；;(、,\"]");
        }
        if (!condition.startsWith("Area") && !condition.startsWith("\"")) {
            String begun = condition.split(" ")[0];
            EcqlCompletion.Spot spot = EcqlCompletion.at(begun, begun.length(), type);
            assertThat(EcqlCompletion.suggestions(spot, type, BUILDING))
                    .extracting(EcqlCompletion.Suggestion::insert)
                    .contains(EcqlWords.name(meant) + " ");
        }
    }

    @Test
    void ofAFunctionThatIsNotThereItIsSaidWhereThoseThatAreCanBeSeen() {
        for (Language language : Language.values()) {
            assertThat(EcqlCheck.problem("env('x') = 3", type, BUILDING)
                            .orElseThrow()
                            .message()
                            .text(language))
                    .contains(Message.of("ui.table-fill").text(language))
                    .contains(Message.of("ui.side-query").text(language));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "floors > 3",
                "Floors > 3 AND \"NAME\" IS NOT NULL",
                "floors >= 3 AND (people < 5 OR \"名称\" LIKE '%院')",
                "NOT (structure IN ('steel', 'brick_concrete')) AND name IS NOT NULL",
                "floors BETWEEN 2 AND 5\nOR surveyed_on > '2024-01-01'",
                "BBOX(geom, 1, 2, 3, 4) AND area_planar(geom) > 100",
                "DWITHIN(geom, POINT (1 2), 100, meters)",
                "name = 'it''s (' AND floors = -1"
            })
    void aGoodConditionIsLeftAlone(String condition) {
        assertThat(EcqlCheck.problem(condition, type, BUILDING)).isEmpty();
        assertThat(EcqlCheck.condition(condition, type)).isNotNull();
    }

    @Test
    void aFieldThatOnlyNamesItsCodesMayHoldAnythingElse() {
        LayerKind zones = Catalogue.standard().kind("risk_zone");
        SimpleFeatureType of = zones.featureType("risk_zone", Crs.of("EPSG:4550"));
        assertThat(EcqlCheck.problem("family = '风暴潮'", of, zones)).isEmpty();
        assertThat(EcqlCheck.problem("family = '森林火灾'", of, zones)
                        .orElseThrow()
                        .message()
                        .text())
                .contains("forest-fire");
    }

    @Test
    void aFieldInOtherCapitalsIsTheOneTheLayerHas() throws Exception {
        assertThat(EcqlCheck.condition("FLOORS > 3", type)).isEqualTo(ECQL.toFilter("floors > 3"));
        assertThat(EcqlCheck.problem("Floor > 3", type, BUILDING)).isPresent();
        assertThat(EcqlCheck.spelled("FLOORS > 3", type)).isEqualTo("floors > 3");
        assertThat(EcqlCheck.spelled("(floors)  > 3", type)).isEqualTo("(floors)  > 3");
        assertThat(EcqlCheck.spelled("", type)).isEmpty();
        assertThat(EcqlCheck.spelled("storeys >", type)).isEqualTo("storeys >");
    }

    @Test
    void aConditionUsedAsItIsWrittenNeedsTheFieldAsTheLayerSpellsIt() {
        EcqlProblem problem = EcqlCheck.problemAsWritten("Floors > 3", type).orElseThrow();
        assertThat(problem.message().key()).isEqualTo("app.ecql-field-meant");
        assertThat(EcqlCheck.problemAsWritten("floors > 3", type)).isEmpty();
    }

    @Test
    void aConditionThatCannotBeUsedIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> EcqlCheck.condition("storeys > 3", type))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("storeys");
    }

    /** What is written (the caret stands at the end) | what can come next | what of it is begun. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | OPERAND | ``",
                "flo | OPERAND | flo",
                "地上 | OPERAND | 地上",
                "`floors ` | OPERATOR | ``",
                "`floors > ` | VALUE | ``",
                "structure = 'br | VALUE | br",
                "`structure = 'brick' ` | JOIN | ``",
                "`structure IN ('brick', ` | VALUE | ``",
                "`floors > 3 AND ` | OPERAND | ``",
                "`floors BETWEEN 1 AND ` | VALUE | ``",
                "`abs(floors) ` | OPERATOR | ``",
                "`(floors > 3) ` | JOIN | ``",
                "`name IS NULL ` | JOIN | ``",
                "`NOT ` | OPERAND | ``"
            })
    void whatCanComeNextIsKnown(String written, EcqlCompletion.Place place, String begun) {
        String text = written == null ? "" : written;
        EcqlCompletion.Spot spot = EcqlCompletion.at(text, text.length(), type);
        assertThat(spot.place()).isEqualTo(place);
        assertThat(spot.begun()).isEqualTo(begun == null ? "" : begun);
    }

    @Test
    void fieldsAreFoundByTitleAndWrittenByName() {
        EcqlCompletion.Spot spot = EcqlCompletion.at("层数", 2, type);
        List<EcqlCompletion.Suggestion> found = EcqlCompletion.suggestions(spot, type, BUILDING);
        assertThat(found).anyMatch(suggestion -> suggestion.insert().equals("floors "));
        EcqlCompletion.Spot named = EcqlCompletion.at("名称", 2, type);
        assertThat(EcqlCompletion.suggestions(named, type, BUILDING))
                .anyMatch(suggestion -> suggestion.insert().equals("\"名称\" "));
    }

    @Test
    void theGeometryIsOfferedBehindTheOtherFields() {
        EcqlCompletion.Spot spot = EcqlCompletion.at("", 0, type);
        List<String> offered = EcqlCompletion.suggestions(spot, type, BUILDING).stream()
                .map(suggestion -> suggestion.insert().strip())
                .toList();
        assertThat(offered.indexOf("geom"))
                .isEqualTo(type.getAttributeCount() - 1)
                .isGreaterThan(offered.indexOf("floors"));
    }

    @Test
    void theValueOfTheFieldBeforeIsWanted() {
        assertThat(EcqlCompletion.at("floors > 2 AND structure IN ('a', ", 34, type)
                        .field())
                .contains("structure");
    }
}
