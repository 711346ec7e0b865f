package riskmap.ui.form;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.base.UnitText;
import riskmap.risk.weighting.Factor;

/** The factors of a combination in words: what is measured of which layer and field, and how it becomes a score. */
public final class FactorTexts {
    private FactorTexts() {}

    /** A line for each factor, in the language in use; text that is none as it stands. */
    public static String of(String factors, SourceTitles titles) {
        try {
            return Factor.parse(factors).stream()
                    .map(factor -> line(factor, titles))
                    .collect(Collectors.joining("\n"));
        } catch (RiskMapException notOne) {
            return factors;
        }
    }

    private static String line(Factor factor, SourceTitles titles) {
        FactorDraft draft = FactorDraft.of(factor);
        return Message.of("ui.factor-line", draft.weight.get(), factor.name(), measured(draft, titles), scored(draft))
                .text();
    }

    /** What is measured of which layer and field, as far as it is filled in. */
    static String measured(FactorDraft draft, SourceTitles titles) {
        String layer = draft.layer.get().trim();
        String field = draft.measured().hasField() ? draft.field.get().trim() : "";
        String divisor = draft.per.get().trim();
        return Stream.of(
                        Message.of("ui.factor-measure-" + draft.measure.get()).text(),
                        titles.layer(layer).isEmpty() ? layer : titles.layer(layer),
                        titles.field(layer, field).isEmpty() ? field : titles.field(layer, field),
                        divisor.isEmpty() ? "" : "/ " + divisor(divisor))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** What a factor is divided by. */
    static String divisor(String per) {
        return per.equals("km2") ? UnitText.of("km²") : per;
    }

    /** How it becomes a score, with the bounds or values. */
    static String scored(FactorDraft draft) {
        Message kind = Message.of("ui.factor-score-" + draft.score.get());
        String numbers = draft.hasNumbers() ? draft.numbers.get().trim() : "";
        Message all = numbers.isEmpty() ? kind : Message.of("ui.factor-score-numbers", kind, numbers);
        return (draft.falling.get() ? Message.of("ui.factor-score-falling", all) : all).text();
    }
}
