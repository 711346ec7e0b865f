package riskmap.risk.fire;

import static riskmap.risk.WorkedCases.quantities;

import java.time.Month;
import java.util.Map;
import riskmap.risk.WorkedCases;

/** The cases of {@code fire.csv}. */
public final class FireCases {
    private FireCases() {}

    /** All of them. */
    public static WorkedCases all() {
        return new WorkedCases()
                .add("fwi-step", FireCases::days)
                .add("fwi-days", FireCases::days)
                .add("spread", in -> {
                    SpreadRate rate =
                            SpreadRate.of(in.number("T"), in.number("RH"), in.number("wind"), in.number("from"));
                    double east = Math.sin(Math.toRadians(in.number("towards")));
                    double north = Math.cos(Math.toRadians(in.number("towards")));
                    return quantities(
                            "R0",
                            rate.still(),
                            "R",
                            rate.speed(in.number("Ks"), east, north, Math.tan(Math.toRadians(in.number("slope")))));
                })
                .add("danger", in -> {
                    int index = FireDanger.index(
                            in.number("T"),
                            in.number("RH"),
                            in.number("rain"),
                            (int) in.number("days"),
                            in.number("wind"),
                            in.choice("cover", FireDanger.Cover.class));
                    return quantities("HTZ", index, "level", FireDanger.level(index));
                });
    }

    private static Map<String, double[]> days(WorkedCases.Inputs in) {
        FireWeather.Scale scale = in.choice("scale", FireWeather.Scale.class);
        int days = in.numbers("T").length;
        double[] months = in.numbers("month");
        double[][] series = new double[7][days];
        FireWeather codes = FireWeather.START;
        for (int day = 0; day < days; day++) {
            double wind = in.numbers("W")[day];
            codes = codes.after(
                    new FireWeather.Noon(
                            Month.of((int) months[Math.min(day, months.length - 1)]),
                            in.numbers("T")[day],
                            in.numbers("H")[day],
                            wind,
                            in.numbers("r")[day]),
                    scale);
            FireWeather.Indices indices = codes.indices(wind, scale);
            double[] all = {
                codes.ffmc(), codes.dmc(), codes.dc(), indices.isi(), indices.bui(), indices.fwi(), indices.dsr()
            };
            for (int i = 0; i < all.length; i++) {
                series[i][day] = all[i];
            }
        }
        return quantities(
                "FFMC", series[0], "DMC", series[1], "DC", series[2], "ISI", series[3], "BUI", series[4], "FWI",
                series[5], "DSR", series[6]);
    }
}
