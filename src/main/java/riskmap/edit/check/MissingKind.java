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
 * @param layer the layer of the kind that has no rows; the key of the kind where there is none
 * @param empty whether there is a layer of the kind, without rows
 */
public record MissingKind(LayerKind kind, QualityRule rule, String layer, boolean empty) {
    /** Name of the type of rule. */
    public static final String PRESENT = "present";

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
                    String layer = layers.isEmpty() ? kind.key() : layers.get(0);
                    missing.add(new MissingKind(kind, asked.get(), layer, !layers.isEmpty()));
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
        return message().text(language);
    }

    private Message message() {
        return Message.of(
                empty ? "edit.check-kind-empty" : "edit.check-kind-absent", kind.title(), kind.key(), rule.title());
    }

    /** The same as a finding of no row, as lists and layers of findings hold it. */
    public Finding finding() {
        return new Finding(layer, rule, 0, "", kind.title().text(), "", "", message(), null, List.of(), "", null);
    }
}
