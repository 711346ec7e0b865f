package riskmap.risk.model.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.ParameterValues;
import riskmap.risk.InputChecks;
import riskmap.risk.social.EarthquakeFatality;

/**
 * Which share of the people in each class of zones dies: as the user writes it, or by a model of the intensity that the class
 * stands for ({@link EarthquakeFatality}). A class of zones stands for the whole or Roman number it is called by; one of a
 * raster, whose breaks are then halves such as 5.5 and 6.5, for the whole number in it.
 */
final class ImpactFatalities {
    static final String KEY = "fatalities";

    private static final List<String> ROMAN = List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X");

    private ImpactFatalities() {}

    /** The model that the user has named instead of shares. */
    static Optional<EarthquakeFatality> model(ParameterValues values) {
        return values.has(KEY) ? EarthquakeFatality.of(values.text(KEY).strip()) : Optional.empty();
    }

    /**
     * Share by class.
     *
     * @param classes as a user writes them
     * @param ofRaster whether they are those of a raster
     */
    static Map<String, Double> rates(ParameterValues values, List<String> classes, boolean ofRaster) {
        Optional<EarthquakeFatality> model = model(values);
        if (model.isEmpty()) {
            return ImpactPairs.of(values, KEY);
        }
        Map<String, Double> rates = new LinkedHashMap<>();
        for (String each : classes) {
            int intensity = intensity(values, each, ofRaster);
            if (intensity > 0) {
                rates.put(each, model.get().rate(intensity));
            }
        }
        return rates;
    }

    /** A model needs the intensity of every class. */
    static void check(InputChecks checks, List<String> classes, boolean ofRaster) {
        ParameterValues values = checks.values();
        List<String> unknown = new ArrayList<>();
        if (model(values).isPresent()) {
            classes.stream()
                    .filter(each -> intensity(values, each, ofRaster) == 0)
                    .forEach(unknown::add);
        }
        if (!unknown.isEmpty()) {
            checks.problem(
                    KEY,
                    Message.of(
                            ofRaster ? "risk.check-intensity-breaks" : "risk.check-intensity",
                            values.called(KEY),
                            values.called(ofRaster ? "breaks" : "zone-field"),
                            NameList.of(unknown)));
        }
    }

    /** The intensity a class stands for; 0 where it is none that the models know. */
    private static int intensity(ParameterValues values, String called, boolean ofRaster) {
        if (ofRaster) {
            double[] breaks = values.numbers("breaks");
            int number = Integer.parseInt(called);
            double least = breaks[number - 1] + 0.5;
            boolean one = number == breaks.length || breaks[number] == breaks[number - 1] + 1;
            return one ? known(least) : 0;
        }
        int roman = ROMAN.indexOf(called.strip());
        if (roman >= 0) {
            return roman + 1;
        }
        try {
            return known(Double.parseDouble(called));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static int known(double intensity) {
        boolean whole = intensity == Math.rint(intensity);
        return whole && intensity >= 1 && intensity <= EarthquakeFatality.HIGHEST ? (int) intensity : 0;
    }
}
