package riskmap.risk.fire;

import java.time.Month;

/**
 * The Canadian Fire Weather Index: three moisture codes that carry over from day to day, and what follows from them.
 *
 * <p>Observations are those of local noon: temperature °C, relative humidity %, wind km/h in 10 m height, rain of 24 h in
 * mm. The day lengths are those of latitudes from 30° N on.
 *
 * <p><b>Source:</b> Van Wagner and Pickett 1985. The moisture scale of fine fuel is either that of the paper (147.2) or
 * 250 · 59.5/101, which later programs use; {@link Scale} says which. Example: 17 °C, 42 %, 25 km/h, no rain, April,
 * from 85/6/15 with the paper's scale: FFMC 87.69298009277445, FWI 10.096371392382368.
 *
 * @param ffmc fine fuel moisture code
 * @param dmc duff moisture code
 * @param dc drought code
 */
public record FireWeather(double ffmc, double dmc, double dc) {
    /** The usual start after the snow has gone. */
    public static final FireWeather START = new FireWeather(85, 6, 15);

    private static final double[] DUFF_DAY_LENGTH = {6.5, 7.5, 9, 12.8, 13.9, 13.9, 12.4, 10.9, 9.4, 8, 7, 6};
    private static final double[] DROUGHT_DAY_LENGTH = {-1.6, -1.6, -1.6, 0.9, 3.8, 5.8, 6.4, 5, 2.4, 0.4, -1.6, -1.6};

    /** Scale of the fine fuel moisture. */
    public enum Scale {
        PAPER_1985(147.2),
        LATER(250 * 59.5 / 101);

        private final double factor;

        Scale(double factor) {
            this.factor = factor;
        }

        double moisture(double ffmc) {
            return factor * (101 - ffmc) / (59.5 + ffmc);
        }

        double code(double moisture) {
            return Math.max(0, Math.min(101, 59.5 * (250 - moisture) / (factor + moisture)));
        }
    }

    /**
     * What was observed at noon.
     *
     * @param temperature °C
     * @param humidity relative humidity, %
     * @param wind km/h
     * @param rain mm in 24 h
     */
    public record Noon(Month month, double temperature, double humidity, double wind, double rain) {
        public Noon {
            if (!(humidity >= 0 && humidity <= 100) || !(wind >= 0) || !(rain >= 0) || Double.isNaN(temperature)) {
                throw new IllegalArgumentException("humidity 0 to 100, wind and rain not negative");
            }
            // at 100 % the drying rate is 0/0
            humidity = Math.min(humidity, 99.9999);
        }
    }

    /**
     * What follows from the codes of a day.
     *
     * @param isi initial spread index
     * @param bui build-up index
     * @param fwi fire weather index
     * @param dsr daily severity rating
     */
    public record Indices(double isi, double bui, double fwi, double dsr) {}

    /** The codes after a day with this weather. */
    public FireWeather after(Noon noon, Scale scale) {
        return new FireWeather(nextFfmc(noon, scale), nextDmc(noon), nextDc(noon));
    }

    /** The indices of a day: of the codes after its weather, and its wind. */
    public Indices indices(double wind, Scale scale) {
        double moisture = scale.moisture(ffmc);
        double isi = 0.208
                * Math.exp(0.05039 * wind)
                * 91.9
                * Math.exp(-0.1386 * moisture)
                * (1 + Math.pow(moisture, 5.31) / 4.93e7);
        double bui = buildUp();
        double duff = bui <= 80 ? 0.626 * Math.pow(bui, 0.809) + 2 : 1000 / (25 + 108.64 * Math.exp(-0.023 * bui));
        double basis = 0.1 * isi * duff;
        double fwi = basis <= 1 ? basis : Math.exp(2.72 * Math.pow(0.434 * Math.log(basis), 0.647));
        return new Indices(isi, bui, fwi, 0.0272 * Math.pow(fwi, 1.77));
    }

    private double buildUp() {
        if (dmc == 0 && dc == 0) {
            return 0;
        }
        double both = 0.8 * dc * dmc / (dmc + 0.4 * dc);
        if (dmc <= 0.4 * dc) {
            return both;
        }
        double share = 1 - 0.8 * dc / (dmc + 0.4 * dc);
        return Math.max(0, dmc - share * (0.92 + Math.pow(0.0114 * dmc, 1.7)));
    }

    private double nextFfmc(Noon noon, Scale scale) {
        double moisture = wetted(scale.moisture(ffmc), noon.rain());
        double h = noon.humidity();
        double warmth = 0.18 * (21.1 - noon.temperature()) * (1 - Math.exp(-0.115 * h));
        double drying = 0.942 * Math.pow(h, 0.679) + 11 * Math.exp((h - 100) / 10) + warmth;
        double wetting = 0.618 * Math.pow(h, 0.753) + 10 * Math.exp((h - 100) / 10) + warmth;
        if (moisture > drying) {
            moisture = drying + (moisture - drying) * Math.pow(10, -rate(h / 100, noon));
        } else if (moisture < wetting) {
            moisture = wetting - (wetting - moisture) * Math.pow(10, -rate((100 - h) / 100, noon));
        }
        return scale.code(moisture);
    }

    private static double wetted(double moisture, double rain) {
        if (rain <= 0.5) {
            return moisture;
        }
        double effective = rain - 0.5;
        double more = 42.5 * effective * Math.exp(-100 / (251 - moisture)) * (1 - Math.exp(-6.93 / effective));
        if (moisture > 150) {
            more += 0.0015 * (moisture - 150) * (moisture - 150) * Math.sqrt(effective);
        }
        return Math.min(250, moisture + more);
    }

    private static double rate(double relative, Noon noon) {
        return (0.424 * (1 - Math.pow(relative, 1.7)) + 0.0694 * Math.sqrt(noon.wind()) * (1 - Math.pow(relative, 8)))
                * 0.581
                * Math.exp(0.0365 * noon.temperature());
    }

    private double nextDmc(Noon noon) {
        double temperature = Math.max(-1.1, noon.temperature());
        double dried = 1.894
                * (temperature + 1.1)
                * (100 - noon.humidity())
                * DUFF_DAY_LENGTH[noon.month().ordinal()]
                * 1e-4;
        return wettedDuff(noon.rain()) + dried;
    }

    private double wettedDuff(double rain) {
        if (rain <= 1.5) {
            return dmc;
        }
        double effective = 0.92 * rain - 1.27;
        double moisture = 20 + 280 * Math.exp(-0.023 * dmc);
        double slope =
                dmc <= 33 ? 100 / (0.5 + 0.3 * dmc) : dmc <= 65 ? 14 - 1.3 * Math.log(dmc) : 6.2 * Math.log(dmc) - 17.2;
        double wet = moisture + 1000 * effective / (48.77 + slope * effective);
        return Math.max(0, 43.43 * (5.6348 - Math.log(wet - 20)));
    }

    private double nextDc(Noon noon) {
        double temperature = Math.max(-2.8, noon.temperature());
        double wetted = dc;
        if (noon.rain() > 2.8) {
            double effective = 0.83 * noon.rain() - 1.27;
            double moisture = 800 * Math.exp(-dc / 400);
            wetted = Math.max(0, dc - 400 * Math.log(1 + 3.937 * effective / moisture));
        }
        double lost =
                0.36 * (temperature + 2.8) + DROUGHT_DAY_LENGTH[noon.month().ordinal()];
        return wetted + Math.max(0, 0.5 * lost);
    }
}
