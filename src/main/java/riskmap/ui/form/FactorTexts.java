package riskmap.ui.form;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.risk.weighting.Factor;
import riskmap.risk.weighting.Scale;

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
        String layer = titles.layer(factor.layer());
        String field = factor.field() == null ? "" : titles.field(factor.layer(), factor.field());
        String what = Stream.of(
                        Message.of("ui.factor-measure-" + factor.measure().key())
                                .text(),
                        layer.isEmpty() ? factor.layer() : layer,
                        field.isEmpty() && factor.field() != null ? factor.field() : field,
                        factor.per() == null ? "" : "/ " + factor.per())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        return Message.of(
                        "ui.factor-line",
                        Double.toString(factor.weight()),
                        factor.name(),
                        what,
                        scale(factor.scale().text()) + numbers(factor.scale().text()))
                .text();
    }

    /** The bounds or values behind the kind of a scale. */
    private static String numbers(String scale) {
        String rest = scale.trim()
                .replaceFirst("^\\S+", "")
                .replaceFirst("\\s*falling$", "")
                .trim();
        return rest.isEmpty() ? "" : " " + rest;
    }

    /** What a measure is called, with its key. */
    static String measureAndKey(String key) {
        return SourceTitles.both(Message.of("ui.factor-measure-" + key).text(), key);
    }

    /** What a scale does in words; empty while it is none. */
    static String scale(String scale) {
        List<String> words =
                List.of(scale.trim().replaceFirst("^/\\s*\\S+\\s*", "").split("\\s+"));
        boolean falling = words.get(words.size() - 1).equals("falling");
        String kind =
                words.get(0).isEmpty() || words.get(0).equals("falling") ? Scale.Kind.MIN_MAX.key() : words.get(0);
        boolean known =
                Stream.of(Scale.Kind.values()).anyMatch(each -> each.key().equals(kind));
        if (!known) {
            return "";
        }
        Message title = Message.of("ui.factor-score-" + kind);
        return (falling ? Message.of("ui.factor-score-falling", title) : title).text();
    }
}
