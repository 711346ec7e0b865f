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
                });
    }
}
