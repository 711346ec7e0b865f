package riskmap.ui.tool;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.value.ObservableObjectValue;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import riskmap.analysis.Operation;
import riskmap.app.ecql.EcqlCheck;
import riskmap.app.ecql.EcqlProblem;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.ui.form.FormViewModel;
import riskmap.ui.form.LayerSource;

/** What a tool's values say of fields, checked against the layers chosen while the form is filled in. */
final class FieldChecks {
    private FieldChecks() {}

    /** What is wrong, null for nothing. */
    static Message of(
            Operation operation, FormViewModel form, Map<String, ? extends ObservableObjectValue<LayerSource>> inputs) {
        List<LayerSource> all = layers(inputs.values());
        // a field that is worked out may be a new one
        boolean mayBeNew = operation.parameters().stream()
                .anyMatch(parameter -> parameter.key().equals("expression"));
        for (Parameter parameter : operation.parameters()) {
            String value =
                    parameter.isInput() ? null : form.value(parameter.key()).get();
            String of = operation.inputOfFields(parameter.key());
            List<LayerSource> chosen = inputs.containsKey(of) ? layers(List.of(inputs.get(of))) : all;
            if (value == null || value.isBlank() || chosen.isEmpty()) {
                continue;
            }
            Message wrong =
                    switch (parameter.type()) {
                        case FIELD -> mayBeNew ? null : field(parameter, value.strip(), chosen);
                        case FIELDS -> fields(parameter, value, chosen);
                        case EXPRESSION -> parameter.key().equals("where") ? condition(value, chosen.get(0)) : null;
                        default -> null;
                    };
            if (wrong != null) {
                return wrong;
            }
        }
        return null;
    }

    private static List<LayerSource> layers(Collection<? extends ObservableObjectValue<LayerSource>> inputs) {
        return inputs.stream()
                .map(ObservableObjectValue::get)
                .filter(Objects::nonNull)
                .filter(source -> !source.raster())
                .toList();
    }

    private static Message fields(Parameter parameter, String names, List<LayerSource> chosen) {
        for (String name : names.split(",")) {
            Message wrong = name.isBlank() ? null : field(parameter, name.strip(), chosen);
            if (wrong != null) {
                return wrong;
            }
        }
        return null;
    }

    private static Message field(Parameter parameter, String name, List<LayerSource> chosen) {
        boolean known = chosen.stream()
                .flatMap(source -> source.fields().stream())
                .anyMatch(field -> field.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)));
        return known ? null : Message.of("ui.tool-field-missing", parameter.title(), name);
    }

    private static Message condition(String text, LayerSource source) {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName(source.name());
        source.fields().forEach(field -> builder.add(field, Object.class));
        builder.add("geom", org.locationtech.jts.geom.Geometry.class);
        SimpleFeatureType type = builder.buildFeatureType();
        Optional<EcqlProblem> problem = EcqlCheck.problem(text, type, null).filter(EcqlProblem::severe);
        return problem.map(EcqlProblem::placed).orElse(null);
    }
}
