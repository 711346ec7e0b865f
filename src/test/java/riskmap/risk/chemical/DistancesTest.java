package riskmap.risk.chemical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import riskmap.risk.Evidence;

class DistancesTest {
    @Test
    void theEffectAtTheDistanceIsTheLimit() {
        for (Blast blast : Blast.values()) {
            double reach = blast.distanceMetres(5000, 800);
            assertThat(blast.pascal(reach, 800)).isCloseTo(5000, within(1e-3));
        }
        Fireball ball = new Fireball(20_000);
        assertThat(ball.flux(ball.distanceMetres(4))).isCloseTo(4, within(1e-6));
        PoolFire fire = new PoolFire(12, 0.055);
        assertThat(fire.flux(fire.distanceMetres(4, 0.8, 0.3, 43_700), 0.8, 0.3, 43_700))
                .isCloseTo(4, within(1e-9));
        DenseGasPlume dense = new DenseGasPlume(2, 3, 3.6, 1.2, 240, 288);
        for (double limit : new double[] {0.3, 0.02, 0.003, 1e-5}) {
            assertThat(dense.ratio(dense.distanceMetres(limit))).isCloseTo(limit, within(1e-6 * limit + 1e-12));
        }
    }

    @Test
    void anEffectThatIsNeverReachedHasNoDistance() {
        assertThat(new Fireball(10).distanceMetres(1000)).isZero();
        assertThat(Blast.GB.distanceMetres(5000, 0)).isZero();
        assertThat(new GaussianPlume(1e-9, 3, 0, Stability.D, Dispersion.CCPS).reach(1, 10_000))
                .isLessThan(1.1);
    }

    @Test
    void thePlumeIsAsWideAsItsLimitSaysAndEndsWhereItsAxisDoes() {
        GaussianPlume plume = new GaussianPlume(2, 3, 0, Stability.D, Dispersion.BRIGGS_RURAL);
        double limit = 1e-4;
        double reach = plume.reach(limit, 20_000);
        assertThat(plume.concentration(reach, 0, 0)).isCloseTo(limit, within(1e-10));
        assertThat(plume.halfWidth(reach * 1.001, limit)).isZero();
        double half = plume.halfWidth(reach / 2, limit);
        assertThat(plume.concentration(reach / 2, half, 0)).isCloseTo(limit, within(1e-12));
    }

    /** The mass that passes any cross-section is the mass set free. */
    @Test
    void nothingOfThePlumeIsLost() {
        GaussianPlume plume = new GaussianPlume(1, 4, 20, Stability.C, Dispersion.BRIGGS_URBAN);
        double sum = 0;
        double step = 2;
        for (double y = -600; y <= 600; y += step) {
            for (double z = step / 2; z <= 800; z += step) {
                sum += plume.concentration(500, y, z) * 4 * step * step;
            }
        }
        assertThat(sum).isCloseTo(1, within(1e-3));
    }

    /** HyRAM+ (Sandia) writes the heat's dose in (W/m²)^(4/3) s; LC50 of 30 minutes are those of HSE OSD/30, table 2, as transcribed. */
    @Test
    void halfOfPeopleDieAtThePublishedDoses() {
        assertThat(Probit.HEAT.deaths(Math.exp((5 + 38.48) / 2.56) / 1e4)).isCloseTo(0.5, within(1e-3));
        assertThat(Probit.LUNG.deaths(Math.exp((5 + 77.1) / 6.91))).isCloseTo(0.5, within(1e-9));
        assertThat(new Probit(-35.9, 1.85, 2).deaths(11_539, 30)).isCloseTo(0.5, within(1e-3));
        assertThat(new Probit(-31.42, 3.008, 1.43).deaths(441, 30)).isCloseTo(0.5, within(5e-3));
    }

    @Test
    void probitsGiveHalfAtFive() {
        assertThat(new Probit(5, 1, 1).deaths(1)).isCloseTo(0.5, within(1e-7));
        assertThat(Probit.LUNG.deaths(1e4)).isLessThan(1e-6);
        assertThat(Probit.HEAT.deaths(Math.pow(37_500, 4 / 3.0) * 60 / 1e4)).isGreaterThan(0.9);
    }

    @Test
    void substancesAreFoundByCasAndByEveryNameSurveysUse() {
        Substances all = Substances.standard();
        assertThat(all.find("7782-50-5", "whatever")).map(Substance::key).contains("chlorine");
        assertThat(all.find("", "液氨（无水）")).map(Substance::key).contains("ammonia");
        assertThat(all.find(null, "Anhydrous Ammonia")).map(Substance::key).contains("ammonia");
        assertThat(all.find(null, "氨水池")).isEmpty();
        assertThat(all.all()).allSatisfy(one -> assertThat(one.criticalTonnes()).isPositive());
    }

    @Test
    void aSolutionInWaterIsNotTheGasOfTheSameCasNumber() {
        Substances all = Substances.standard();
        assertThat(all.find("7647-01-0", "盐酸", "corrosive")).isEmpty();
        assertThat(all.find("7664-41-7", "氨水", "corrosive")).isEmpty();
        assertThat(all.find("7647-01-0", "氯化氢", "corrosive"))
                .map(Substance::key)
                .contains("hydrogen_chloride");
        assertThat(all.find("7664-39-3", "无水氟化氢", "corrosive"))
                .map(Substance::key)
                .contains("hydrogen_fluoride");
        assertThat(all.find("7647-01-0", "干燥尾气", "toxic_gas"))
                .map(Substance::key)
                .contains("hydrogen_chloride");
        assertThat(all.find("7647-01-0", "干燥尾气", null)).map(Substance::key).contains("hydrogen_chloride");
    }

    /** Substance factors of the toxic gases named in annex 1 of the provisions on major hazard installations. */
    @ParameterizedTest
    @CsvSource({
        "一氧化碳, 2",
        "二氧化硫, 2",
        "氨, 2",
        "环氧乙烷, 2",
        "氯化氢, 3",
        "溴甲烷, 3",
        "氯, 4",
        "硫化氢, 5",
        "氟化氢, 5",
        "二氧化氮, 10",
        "氰化氢, 10",
        "光气, 20",
        "磷化氢, 20",
        "异氰酸甲酯, 20"
    })
    void toxicGasesHaveTheirFactor(String name, double beta) {
        Substance gas = Substances.standard().find(null, name).orElseThrow();
        assertThat(gas.beta()).isEqualTo(beta);
        assertThat(gas.isToxic()).isTrue();
        assertThat(gas.guideline().get(1)).isLessThan(gas.guideline().get(2));
    }

    @Test
    void eachNumberOfASubstanceNamesItsSourceOrIsToBeChecked() {
        for (Substance substance : Substances.standard().all()) {
            assertThat(substance.values()).as(substance.key()).isNotEmpty().allSatisfy(value -> assertThat(
                            value.source())
                    .as(value.column())
                    .isNotBlank());
        }
    }

    @Test
    void aNumberSomebodyChangesLosesItsSource() {
        Map<String, String> row = new LinkedHashMap<>(Map.of("substance", "chlorine", "names", "氯", "critical_t", "5"));
        assertThat(SubstanceSources.standard().of(row)).singleElement().satisfies(value -> assertThat(value.evidence())
                .isEqualTo(Evidence.PUBLISHED));
        row.put("critical_t", "6");
        assertThat(SubstanceSources.standard().of(row)).singleElement().satisfies(value -> {
            assertThat(value.evidence()).isEqualTo(Evidence.UNVERIFIED);
            assertThat(value.source()).isEmpty();
        });
    }

    /** Ideal gas law at 101.325 kPa: from the boiling point a liquefied gas boils off, else 25 °C. */
    @Test
    void gasesHaveTheDensityOfTheirTemperature() {
        for (Substance substance : Substances.standard().all()) {
            if (!Double.isNaN(substance.gasDensity()) && !Double.isNaN(substance.molarMass())) {
                double atBoiling = density(substance, 273.15 + substance.boilingCelsius());
                double atRoom = density(substance, 298.15);
                assertThat(List.of(atBoiling, atRoom))
                        .as(substance.key())
                        .anySatisfy(each -> assertThat(substance.gasDensity()).isCloseTo(each, withinPercentage(1)));
            }
        }
    }

    private static double density(Substance substance, double kelvin) {
        return 101_325 * substance.molarMass() / 1000 / (8.314462618 * kelvin);
    }

    /** NRC/EPA final AEGL values for 60 min, ppm; GB 18218-2018, table 1, t. */
    @ParameterizedTest
    @CsvSource({
        "氨, 160, 1100, 10",
        "氯, 2.0, 20, 5",
        "硫化氢, 27, 50, 5",
        "氯化氢, 22, 100, 20",
        "氰化氢, 7.1, 15, 1",
        "氟化氢, 24, 44, 1",
        "光气, 0.30, 0.75, 0.3",
        "磷化氢, 2.0, 3.6, 1",
        "异氰酸甲酯, 0.067, 0.20, 0.75",
        "溴甲烷, 210, 740, 10"
    })
    void toxicGasesHaveTheirGuidelinesAndCriticalAmounts(String name, double second, double third, double tonnes) {
        Substance gas = Substances.standard().find(null, name).orElseThrow();
        assertThat(gas.guideline().get(1)).isEqualTo(second);
        assertThat(gas.guideline().get(2)).isEqualTo(third);
        assertThat(gas.criticalTonnes()).isEqualTo(tonnes);
        assertThat(gas.values())
                .filteredOn(value ->
                        value.column().startsWith("aegl") || value.column().equals("critical_t"))
                .extracting(SubstanceValue::evidence)
                .containsOnly(Evidence.PUBLISHED);
    }
}
