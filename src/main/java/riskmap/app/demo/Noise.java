package riskmap.app.demo;

/**
 * Randomness as a function of a place: a 64-bit hash and gradient noise on it. The same on every machine, in any order
 * of asking.
 */
final class Noise {
    /** Directions of the gradients, evenly around the circle. */
    private static final int DIRECTIONS = 32;

    private static final double[] GRADIENT_X = new double[DIRECTIONS];
    private static final double[] GRADIENT_Y = new double[DIRECTIONS];

    static {
        for (int i = 0; i < DIRECTIONS; i++) {
            GRADIENT_X[i] = StrictMath.cos(2 * StrictMath.PI * i / DIRECTIONS);
            GRADIENT_Y[i] = StrictMath.sin(2 * StrictMath.PI * i / DIRECTIONS);
        }
    }

    private final long seed;

    Noise(long seed) {
        this.seed = mix(seed);
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014): every input bit reaches every output bit. */
    static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long hash(long a, long b) {
        return mix(mix(seed + a * 0x632BE59BD9B4E019L) + b);
    }

    /** A number in [0, 1) for a pair of whole numbers. */
    double uniform(long a, long b) {
        return (hash(a, b) >>> 11) * 0x1p-53;
    }

    /** A number in [low, high) for a pair of whole numbers. */
    double between(long a, long b, double low, double high) {
        return low + uniform(a, b) * (high - low);
    }

    /** A whole number in [0, bound) for a pair of whole numbers. */
    int below(long a, long b, int bound) {
        return (int) (uniform(a, b) * bound);
    }

    /** Gradient noise (Perlin 2002) of wavelength 1, about −0.7 … 0.7. */
    double at(double x, double y) {
        double floorX = Math.floor(x);
        double floorY = Math.floor(y);
        long column = (long) floorX;
        long row = (long) floorY;
        double fx = x - floorX;
        double fy = y - floorY;
        double u = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
        double v = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
        double south = mixed(u, corner(column, row, fx, fy), corner(column + 1, row, fx - 1, fy));
        double north = mixed(u, corner(column, row + 1, fx, fy - 1), corner(column + 1, row + 1, fx - 1, fy - 1));
        return mixed(v, south, north);
    }

    /** Sum of octaves, each of half the wavelength and {@code gain} times the height of the one before. */
    double fractal(double x, double y, int octaves, double gain) {
        double sum = 0;
        double height = 1;
        double frequency = 1;
        for (int i = 0; i < octaves; i++) {
            sum += height * at(x * frequency + i * 17.3, y * frequency - i * 9.7);
            height *= gain;
            frequency *= 2;
        }
        return sum;
    }

    /** Noise with sharp crests, 0 … about 1. */
    double ridged(double x, double y, int octaves) {
        double sum = 0;
        double height = 0.5;
        double frequency = 1;
        for (int i = 0; i < octaves; i++) {
            double crest = 1 - Math.abs(at(x * frequency + i * 31.1, y * frequency + i * 5.9)) * 1.6;
            sum += height * crest * crest;
            height *= 0.5;
            frequency *= 2;
        }
        return sum;
    }

    private double corner(long column, long row, double dx, double dy) {
        int direction = (int) (hash(column, row) >>> 59);
        return GRADIENT_X[direction] * dx + GRADIENT_Y[direction] * dy;
    }

    private static double mixed(double t, double a, double b) {
        return a + t * (b - a);
    }
}
