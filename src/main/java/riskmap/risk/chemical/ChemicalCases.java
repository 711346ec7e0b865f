package riskmap.risk.chemical;

import static riskmap.risk.WorkedCases.quantities;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import riskmap.risk.WorkedCases;

/** The cases of {@code chemical.csv}. */
public final class ChemicalCases {
    private static final double METRES_IN_A_MILE = 1609.344;

    private ChemicalCases() {}

    /** All of them. */
    public static WorkedCases all() {
        WorkedCases cases = new WorkedCases();
        explosions(cases);
        fires(cases);
        releases(cases);
        return cases;
    }

    private static void explosions(WorkedCases cases) {
        cases.add("major-hazard", ChemicalCases::majorHazard)
                .add("blast", in -> {
                    Blast blast = in.choice("formula", Blast.class);
                    return quantities("distance", distances(blast, in.numbers("limit"), in.number("W")));
                })
                .add(
                        "blast-pressure",
                        in -> quantities(
                                "kPa", in.choice("formula", Blast.class).pascal(in.number("R"), in.number("W")) / 1000))
                .add("cloud", in -> {
                    double tnt = Blast.tntOfCloud(in.number("M"), in.number("H"), in.number("a"));
                    return quantities("W", tnt, "distance", distances(Blast.GB, in.numbers("limit"), tnt));
                })
                .add("one-psi", in -> {
                    double metres = Blast.worstCaseOnePsiMetres(in.number("M"), in.number("H"));
                    return quantities("D", metres, "miles", metres / METRES_IN_A_MILE);
                });
    }

    private static void fires(WorkedCases cases) {
        cases.add("vessel", in -> quantities("M", in.number("V") * in.number("rho") * in.number("fill")));
        cases.add("fireball", in -> {
                    Fireball ball = new Fireball(in.number("M"));
                    double x = in.number("X");
                    return quantities(
                            "D",
                            ball.diameterMetres(),
                            "t",
                            ball.durationSeconds(),
                            "F",
                            ball.viewFactor(x),
                            "q",
                            ball.flux(x));
                })
                .add(
                        "point-source",
                        in -> quantities(
                                "q",
                                new Fireball(in.number("M"))
                                        .pointSourceFlux(
                                                in.number("L"), in.number("tau"), in.number("R"), in.number("Hc"))))
                .add(
                        "plume-of-widths",
                        in -> quantities(
                                "c",
                                GaussianPlume.concentration(
                                        in.number("Q"),
                                        in.number("u"),
                                        in.number("h"),
                                        in.number("sigmaY"),
                                        in.number("sigmaZ"),
                                        in.number("y"),
                                        in.number("z"))))
                .add("pool-fire", in -> quantities("H", new PoolFire(in.number("D"), in.number("m")).heightMetres()));
    }

    private static void releases(WorkedCases cases) {
        cases.add(
                        "liquid-release",
                        in -> quantities(
                                "G",
                                ReleaseRate.liquid(in.number("C"), in.number("d"), in.number("rho"), in.number("p"))))
                .add(
                        "gas-release",
                        in -> quantities(
                                "G",
                                ReleaseRate.gas(
                                        in.number("C"),
                                        in.number("d"),
                                        in.number("rho"),
                                        in.number("p"),
                                        in.number("k"))))
                .add("plume", ChemicalCases::plume)
                .add(
                        "dense",
                        in -> quantities(
                                "c",
                                new DenseGasPlume(
                                                in.number("V"),
                                                in.number("u"),
                                                in.number("rho"),
                                                in.number("rhoa", DenseGasPlume.airDensity(in.number("Ta"))),
                                                in.number("T"),
                                                in.number("Ta"))
                                        .ratio(in.number("x"))));
    }

    private static double[] distances(Blast blast, double[] limits, double tnt) {
        return Arrays.stream(limits)
                .map(limit -> blast.distanceMetres(limit, tnt))
                .toArray();
    }

    private static Map<String, double[]> majorHazard(WorkedCases.Inputs in) {
        List<MajorHazard.Stock> stocks = new ArrayList<>();
        for (int i = 0; i < in.numbers("beta").length; i++) {
            stocks.add(new MajorHazard.Stock(in.numbers("beta")[i], in.numbers("q")[i], in.numbers("Q")[i]));
        }
        double score = MajorHazard.score(stocks, (long) in.number("people"));
        return quantities("R", score, "level", MajorHazard.level(score));
    }

    private static Map<String, double[]> plume(WorkedCases.Inputs in) {
        Stability stability = in.choice("class", Stability.class);
        Dispersion set = in.choice("set", Dispersion.class);
        double x = in.number("x");
        GaussianPlume plume = new GaussianPlume(in.number("Q"), in.number("u"), in.number("h"), stability, set);
        return quantities(
                "sigma",
                new double[] {set.sigmaY(stability, x), set.sigmaZ(stability, x)},
                "c",
                plume.concentration(x, 0, 0));
    }
}
