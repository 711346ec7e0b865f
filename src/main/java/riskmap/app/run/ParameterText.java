package riskmap.app.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.data.Catalogue;
import riskmap.data.Field;

/**
 * The value of a parameter as a reader knows it: choices, named numbers, layers and fields by what they are called in
 * place of the keys that commands take. Large numbers have thousands separators; expressions stay as they are typed.
 */
public final class ParameterText {
    private ParameterText() {}

    /** The value, without its unit. */
    public static String of(Parameter parameter, String value, Language language) {
        return switch (parameter.type()) {
            case CHOICE -> choice(parameter, value, language);
            case BOOLEAN -> yesOrNo(value, language);
            case WEIGHTS -> named(parameter, value, language);
            case LAYER -> layer(value, language);
            case LAYERS ->
                Arrays.stream(value.split(","))
                        .map(name -> layer(name.trim(), language))
                        .collect(Collectors.joining(
                                Message.of("report.list-separator").text(language)));
            case FIELD, FIELDS -> fields(value, language);
            case NUMBER, INTEGER -> grouped(value);
            default -> value;
        };
    }

    /** From 10,000 on with separators: what is less is read at a glance, and may be a year. */
    private static String grouped(String value) {
        try {
            BigDecimal number = new BigDecimal(value.trim());
            return number.abs().compareTo(BigDecimal.valueOf(10_000)) < 0
                    ? value
                    : String.format(Locale.ROOT, "%,." + Math.max(0, number.scale()) + "f", number);
        } catch (NumberFormatException notOne) {
            return value;
        }
    }

    private static String layer(String name, Language language) {
        return name.equals("dem")
                ? Message.of("risk.elevation").text(language)
                : Catalogue.standard()
                        .find(name)
                        .map(kind -> kind.title().in(language))
                        .orElse(name);
    }

    private static String choice(Parameter parameter, String value, Language language) {
        Message title = parameter.choiceTitle(value);
        return title.exists() ? title.text(language) : value;
    }

    private static String yesOrNo(String value, Language language) {
        return switch (value) {
            case "true" -> Message.of("app.value-yes").text(language);
            case "false" -> Message.of("app.value-no").text(language);
            default -> value;
        };
    }

    private static String named(Parameter parameter, String value, Language language) {
        Message all = null;
        for (String part : value.split(",")) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                return value;
            }
            Message each = Message.of(
                    "app.run-named-value",
                    choice(parameter, part.substring(0, equals).trim(), language),
                    part.substring(equals + 1).trim());
            all = all == null ? each : Message.of("app.run-and", all, each);
        }
        return all == null ? value : all.text(language);
    }

    private static String fields(String value, Language language) {
        List<String> titles = new ArrayList<>();
        for (String key : value.split(",")) {
            Optional<Field> field = Catalogue.standard().kinds().stream()
                    .flatMap(kind -> kind.field(key.trim()).stream())
                    .findFirst();
            titles.add(field.map(known -> known.title().in(language)).orElse(key.trim()));
        }
        return String.join(Message.of("report.list-separator").text(language), titles);
    }
}
