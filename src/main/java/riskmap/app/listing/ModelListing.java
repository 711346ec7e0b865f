package riskmap.app.listing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import riskmap.app.Answer;
import riskmap.app.TextTable;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.UnitText;
import riskmap.data.Catalogue;
import riskmap.risk.Coefficient;
import riskmap.risk.Formula;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskModels;
import riskmap.risk.SourceText;

/** The models as text and facts: what each reads, takes, computes by, and where that is printed. */
public final class ModelListing {
    private ModelListing() {}

    /** One line per model. */
    static Answer all() {
        List<List<String>> lines = new ArrayList<>();
        List<Object> facts = new ArrayList<>();
        for (RiskModel model : RiskModels.all()) {
            lines.add(List.of(model.id(), model.version(), model.title().text()));
            facts.add(Map.of(
                    "id",
                    model.id(),
                    "version",
                    model.version(),
                    "title",
                    model.title().text()));
        }
        return new Answer(TextTable.columns(lines, null), facts);
    }

    /** Everything about one. */
    public static Answer of(RiskModel model) {
        StringBuilder text = new StringBuilder(model.id() + " " + model.version() + "  "
                + model.title().text() + "\n" + model.help().text() + "\n\n");
        List<Object> needs = new ArrayList<>();
        if (!model.needs().isEmpty()) {
            text.append(Message.of("app.list-layers").text()).append('\n');
        }
        for (RiskModel.LayerNeed need : model.needs()) {
            needs.add(Map.of("kind", need.kind(), "required", need.required()));
            text.append("  ").append(need.kind());
            Catalogue.standard().find(need.kind()).ifPresent(kind -> text.append("  ")
                    .append(kind.title().text()));
            if (need.required()) {
                text.append("  ").append(Message.of("app.list-required").text());
            }
            text.append('\n');
        }
        text.append('\n').append(Listings.text(model.allParameters())).append('\n');
        List<Object> formulas = formulas(model, text);
        List<Object> coefficients = coefficients(model, text);
        text.append(Message.of("app.list-sources").text()).append('\n');
        model.sources().forEach(source -> text.append("  ")
                .append(SourceText.in(source, Language.current()))
                .append('\n'));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", model.id());
        facts.put("version", model.version());
        facts.put("title", model.title().text());
        facts.put("help", model.help().text());
        facts.put("layers", needs);
        facts.put("parameters", Listings.facts(model.allParameters()));
        facts.put("formulas", formulas);
        facts.put("coefficients", coefficients);
        facts.put("sources", model.sources());
        return new Answer(text.toString(), facts);
    }

    private static List<Object> formulas(RiskModel model, StringBuilder text) {
        List<Object> facts = new ArrayList<>();
        if (!model.formulas().isEmpty()) {
            text.append(Message.of("app.list-formulas").text()).append('\n');
        }
        for (Formula formula : model.formulas()) {
            String title = formula.title().text();
            String evidence = formula.evidence().title().text();
            text.append("  ").append(title).append(": ").append(formula.explained(Language.current()));
            text.append("  [")
                    .append(SourceText.in(formula.source(), Language.current()))
                    .append("; ")
                    .append(evidence)
                    .append("]\n");
            facts.add(Map.of(
                    "title", title, "formula", formula.text(), "source", formula.source(), "evidence", evidence));
        }
        text.append(model.formulas().isEmpty() ? "" : "\n");
        return facts;
    }

    private static List<Object> coefficients(RiskModel model, StringBuilder text) {
        List<Object> facts = new ArrayList<>();
        if (!model.coefficients().isEmpty()) {
            text.append(Message.of("app.list-coefficients").text()).append('\n');
        }
        for (Coefficient coefficient : model.coefficients()) {
            String title = coefficient.title().text();
            String evidence = coefficient.evidence().title().text();
            text.append("  ").append(title).append(": ").append(coefficient.value());
            text.append(' ').append(UnitText.of(coefficient.unit()));
            text.append("  [")
                    .append(SourceText.in(coefficient.source(), Language.current()))
                    .append("; ")
                    .append(evidence)
                    .append("]\n");
            facts.add(Map.of(
                    "title",
                    title,
                    "value",
                    coefficient.value(),
                    "unit",
                    coefficient.unit(),
                    "source",
                    coefficient.source(),
                    "evidence",
                    evidence));
        }
        text.append(model.coefficients().isEmpty() ? "" : "\n");
        return facts;
    }
}
