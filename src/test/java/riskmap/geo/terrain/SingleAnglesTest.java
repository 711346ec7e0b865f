package riskmap.geo.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Angles in single precision are those of the C library to the last bit, also where that is not the true one rounded. */
class SingleAnglesTest {
    @Test
    void theLastDigitIsThatOfTheCLibrary() {
        float[][] angles = {
            {-3.9578776359558105f, -1.323315143585205f},
            {2.5698273181915283f, 1.1996946334838867f},
            {-3.2680351734161377f, -1.2738492488861084f},
            {0.7854725122451782f, 0.6658197641372681f}
        };
        for (float[] each : angles) {
            assertThat(SingleAngles.of(each[0])).isEqualTo(each[1]).isNotEqualTo((float) Math.atan(each[0]));
        }
        float[][] directions = {
            {1.8482915163040161f, -1.4623879194259644f, 2.24015474319458f},
            {1.3762539625167847f, 2.5083203315734863f, 0.5018258094787598f},
            {-2.623852014541626f, -1.8796262741088867f, -2.1924190521240234f},
            {-0.3895966708660126f, 2.374741554260254f, -0.1626099795103073f}
        };
        for (float[] each : directions) {
            assertThat(SingleAngles.of(each[0], each[1])).isEqualTo(each[2]).isNotEqualTo((float)
                    Math.atan2(each[0], each[1]));
        }
        float[][] sines = {{0.2453046292066574f, 0.2428518533706665f}, {-3.8325717449188232f, 0.6372920274734497f}};
        for (float[] each : sines) {
            assertThat(SingleAngles.sine(each[0])).isEqualTo(each[1]).isNotEqualTo((float) Math.sin(each[0]));
        }
        float[][] cosines = {{5.490111351013184f, 0.7016583681106567f}, {-1.2477673292160034f, 0.31744036078453064f}};
        for (float[] each : cosines) {
            assertThat(SingleAngles.cosine(each[0])).isEqualTo(each[1]).isNotEqualTo((float) Math.cos(each[0]));
        }
    }

    @Test
    void noAngleIsFurtherFromTheTrueOneThanTheLastDigits() {
        Random random = new Random(5);
        for (int i = 0; i < 100_000; i++) {
            float y = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(9) - 4));
            float x = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(9) - 4));
            assertThat(SingleAngles.of(y))
                    .isCloseTo((float) Math.atan(y), within(2.5f * Math.ulp((float) Math.atan(y))));
            assertThat(SingleAngles.of(y, x))
                    .isCloseTo((float) Math.atan2(y, x), within(3.5f * Math.ulp((float) Math.atan2(y, x))));
            float turn = (float) (40 * random.nextGaussian());
            assertThat(SingleAngles.sine(turn)).isCloseTo((float) Math.sin(turn), within(1.2e-7f));
            assertThat(SingleAngles.cosine(turn)).isCloseTo((float) Math.cos(turn), within(1.2e-7f));
        }
        assertThat(SingleAngles.of(0f)).isZero();
        assertThat(SingleAngles.of(Float.NaN)).isNaN();
        assertThat(SingleAngles.of(Float.POSITIVE_INFINITY)).isEqualTo((float) (Math.PI / 2));
        assertThat(SingleAngles.of(0f, -1f)).isEqualTo((float) Math.PI);
        assertThat(SingleAngles.of(-1f, 0f)).isEqualTo((float) (-Math.PI / 2));
    }
}
