package riskmap.risk.social;

import static riskmap.risk.WorkedCases.quantities;

import java.util.Arrays;
import java.util.Map;
import riskmap.risk.WorkedCases;

/** The cases of {@code social.csv}. */
public final class SocialCases {
    private SocialCases() {}

    /** All of them. */
    public static WorkedCases all() {
        return new WorkedCases()
                .add("crowd", in -> {
                    CrowdLoad load = CrowdLoad.of(in.number("people"), in.number("area"), in.number("capacity"));
                    return quantities(
                            "density",
                            load.density(),
                            "load",
                            load.load(),
                            "level",
                            load.level(in.numbers("densities"), in.numbers("loads")));
                })
                .add("capacity", in -> quantities("K", CrowdLoad.capacity(in.number("area"), in.number("each"))))
                .add("cases", in -> {
                    CaseBaseline baseline = CaseBaseline.of(in.numbers("weeks"));
                    return quantities(
                            "mean",
                            baseline.mean(),
                            "sigma",
                            baseline.deviation(),
                            "upper",
                            baseline.limit(2),
                            "level",
                            baseline.level(in.number("rate"), in.numbers("k")));
                })
                .add("earthquake", SocialCases::earthquake)
                .add("rate", in -> quantities("r", CaseBaseline.rate(in.number("cases"), in.number("residents"))));
    }

    private static Map<String, double[]> earthquake(WorkedCases.Inputs in) {
        EarthquakeFatality model = EarthquakeFatality.of(in.text("model")).orElseThrow();
        return quantities(
                "rate",
                Arrays.stream(in.numbers("intensity"))
                        .map(each -> model.rate((int) each))
                        .toArray());
    }
}
