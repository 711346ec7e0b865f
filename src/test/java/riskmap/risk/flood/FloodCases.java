package riskmap.risk.flood;

import static riskmap.risk.WorkedCases.quantities;

import riskmap.risk.WorkedCases;

/** The cases of {@code flood.csv}. */
public final class FloodCases {
    private FloodCases() {}

    /** All of them. */
    public static WorkedCases all() {
        return new WorkedCases()
                .add("runoff", in -> {
                    CurveNumber curve = new CurveNumber(in.number("CN"), CurveNumber.USUAL_RATIO);
                    return quantities(
                            "S", curve.retention(), "Ia", curve.abstraction(), "Q", curve.runoff(in.number("P")));
                })
                .add(
                        "runoff-inches",
                        in -> quantities(
                                "Q",
                                new CurveNumber(in.number("CN"), CurveNumber.USUAL_RATIO).runoff(in.number("P") * 25.4)
                                        / 25.4))
                .add(
                        "weighted-curve-number",
                        in -> quantities(
                                "CN",
                                CurveNumber.weighted(
                                        new double[] {in.number("CN1"), in.number("CN2")},
                                        new double[] {in.number("A1"), in.number("A2")})))
                .add("rain-capacity", in -> {
                    double runoff = in.number("W") * 1e4 / (in.number("F") * 1e6) * 1000;
                    return quantities(
                            "R", runoff, "P", new CurveNumber(in.number("CN"), CurveNumber.USUAL_RATIO).rainOf(runoff));
                })
                .add("rational-peak", in -> {
                    RationalPeak peak = RationalPeak.of(
                            in.number("F"),
                            in.number("L"),
                            in.number("J"),
                            in.number("m"),
                            in.number("Sp"),
                            in.number("n"),
                            in.number("mu"));
                    return quantities("Qm", peak.discharge(), "tau", peak.hours());
                })
                .add("linear-reservoir", FloodCases::linear)
                .add("weir-reservoir", FloodCases::weir)
                .add("dam-break", in -> {
                    double volume = in.number("Vw");
                    double height = in.number("hw");
                    return quantities(
                            "Froehlich",
                            DamBreak.peakFroehlich(volume, height),
                            "MacDonald",
                            DamBreak.peakMacDonald(volume, height, 1.154),
                            "B",
                            DamBreak.width(volume, height, 1.3),
                            "tf",
                            DamBreak.formationSeconds(volume, height));
                })
                .add("depth-damage", in -> {
                    DepthDamage curve = new DepthDamage(new double[][] {
                        {0, 18}, {0.3048, 22}, {0.6096, 25}, {0.9144, 28}, {1.2192, 30}, {1.524, 31}, {1.8288, 40}
                    });
                    return quantities("percent", curve.percent(in.number("feet") * 0.3048));
                })
                .add("rain-signal", in -> {
                    RainSignal signal =
                            new RainSignal(new double[][] {{1, 12, 50}, {2, 6, 50}, {3, 3, 50}, {4, 3, 100}});
                    return quantities("level", signal.level(in.numbers("rain")));
                })
                .add(
                        "reservoir-alarm",
                        in -> quantities(
                                "level",
                                new ReservoirAlarm(50, 52, 53, 54, 0.3)
                                        .level(in.number("now"), in.number("rising") == 1, in.number("forecast"))));
    }

    /** A pool whose storage is K hours of its outflow: its level stands for the outflow. */
    private static java.util.Map<String, double[]> linear(WorkedCases.Inputs in) {
        double seconds = in.number("K") * 3600;
        Pool pool = new Pool() {
            @Override
            public double lowest() {
                return 0;
            }

            @Override
            public double storage(double level) {
                return seconds * level;
            }

            @Override
            public double outflow(double level) {
                return level;
            }
        };
        LevelPool routed = LevelPool.route(pool, in.numbers("I"), 3600 * in.number("dt"), in.number("O0"));
        double[] later = new double[16];
        System.arraycopy(routed.outflows(), 1, later, 0, 15);
        later[15] = routed.outflows()[25];
        return quantities("O", later, "peak-hour", routed.peak(), "imbalance", routed.imbalance());
    }

    private static java.util.Map<String, double[]> weir(WorkedCases.Inputs in) {
        double square = in.number("A");
        Pool pool = new Pool() {
            @Override
            public double lowest() {
                return 0;
            }

            @Override
            public double storage(double level) {
                return square * level;
            }

            @Override
            public double outflow(double level) {
                return Pool.weir(in.number("m"), in.number("B"), level);
            }
        };
        LevelPool routed = LevelPool.route(pool, in.numbers("I"), 3600 * in.number("dt"), 0);
        double[] heads = new double[8];
        System.arraycopy(routed.levels(), 1, heads, 0, 8);
        return quantities(
                "H",
                heads,
                "peak-outflow",
                routed.outflows()[routed.peak()],
                "peak-hour",
                routed.peak() * in.number("dt"),
                "imbalance",
                routed.imbalance());
    }
}
