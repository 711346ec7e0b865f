package riskmap.risk.flood;

import static riskmap.risk.WorkedCases.quantities;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.terrain.FlowDirections;
import riskmap.geo.terrain.HeightAboveDrainage;
import riskmap.geo.terrain.Inundation;
import riskmap.risk.WorkedCases;

/** The cases of {@code flood.csv}. */
public final class FloodCases {
    private FloodCases() {}

    /** All of them. */
    public static WorkedCases all() {
        WorkedCases cases = new WorkedCases();
        rain(cases);
        water(cases);
        damage(cases);
        return cases;
    }

    private static void rain(WorkedCases cases) {
        cases.add("runoff", in -> {
                    CurveNumber curve = new CurveNumber(in.number("CN"), in.number("lambda", CurveNumber.USUAL_RATIO));
                    return quantities(
                            "S", curve.retention(), "Ia", curve.abstraction(), "Q", curve.runoff(in.number("P")));
                })
                .add(
                        "runoff-inches",
                        in -> quantities(
                                "Q",
                                new CurveNumber(in.number("CN"), in.number("lambda", CurveNumber.USUAL_RATIO))
                                                .runoff(in.number("P") * 25.4)
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
                            "R",
                            runoff,
                            "P",
                            new CurveNumber(in.number("CN"), in.number("lambda", CurveNumber.USUAL_RATIO))
                                    .rainOf(runoff));
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
                });
    }

    private static void water(WorkedCases cases) {
        cases.add("valley", FloodCases::valley)
                .add("linear-reservoir", FloodCases::linear)
                .add("weir-reservoir", FloodCases::weir)
                .add("dam-break", in -> {
                    double volume = in.number("Vw");
                    double height = in.number("hw");
                    return quantities(
                            "Froehlich",
                            DamBreak.peakFroehlich(volume, height),
                            "MacDonald",
                            DamBreak.peakMacDonald(volume, height, in.number("c", 1.154)),
                            "B",
                            DamBreak.width(volume, height, in.number("K0", 1.3)),
                            "tf",
                            DamBreak.formationSeconds(volume, height));
                })
                .add(
                        "dam-break-downstream",
                        in -> quantities(
                                "Q",
                                DamBreak.peakDownstream(
                                        in.number("W"), in.number("Qm"), in.number("L"), in.number("vK"))))
                .add(
                        "unit-hydrograph",
                        in -> quantities(
                                "Q",
                                UnitHydrograph.flows(
                                        in.numbers("runoff"),
                                        60 * in.number("minutes"),
                                        in.number("A"),
                                        in.number("tc"))))
                .add("rating", in -> {
                    SyntheticRating rating = new SyntheticRating(
                            in.numbers("heights"), in.number("a"), in.number("L"), in.number("S"), in.number("n"));
                    double discharge = rating.discharge(in.number("h"));
                    return quantities("Q", discharge, "h", rating.stage(discharge, 60));
                });
    }

    private static void damage(WorkedCases cases) {
        cases.add("depth-damage", in -> {
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
                                new ReservoirAlarm(
                                                in.number("limit", 50),
                                                in.number("design", 52),
                                                in.number("check", 53),
                                                in.number("crest", 54),
                                                in.number("margin", 0.3))
                                        .level(in.number("now"), in.number("rising") == 1, in.number("forecast"))));
    }

    /** Height above drainage, a stage and a level in the valley of five rows of five cells. */
    private static Map<String, double[]> valley(WorkedCases.Inputs in) {
        Grid ground = grid(in.text("dem"));
        FlowDirections directions = FlowDirections.of(ground, Progress.silent());
        Set<Integer> streams = new HashSet<>();
        for (double each : in.numbers("streams")) {
            streams.add((int) each);
        }
        int[] nearest = HeightAboveDrainage.nearest(directions, streams::contains, Progress.silent());
        Grid hand = HeightAboveDrainage.of(ground, nearest, Progress.silent());
        Grid stage = Inundation.ofStage(hand, in.number("stage"), Progress.silent());
        Grid level = Inundation.of(ground)
                .spread(new int[] {(int) in.number("source")}, in.number("level"), Progress.silent())
                .depths();
        double[] heights = new double[hand.cells().length];
        int atMost = 0;
        for (int i = 0; i < heights.length; i++) {
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

    /** Cells of 1 m, rows separated by “/”. */
    private static Grid grid(String text) {
        String[] rows = text.trim().split("/");
        int width = rows[0].trim().split("\\s+").length;
        Grid grid = Grid.filled(new GridGeometry(width, rows.length, 0, rows.length, 1, 1, null), Float.NaN);
        for (int row = 0; row < rows.length; row++) {
            String[] cells = rows[row].trim().split("\\s+");
            for (int column = 0; column < width; column++) {
                grid.set(column, row, Float.parseFloat(cells[column]));
            }
        }
        return grid;
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
    private static Map<String, double[]> linear(WorkedCases.Inputs in) {
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
        return quantities("O", after(routed.outflows()), "peak-hour", routed.peak(), "imbalance", routed.imbalance());
    }

    private static Map<String, double[]> weir(WorkedCases.Inputs in) {
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
        return quantities(
                "H",
                after(routed.levels()),
                "O",
                after(routed.outflows()),
                "peak-outflow",
                routed.outflows()[routed.peak()],
                "peak-hour",
                routed.peak() * in.number("dt"),
                "imbalance",
                routed.imbalance());
    }

    /** All but the state at the start. */
    private static double[] after(double[] series) {
        return Arrays.copyOfRange(series, 1, series.length);
    }
}
