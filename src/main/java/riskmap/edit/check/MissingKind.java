package riskmap.edit.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.data.simple.SimpleFeatureIterator;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.LayerKind;
import riskmap.data.QualityRule;

/**
 * A kind of layer that every survey has by its rule {@code present}, and of which the project holds no row. A project that
 * is being filled is no bad one: how grave it is, the rule says.
 *
 * @param kind what is missing
 * @param rule the rule that asks for it
 * @param empty whether there is a layer of the kind, without rows
 */
public record MissingKind(LayerKind kind, QualityRule rule, boolean empty) {
    /** Name of the type of rule. */
    static final String PRESENT = "present";

    /** The kinds that are missing, in the order of the catalogue. */
    static List<MissingKind> of(SurveyData data) {
        List<MissingKind> missing = new ArrayList<>();
        for (LayerKind kind : data.kinds()) {
            Optional<QualityRule> asked = kind.rules().stream()
                    .filter(rule -> rule.type().equals(PRESENT))
                    .findFirst();
            if (asked.isPresent()) {
                List<String> layers = data.layersOf(kind.key());
                if (layers.stream().noneMatch(layer -> hasRows(data, layer))) {
                    missing.add(new MissingKind(kind, asked.get(), !layers.isEmpty()));
                }
            }
        }
        return missing;
    }

    /** Looks at one row, however many there are. */
    private static boolean hasRows(SurveyData data, String layer) {
        SimpleFeatureSource source = data.features(layer);
        Query first = new Query(source.getSchema().getTypeName());
        first.setMaxFeatures(1);
        try (SimpleFeatureIterator rows = source.getFeatures(first).features()) {
            return rows.hasNext();
        } catch (IOException e) {
            throw new RiskMapException(Message.of("edit.check-unreadable", layer, e.getMessage()), e);
        }
    }

    /** What is missing, in one line. */
    public String text(Language language) {
        return Message.of(
                        empty ? "edit.check-kind-empty" : "edit.check-kind-absent",
                        kind.title().in(language),
                        kind.key(),
                        rule.title().in(language))
                .text(language);
    }
}
