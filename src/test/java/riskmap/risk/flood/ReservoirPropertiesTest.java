package riskmap.risk.flood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What holds for any storm on any reservoir. */
class ReservoirPropertiesTest {
    private static Pool pool(long seed) {
        Random random = new Random(seed);
        double bottom = 20 + 50 * random.nextDouble();
        double height = 5 + 15 * random.nextDouble();
        double total = 1e5 + 5e6 * random.nextDouble();
        return new SurveyedPool(
                bottom, bottom + height, total, 1 + 3 * random.nextDouble(), bottom + 0.7 * height, 20, 0.36);
    }

    private static double[] flood(long seed, double most) {
        return new Random(seed).doubles(60, 0, most).toArray();
    }

    @Property(tries = 200)
    void noWaterIsLostOrMade(@ForAll long seed, @ForAll @DoubleRange(min = 1, max = 500) double most) {
        Pool pool = pool(seed);
        LevelPool routed = LevelPool.route(pool, flood(seed, most), 600, pool.lowest() + 4);
        assertThat(Math.abs(routed.imbalance())).isLessThan(1e-6);
        for (int i = 0; i < routed.levels().length; i++) {
            // what is stored by the balance is what the pool holds at the level
            assertThat(routed.storages()[i])
                    .isCloseTo(pool.storage(routed.levels()[i]), within(1e-6 * (1 + routed.storages()[i])));
        }
    }

    @Property(tries = 100)
    void moreInflowNeverGivesALowerPeakAndNeverALaterLevel(@ForAll long seed) {
        Pool pool = pool(seed);
        double[] inflow = flood(seed, 100);
        double[] more = Arrays.stream(inflow).map(flow -> 1.3 * flow).toArray();
        double start = pool.lowest() + 4;
        LevelPool weak = LevelPool.route(pool, inflow, 600, start);
        LevelPool strong = LevelPool.route(pool, more, 600, start);
        assertThat(strong.levels()[strong.peak()]).isGreaterThanOrEqualTo(weak.levels()[weak.peak()]);
        double level = (start + weak.levels()[weak.peak()]) / 2;
        if (!Double.isNaN(weak.hoursTo(level))) {
            assertThat(strong.hoursTo(level)).isLessThanOrEqualTo(weak.hoursTo(level));
        }
    }

    @Property(tries = 200)
    void theRainThatGivesARunoffGivesThatRunoff(
            @ForAll @DoubleRange(min = 30, max = 99.9) double number,
            @ForAll @DoubleRange(min = 0, max = 0.3) double ratio,
            @ForAll @DoubleRange(min = 0.01, max = 800) double runoff) {
        CurveNumber curve = new CurveNumber(number, ratio);
        assertThat(curve.runoff(curve.rainOf(runoff))).isCloseTo(runoff, within(1e-9 * (1 + runoff)));
    }

    @Property(tries = 100)
    void runoffNeverFallsAsRainOrCurveNumberRises(
            @ForAll @DoubleRange(min = 30, max = 99) double number,
            @ForAll @DoubleRange(min = 0, max = 500) double rain) {
        double here = new CurveNumber(number, 0.2).runoff(rain);
        assertThat(new CurveNumber(number, 0.2).runoff(rain + 1)).isGreaterThanOrEqualTo(here);
        assertThat(new CurveNumber(number + 1, 0.2).runoff(rain)).isGreaterThanOrEqualTo(here);
        assertThat(here).isLessThanOrEqualTo(rain);
    }

    @Property(tries = 100)
    void allRunoffOfAStormArrives(
            @ForAll @DoubleRange(min = 0, max = 12) double concentration,
            @ForAll @IntRange(min = 5, max = 60) int minutes,
            @ForAll Storm.Shape shape) {
        Storm storm = Storm.of(180, 7, shape, minutes);
        assertThat(storm.total()).isCloseTo(180, within(1e-9));
        double[] flows = UnitHydrograph.flows(
                new CurveNumber(80, 0.2).runoffByStep(storm.rain()), storm.seconds(), 12.5, concentration);
        double arrived = Arrays.stream(flows).sum() * storm.seconds();
        double runoff = new CurveNumber(80, 0.2).runoff(storm.total()) * 12.5 * 1000;
        assertThat(arrived).isCloseTo(runoff, within(1e-6 * runoff));
        assertThat(flows[flows.length - 1]).isZero();
    }

    /** Recomputed apart: storms in steps of a minute; the middle of the flow came half a step late. */
    @Property(tries = 100)
    void howLongTheStepIsHardlyMovesTheFlow(
            @ForAll @DoubleRange(min = 0.5, max = 12) double concentration,
            @ForAll @IntRange(min = 1, max = 4) int steps,
            @ForAll Storm.Shape shape) {
        int minutes = 60 / steps;
        double fine = middleHours(Storm.of(180, 8, shape, 1), concentration);
        double coarse = middleHours(Storm.of(180, 8, shape, minutes), concentration);
        assertThat(coarse).isCloseTo(fine, within(0.25 * minutes / 60));
    }

    /** When half of the flow's moment has passed: Σ t Q / Σ Q in hours. */
    private static double middleHours(Storm storm, double concentration) {
        double[] flows = UnitHydrograph.flows(
                new CurveNumber(80, 0.2).runoffByStep(storm.rain()), storm.seconds(), 12.5, concentration);
        double moment = 0;
        for (int i = 0; i < flows.length; i++) {
            moment += i * storm.seconds() / 3600 * flows[i];
        }
        return moment / Arrays.stream(flows).sum();
    }

    /** NEH 4: the peak comes 0.6 of the time of concentration after the middle of an hour of runoff, at 66 minutes. */
    @Test
    void exampleInJavadocOfTheUnitHydrograph() {
        double[] flows = UnitHydrograph.flows(new double[] {10}, 3600, 3.6, 1);
        assertThat(flows).hasSize(4);
        assertThat(flows[0]).isZero();
        assertThat(flows[1]).isCloseTo(6.40583, within(1e-5));
        assertThat(flows[2]).isCloseTo(3.59417, within(1e-5));
        assertThat(flows[3]).isZero();
        assertThat(UnitHydrograph.flows(new double[] {10}, 3600, 3.6, 0)).containsExactly(0, 10, 0);
    }

    @Test
    void exampleInJavadocOfTheStorageCurve() {
        StorageCurve curve = new StorageCurve(new double[][] {{100, 10, 0}, {102, 30, 8}});
        assertThat(curve.storage(101)).isEqualTo(20e4);
        assertThat(curve.outflow(101)).isEqualTo(4);
        assertThat(curve.levelOf(20e4)).isCloseTo(101, within(1e-9));
        assertThat(curve.storage(103)).isEqualTo(40e4);
        assertThat(StorageCurve.isSound(new double[][] {{100, 10, 0}, {102, 9, 8}}))
                .isFalse();
        assertThat(StorageCurve.isSound(new double[][] {{100, 10, 5}, {102, 19, 4}}))
                .isFalse();
        assertThat(StorageCurve.isSound(new double[][] {{100, 10}})).isFalse();
    }

    @Test
    void aTableWithAGapIsNone() {
        assertThat(StorageCurve.isSound(new double[][] {{100, 10, 0}, {101, Double.NaN, 4}, {102, 30, 8}}))
                .isFalse();
        assertThat(StorageCurve.isSound(new double[][] {{100, 10, 0}, {Double.NaN, 30, 8}}))
                .isFalse();
        assertThat(StorageCurve.isSound(new double[][] {{100, 10, 0}, {102, Double.POSITIVE_INFINITY, 8}}))
                .isFalse();
    }

    @Test
    void anAssumedCurveGivesBothSurveyedStorages() {
        double exponent = SurveyedPool.exponent(30, 42, 45, 60e4, 100e4);
        SurveyedPool pool = new SurveyedPool(30, 45, 100e4, exponent, 42, 12, 0.36);
        assertThat(pool.storage(42)).isCloseTo(60e4, within(1e-3));
        assertThat(pool.storage(45)).isCloseTo(100e4, within(1e-3));
        assertThat(pool.outflow(42)).isZero();
        assertThat(pool.outflow(43)).isCloseTo(0.36 * 12 * Math.sqrt(2 * 9.81), within(1e-9));
        assertThat(SurveyedPool.exponent(30, 42, 45, 1e4, 100e4)).isEqualTo(SurveyedPool.USUAL_EXPONENT);
    }
}
