package riskmap.app.listing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Operation;
import riskmap.analysis.Operations;
import riskmap.app.tool.QgisNames;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.UnitText;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskModels;

/**
 * What one tool or model can be given, for its help on the command line.
 *
 * @param title its id and what it is called
 * @param help what it does
 * @param values what is written on the command line for each input and value → what it means, its unit, its default and
 *     what it may be
 */
public record ValuesHelp(String title, String help, Map<String, String> values) {
    private static final Set<Parameter.Type> PLAIN = Set.of(Parameter.Type.NUMBER, Parameter.Type.INTEGER);

    /** Of the tool with this name, ours or QGIS's; says which there are when there is none. */
    public static ValuesHelp ofOperation(String name) {
        Operation operation = Operations.byId(QgisNames.operation(name));
        Map<String, String> values = new LinkedHashMap<>();
        for (Parameter parameter : operation.parameters()) {
            List<String> facts = facts(parameter);
            if (parameter.type() == Parameter.Type.FEATURES) {
                facts.add(0, shapes(operation.shapes(parameter.key())));
            }
            values.put((parameter.isInput() ? "--in " : "-p ") + parameter.key(), line(parameter, facts));
        }
        return new ValuesHelp(
                operation.id() + "  " + operation.title().text(),
                operation.help().text(),
                values);
    }

    /** Of the model with this id; says which there are when there is none. */
    public static ValuesHelp ofModel(String id) {
        RiskModel model = RiskModels.byId(id);
        Map<String, String> values = new LinkedHashMap<>();
        model.allParameters()
                .forEach(parameter -> values.put("-p " + parameter.key(), line(parameter, facts(parameter))));
        return new ValuesHelp(
                model.id() + "  " + model.title().text(), model.help().text(), values);
    }

    /** One line: title, unit, what holds of its value, what it is for. */
    private static String line(Parameter parameter, List<String> facts) {
        Message title =
                parameter.unverified() ? Message.of("app.list-unverified", parameter.title()) : parameter.title();
        String unit = UnitText.of(parameter.unit());
        String head = unit.isEmpty()
                ? title.text()
                : Message.of("app.help-with-unit", title, unit).text();
        String known = facts.stream()
                .collect(Collectors.joining(Message.of("app.help-between").text()));
        return Message.of("app.help-line", head, known, parameter.help()).text();
    }

    private static List<String> facts(Parameter parameter) {
        List<String> facts = ofValue(parameter);
        if (parameter.use() != null) {
            facts.add(Message.of(
                            "app.help-only-for",
                            parameter.use().key(),
                            parameter.use().choice())
                    .text());
        }
        return facts;
    }

    private static List<String> ofValue(Parameter parameter) {
        List<String> facts = new ArrayList<>();
        if (parameter.defaultValue() != null && !parameter.defaultValue().isEmpty()) {
            facts.add(Message.of("app.help-default", parameter.defaultValue()).text());
        } else {
            boolean needed = parameter.defaultValue() == null && !parameter.optional();
            facts.add(Message.of(needed ? "app.list-required" : "app.help-optional")
                    .text());
        }
        if (!parameter.choices().isEmpty()) {
            facts.add(parameter.choices().stream()
                    .map(choice -> choice(parameter, choice))
                    .collect(Collectors.joining(" | ")));
            return facts;
        }
        boolean bounded = parameter.minimum() != null || parameter.maximum() != null;
        // of a plain number its bounds say enough; those of a judgement are the scale it is written in
        if (!bounded || !PLAIN.contains(parameter.type())) {
            facts.add(Message.of("app.help-form-" + parameter.type().name().toLowerCase(Locale.ROOT))
                    .text());
        }
        if (bounded && parameter.type() != Parameter.Type.JUDGEMENTS) {
            facts.add(Listings.bounds(parameter));
        }
        return facts;
    }

    private static String choice(Parameter parameter, String choice) {
        String title = parameter.choiceTitle(choice).text();
        return title.equalsIgnoreCase(choice) ? choice : choice + " " + title;
    }

    private static String shapes(FittingShapes fitting) {
        return fitting.all().stream().sorted().map(kind -> kind.title().text()).collect(Collectors.joining(" | "));
    }
}
