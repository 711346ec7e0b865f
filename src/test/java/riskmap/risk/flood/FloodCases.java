package riskmap.risk.flood;

import static riskmap.risk.WorkedCases.quantities;

import riskmap.geo.FlowDirections;
import riskmap.geo.Grid;
import riskmap.geo.Grids;
import riskmap.geo.HeightAboveDrainage;
import riskmap.geo.Inundation;
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
                .add("valley-5x5", FloodCases::valley)
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
                .add("rating", in -> {
                    SyntheticRating rating = new SyntheticRating(
                            in.numbers("heights"), in.number("a"), in.number("L"), in.number("S"), in.number("n"));
                    double discharge = rating.discharge(in.number("h"));
                    return quantities("Q", discharge, "h", rating.stage(discharge, 60));
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

    /** Height above drainage, a stage and a level in the valley of five rows of five cells. */
    private static java.util.Map<String, double[]> valley(WorkedCases.Inputs in) {
        Grid ground = Grids.of(in.text("dem"));
        FlowDirections directions = FlowDirections.of(ground, Grids.SILENT);
        int[] nearest =
                HeightAboveDrainage.nearest(directions, cell -> cell == 12 || cell == 17 || cell == 22, Grids.SILENT);
        Grid hand = HeightAboveDrainage.of(ground, nearest, Grids.SILENT);
        Grid stage = Inundation.ofStage(hand, in.number("stage"), Grids.SILENT);
        Grid level = Inundation.of(ground)
                .spread(new int[] {22}, in.number("level"), Grids.SILENT)
                .depths();
        double[] heights = new double[25];
        int atMost = 0;
        for (int i = 0; i < 25; i++) {
            heights[i] = hand.cells()[i];
            atMost += heights[i] <= in.number("stage") ? 1 : 0;
        }
        return quantities(
                "HAND",
                heights,
                "at-most",
                atMost,
                "wet",
                wet(stage)[0],
                "volume",
                wet(stage)[1],
                "level-wet",
                wet(level)[0],
                "level-volume",
                wet(level)[1]);
    }

    private static double[] wet(Grid depths) {
        double[] sums = new double[2];
        for (float depth : depths.cells()) {
            sums[0] += depth > 0 ? 1 : 0;
            sums[1] += depth > 0 ? depth : 0;
        }
        return sums;
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
