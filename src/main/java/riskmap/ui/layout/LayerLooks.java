package riskmap.ui.layout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import riskmap.base.RiskMapException;

/** Layer looks: what a map frame shows otherwise than the map does, written {@code layer=value, layer=value}. */
final class LayerLooks {
    private LayerLooks() {}

    static String text(Map<String, ?> looks) {
        return looks.entrySet().stream()
                .map(look -> look.getKey() + "=" + look.getValue())
                .collect(Collectors.joining(", "));
    }

    /** Names of styles by layer. */
    static Map<String, String> styles(String text) {
        return read(text, value -> value);
    }

    /** Opacities, 0 to 1, by layer. */
    static Map<String, Double> opacity(String text) {
        return read(text, value -> {
            try {
                double opacity = Double.parseDouble(value);
                return opacity >= 0 && opacity <= 1 ? opacity : null;
            } catch (NumberFormatException notANumber) {
                return null;
            }
        });
    }

    private static <T> Map<String, T> read(String text, Function<String, T> value) {
        Map<String, T> looks = new LinkedHashMap<>();
        for (String part : text.split("[,，]")) {
            if (part.isBlank()) {
                continue;
            }
            String[] pair = part.split("=", 2);
            T look = pair.length < 2 || pair[1].isBlank() || pair[0].isBlank() ? null : value.apply(pair[1].strip());
            if (look == null) {
                throw RiskMapException.of("ui.layout-look-wrong", part.strip());
            }
            looks.put(pair[0].strip(), look);
        }
        return looks;
    }
}
