package riskmap.risk.model.site;

import java.util.List;
import riskmap.base.Parameter;
import riskmap.risk.InputChecks;

/** What has to be known of weather, vessels and limits for any accident with hazardous substances. */
public final class AccidentParameters {
    private AccidentParameters() {}

    /** The parameters of a model. */
    public static List<Parameter> of(String owner) {
        return List.of(
                Parameter.number(owner, "wind-speed", "m/s", 3, 0.5, 30),
                Parameter.choice(owner, "wind-direction", "any", "any", "given"),
                Parameter.number(owner, "wind-from", "°", 0, 0, 360).onlyFor("wind-direction", "given"),
                Parameter.choice(owner, "stability", "D", "A", "B", "C", "D", "E", "F"),
                Parameter.choice(owner, "dispersion", "briggs-rural", "briggs-rural", "briggs-urban", "ccps"),
                Parameter.number(owner, "air-temperature", "°C", 20, -40, 50),
                Parameter.choice(owner, "blast-formula", "gb", "gb", "crowl-louvar"),
                Parameter.number(owner, "cloud-yield", "", 0.04, 0, 1).asUnverified(),
                Parameter.number(owner, "largest-vessel", "t", 50, 0.01, 100_000)
                        .asUnverified(),
                Parameter.number(owner, "evaporated-share", "", 0.1, 0, 1).asUnverified(),
                Parameter.number(owner, "hole-diameter", "mm", 10, 1, 2000).asUnverified(),
                Parameter.number(owner, "discharge-coefficient", "", 0.63, 0.1, 1),
                Parameter.number(owner, "release-minutes", "min", 30, 1, 1440).asUnverified(),
                Parameter.number(owner, "pool-area", "m²", 500, 1, 100_000).asUnverified(),
                Parameter.number(owner, "radiated-share", "", 0.35, 0.01, 1).asUnverified(),
                limits(owner, "overpressure-limits", "kPa", "2,5,9,17"),
                limits(owner, "heat-limits", "kW/m²", "1.6,4,12.5,37.5"),
                limits(owner, "toxic-limits", "", "0.1,0.5,1"));
    }

    private static Parameter limits(String owner, String key, String unit, String value) {
        return Parameter.bounded(owner, key, Parameter.Type.NUMBERS, unit, value, 0.0, 1e6)
                .asUnverified();
    }

    /** Limits ascend, one for each level. */
    public static void check(InputChecks checks) {
        checks.ascendingNumbers("overpressure-limits")
                .ascendingNumbers("heat-limits")
                .ascendingNumbers("toxic-limits");
        checks.howMany("overpressure-limits", 4);
        checks.howMany("heat-limits", 4);
        checks.howMany("toxic-limits", 3);
    }
}
