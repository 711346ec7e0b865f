package riskmap.ui.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.StringProperty;

/** A text of weights, {@code flood=0.3,fire=0.2}, taken apart into named numbers and put together again. */
final class WeightsViewModel {
    private final StringProperty text;

    WeightsViewModel(StringProperty text) {
        this.text = text;
    }

    /** Name → weight as written, in the order of the text. */
    Map<String, String> parts() {
        Map<String, String> result = new LinkedHashMap<>();
        for (String part : text.get().split(",")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                result.put(
                        part.substring(0, equals).trim(),
                        part.substring(equals + 1).trim());
            }
        }
        return result;
    }

    /** Changes one weight. */
    void set(String name, String weight) {
        Map<String, String> parts = parts();
        parts.put(name, weight.trim());
        text.set(parts.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(",")));
    }

    /** The sum of the weights, not a number while one of them is none. */
    double sum() {
        double sum = 0;
        for (String weight : parts().values()) {
            try {
                sum += Double.parseDouble(weight);
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }
        return sum;
    }
}
