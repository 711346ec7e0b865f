package riskmap.geo.terrain;

/**
 * Angles, sines and cosines in single precision as the C library has them where QGIS asks it for them: now and then the
 * last digit differs from the true value rounded, and with it a cell of a published raster.
 *
 * <p>The angle of a value is that of the nearest of four known ones, atan ½, atan 1, atan 1½ and a right angle, and the
 * little that is left as a power series of eleven terms, odd and even ones apart; sines and cosines are power series in
 * double precision of what an angle has beyond the nearest multiple of a right one. The figures are those of the public
 * libraries of Sun and ARM.
 */
final class SingleAngles {
    /** Below these the series is taken at once, from ½, from 1 and from 1½; above from the right angle. */
    private static final float[] BOUNDS = {0.4375f, 0.6875f, 1.1875f, 2.4375f};

    private static final float[] KNOWN = {
        Float.intBitsToFloat(0x3eed6338),
        Float.intBitsToFloat(0x3f490fda),
        Float.intBitsToFloat(0x3f7b985e),
        Float.intBitsToFloat(0x3fc90fda)
    };
    /** What the known angles have beyond single precision. */
    private static final float[] BEYOND = {
        Float.intBitsToFloat(0x31ac3769),
        Float.intBitsToFloat(0x33222168),
        Float.intBitsToFloat(0x33140fb4),
        Float.intBitsToFloat(0x33a22168)
    };

    private static final float[] SERIES = {
        Float.intBitsToFloat(0x3eaaaaab),
        Float.intBitsToFloat(0xbe4ccccd),
        Float.intBitsToFloat(0x3e124925),
        Float.intBitsToFloat(0xbde38e38),
        Float.intBitsToFloat(0x3dba2e6e),
        Float.intBitsToFloat(0xbd9d8795),
        Float.intBitsToFloat(0x3d886b35),
        Float.intBitsToFloat(0xbd6ef16b),
        Float.intBitsToFloat(0x3d4bda59),
        Float.intBitsToFloat(0xbd15a221),
        Float.intBitsToFloat(0x3c8569d7)
    };
    private static final float PI = (float) Math.PI;
    private static final float PI_BEYOND = Float.intBitsToFloat(0xb3bbbd2e);
    /** Where an angle is a right one in single precision, or its tangent. */
    private static final float HUGE = 1 << 25;

    private static final float TINY = 0x1p-29f;
    /** Where two sides differ by more than so many powers of two, the shorter no longer counts. */
    private static final int FAR = 60;

    private static final double[] SINE = {-0x1.555545995a603p-3, 0x1.1107605230bc4p-7, -0x1.994eb3774cf24p-13};
    private static final double[] COSINE = {
        -0x1.ffffffd0c621cp-2, 0x1.55553e1068f19p-5, -0x1.6c087e89a359dp-10, 0x1.99343027bf8c3p-16
    };
    /** Up to here no multiple of a right angle is taken off, beyond here another way is gone. */
    private static final float SMALL = 0.75f;

    private static final float LARGE = 120;
    /** Below it a sine is its angle, a cosine 1. */
    private static final float FLAT = 0x1p-12f;

    private SingleAngles() {}

    /** The sine of an angle in radians. */
    static float sine(float angle) {
        return Math.abs(angle) < FLAT ? angle : turned(angle, 0);
    }

    /** The cosine of an angle in radians. */
    static float cosine(float angle) {
        return Math.abs(angle) < FLAT ? 1 : turned(angle, 1);
    }

    /** The sine of an angle so many right ones further. */
    private static float turned(float angle, int further) {
        float size = Math.abs(angle);
        if (size >= LARGE || Float.isNaN(angle)) {
            return (float) (further == 0 ? Math.sin(angle) : Math.cos(angle));
        }
        int turns = size < SMALL ? 0 : ((int) (angle * (2 / Math.PI * (1 << 24))) + (1 << 23)) >> 24;
        double left = angle - turns * (Math.PI / 2);
        double square = left * left;
        double value;
        if ((turns + further) % 2 == 0) {
            double cube = left * square;
            value = left + cube * SINE[0] + cube * square * (SINE[1] + square * SINE[2]);
        } else {
            double fourth = square * square;
            value = 1 + square * COSINE[0] + fourth * COSINE[1] + fourth * square * (COSINE[2] + square * COSINE[3]);
        }
        return (float) ((turns + further & 2) == 0 ? value : -value);
    }

    /** The angle of a tangent, radians. */
    static float of(float tangent) {
        float size = Math.abs(tangent);
        if (Float.isNaN(tangent) || size < TINY) {
            return tangent;
        }
        if (size >= HUGE) {
            return Math.copySign(KNOWN[3] + BEYOND[3], tangent);
        }
        if (size < BOUNDS[0]) {
            return tangent - tangent * series(tangent);
        }
        int near = size < BOUNDS[1] ? 0 : size < BOUNDS[2] ? 1 : size < BOUNDS[3] ? 2 : 3;
        float left =
                switch (near) {
                    case 0 -> (2f * size - 1f) / (2f + size);
                    case 1 -> (size - 1f) / (size + 1f);
                    case 2 -> (size - 1.5f) / (1f + 1.5f * size);
                    default -> -1f / size;
                };
        return Math.copySign(KNOWN[near] - ((left * series(left) - BEYOND[near]) - left), tangent);
    }

    /** The angle of a direction, from −π to π: that of y over x. */
    static float of(float y, float x) {
        if (x == 0 || y == 0 || Float.isNaN(x) || Float.isNaN(y) || Float.isInfinite(x) || Float.isInfinite(y)) {
            return (float) Math.atan2(y, x);
        }
        if (x == 1) {
            return of(y);
        }
        int further = Math.getExponent(y) - Math.getExponent(x);
        float angle;
        if (further > FAR) {
            angle = PI / 2 + 0.5f * PI_BEYOND;
        } else {
            angle = x < 0 && further < -FAR ? 0 : of(Math.abs(y / x));
        }
        if (x > 0) {
            return y < 0 ? -angle : angle;
        }
        return y < 0 ? (angle - PI_BEYOND) - PI : PI - (angle - PI_BEYOND);
    }

    /** How much less than a tangent its angle is, of the tangent. */
    private static float series(float x) {
        float square = x * x;
        float fourth = square * square;
        float even = SERIES[10];
        float odd = SERIES[9];
        for (int term = 8; term >= 2; term -= 2) {
            even = SERIES[term] + fourth * even;
            odd = SERIES[term - 1] + fourth * odd;
        }
        return square * (SERIES[0] + fourth * even) + fourth * odd;
    }
}
