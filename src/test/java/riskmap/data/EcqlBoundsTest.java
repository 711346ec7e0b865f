package riskmap.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import riskmap.base.RiskMapException;

class EcqlBoundsTest {
    private static final String LONG = "a".repeat(200);

    private static SimpleFeature named(String name) {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName("places");
        builder.add("name", String.class);
        SimpleFeatureType type = builder.buildFeatureType();
        return SimpleFeatureBuilder.build(type, new Object[] {name}, "1");
    }

    @Test
    void threeThousandBracketsAreRefusedByASentence() {
        String deep = "(".repeat(3000) + "name = 'a'" + ")".repeat(3000);
        assertThatThrownBy(() -> Ecql.filter(deep))
                .isInstanceOfSatisfying(
                        RiskMapException.class,
                        failure -> assertThat(failure.userMessage().key()).isEqualTo("data.ecql-deep"));
        assertThatThrownBy(() -> Ecql.expression(deep.replace("name = 'a'", "1")))
                .isInstanceOf(RiskMapException.class);
    }

    @Test
    void bracketsWithinATextAreNotCounted() throws Exception {
        assertThat(Ecql.filter("name = '" + "(".repeat(3000) + "'").evaluate(named("(".repeat(3000))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "%a%,bab,true",
        "a_c,abc,true",
        "a_c,ac,false",
        "%,'',true",
        "a%b%c,a--b--b--c,true",
        "a%b%c,acb,false",
        "a\\%,a%,true",
        "a\\%,ab,false",
        "_村,李村,true",
        "%aa%,aba,false",
        "ab,abc,false"
    })
    void wildcardsStandForWhatTheyDoInSql(String pattern, String text, boolean matches) throws Exception {
        assertThat(Ecql.filter("name LIKE '" + pattern + "'").evaluate(named(text)))
                .isEqualTo(matches);
    }

    @Test
    void capitalsAreToldApartUnlessNotAskedFor() throws Exception {
        assertThat(Ecql.filter("name LIKE 'A%'").evaluate(named("abc"))).isFalse();
        assertThat(Ecql.filter("name ILIKE 'A%'").evaluate(named("abc"))).isTrue();
        assertThat(Ecql.filter("NOT name LIKE 'x%' AND strToUpperCase(name) LIKE 'AB%'")
                        .evaluate(named("abc")))
                .isTrue();
    }

    @Test
    void manyWildcardsTakeNoTime() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(
                        Ecql.filter("name LIKE '" + "%a".repeat(30) + "%b'").evaluate(named(LONG)))
                .isFalse());
    }

    @Test
    void aPatternThatWouldNeverEndIsRefusedByASentence() {
        for (String text : new String[] {
            "strMatches(name, '(a|aa)+\\1b') = true", "strReplace(name, '(a|aa)+\\1b', '', true) = 'a'"
        }) {
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThatThrownBy(
                            () -> Ecql.filter(text).evaluate(named(LONG)))
                    .isInstanceOfSatisfying(
                            BoundedPattern.TooSlow.class,
                            failure -> assertThat(failure.userMessage().key()).isEqualTo("data.pattern-slow")));
        }
    }

    @Test
    void patternsThatEndDoWhatTheyDid() throws Exception {
        assertThat(Ecql.filter("strMatches(name, 'a.c') = true").evaluate(named("abc")))
                .isTrue();
        assertThat(Ecql.filter("strMatches(name, 'a.') = true").evaluate(named("abc")))
                .isFalse();
        assertThat(Ecql.expression("strReplace(name, '([bc])', '<$1>', true)").evaluate(named("abc")))
                .isEqualTo("a<b><c>");
        assertThat(Ecql.expression("strReplace(name, '[bc]', '', false)").evaluate(named("abc")))
                .isEqualTo("ac");
    }
}
