package riskmap.risk.model.impact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.RiskMapException;

/** Numbers for names as a user writes them: {@code name=number,name=number}; what cannot be used is said with its pair. */
final class ImpactPairs {
    /** Those whose numbers are shares, 0 to 1. */
    private static final List<String> SHARES = List.of(ImpactDisplaced.RATES, ImpactFatalities.KEY);

    private ImpactPairs() {}

    /** The pairs of a parameter in their order; none where it was not given. */
    static Map<String, Double> of(ParameterValues values, String key) {
        Map<String, Double> pairs = new LinkedHashMap<>();
        for (String part : values.has(key) ? values.text(key).split("[,，;；]") : new String[0]) {
            int equals = part.lastIndexOf('=');
            try {
                double number = Double.parseDouble(part.substring(equals + 1).strip());
                boolean bad = equals < 1 || !(number >= 0) || number > (SHARES.contains(key) ? 1 : 1e9);
                if (bad || pairs.put(part.substring(0, equals).strip(), number) != null) {
                    throw new NumberFormatException(part);
                }
            } catch (NumberFormatException e) {
                throw new RiskMapException(
                        Message.of("risk.pair-unreadable." + key, values.called(key), part.strip()), e);
            }
        }
        return pairs;
    }
}
