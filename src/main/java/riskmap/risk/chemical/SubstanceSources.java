package riskmap.risk.chemical;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import riskmap.data.Profile;
import riskmap.risk.Evidence;

/**
 * Where each number of the substances is printed: the profile {@code maps/profiles/substance-sources.csv}. A source
 * stands for the number it names only: when a number of {@code substances.csv} is changed, it is unverified until a
 * source names the new one.
 */
final class SubstanceSources {
    /** Columns of the substances that are no numbers. */
    private static final List<String> WORDS = List.of("substance", "names", "cas", "class");

    private final Map<String, SubstanceValue> all = new HashMap<>();

    private SubstanceSources() {}

    static SubstanceSources standard() {
        SubstanceSources sources = new SubstanceSources();
        for (Map<String, String> row : Profile.named("substance-sources").rows()) {
            sources.all.put(
                    row.get("substance") + " " + row.get("column"),
                    new SubstanceValue(
                            row.get("column"), row.get("value"), row.get("source"), Evidence.of(row.get("evidence"))));
        }
        return sources;
    }

    /** The numbers of a row of the substances, each with its source. */
    List<SubstanceValue> of(Map<String, String> row) {
        List<SubstanceValue> values = new ArrayList<>();
        row.forEach((column, text) -> {
            if (!WORDS.contains(column) && !text.isBlank()) {
                SubstanceValue known = all.get(row.get("substance") + " " + column);
                boolean same = known != null && known.value().equals(text.strip());
                values.add(same ? known : new SubstanceValue(column, text.strip(), "", Evidence.UNVERIFIED));
            }
        });
        return List.copyOf(values);
    }
}
