package riskmap.risk.fire;

/**
 * Forest fire danger of a day, HTZ = A + B + C + D − E, from the highest temperature, the lowest humidity, the last rain,
 * the strongest wind, and what is green or under snow; and its level 1 (none) to 5 (extreme).
 *
 * <p><b>Source:</b> LY/T 1172-95; the tables of points are those of a public implementation and are to be compared with
 * the printed standard. Colours after QX/T 77-2007: green, blue, yellow, orange, red.
 */
public final class FireDanger {
    /** Rain below this counts as none, mm. */
    public static final double DRY_MM = 0.3;

    private static final double[] TEMPERATURE = {5, 10, 15, 20, 25};
    private static final double[] HUMIDITY = {71, 61, 51, 41, 31};
    private static final double[] WIND = {0.2, 1.5, 3.3, 5.4, 7.9, 10.7, 13.8, 17.1};
    private static final int MOST_DROUGHT = 50;

    private FireDanger() {}

    /** How much of the ground is green or under snow, and the points E it takes off. */
    public enum Cover {
        /** All green, or 90 % and more under snow. */
        FULL(20),
        /** 75 % green or 60 % snow. */
        MOST(15),
        /** 50 % green or 30 % snow. */
        HALF(10),
        /** 20 % green or 10 % snow. */
        LITTLE(5),
        NONE(0);

        private final int points;

        Cover(int points) {
            this.points = points;
        }

        public int points() {
            return points;
        }
    }

    /** A: highest temperature of the day, °C. */
    public static int temperaturePoints(double celsius) {
        int step = 0;
        while (step < TEMPERATURE.length && celsius > TEMPERATURE[step]) {
            step++;
        }
        return 4 * step;
    }

    /** B: lowest relative humidity of the day, %. */
    public static int humidityPoints(double percent) {
        int step = 0;
        while (step < HUMIDITY.length && percent < HUMIDITY[step]) {
            step++;
        }
        return 4 * step;
    }

    /**
     * C: the last rain and how long ago it fell.
     *
     * @param rain mm of the last day with rain
     * @param days since then; 0 on the day of the rain itself
     */
    public static int droughtPoints(double rain, int days) {
        if (!(rain >= 0) || days < 0) {
            throw new IllegalArgumentException("rain and days not negative");
        }
        int points;
        if (rain < DRY_MM) {
            points = MOST_DROUGHT;
        } else if (rain <= 2) {
            points = 10 + 5 * days;
        } else if (rain <= 5) {
            points = 5 + 5 * days;
        } else if (rain <= 10) {
            points = 5 * days;
        } else {
            points = days <= 1 ? 0 : 5 + 5 * (days - 2);
        }
        return Math.min(points, MOST_DROUGHT);
    }

    /** D: strongest wind in 10 m height, m/s. */
    public static int windPoints(double metresPerSecond) {
        int step = 0;
        while (step < WIND.length && metresPerSecond > WIND[step]) {
            step++;
        }
        return 5 * step;
    }

    /** HTZ. */
    public static int index(double celsius, double percent, double rain, int days, double wind, Cover cover) {
        return temperaturePoints(celsius)
                + humidityPoints(percent)
                + droughtPoints(rain, days)
                + windPoints(wind)
                - cover.points();
    }

    /** Level 1 to 5 of an index. */
    public static int level(int index) {
        if (index <= 25) {
            return 1;
        }
        if (index <= 50) {
            return 2;
        }
        if (index <= 72) {
            return 3;
        }
        return index <= 90 ? 4 : 5;
    }
}
