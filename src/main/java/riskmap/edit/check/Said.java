package riskmap.edit.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import riskmap.data.Domain;
import riskmap.data.Field;
import riskmap.data.FieldType;

/** Fields with their values, written out when they are read, in the language then in use. */
record Said(List<Field> fields, List<Optional<Object>> values) {
    static Said values(List<Field> fields, Object... values) {
        return new Said(
                List.copyOf(fields),
                java.util.Arrays.stream(values).map(Optional::ofNullable).toList());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < fields.size(); i++) {
            text.append(i == 0 ? "" : "; ")
                    .append(fields.get(i).title().text())
                    .append(" = ")
                    .append(values.get(i).map(value(fields.get(i))).orElse("–"));
        }
        return text.toString();
    }

    private static java.util.function.Function<Object, String> value(Field field) {
        return value -> {
            Optional<Domain.Code> code =
                    field.domain() == null ? Optional.empty() : field.domain().find(value.toString());
            if (code.isPresent() && field.type() == FieldType.TEXT) {
                return code.get().title().text();
            }
            return value instanceof Double number ? number(number) : value.toString();
        };
    }

    /** A number with at most three decimals, without trailing zeros. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
