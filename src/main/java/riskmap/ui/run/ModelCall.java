package riskmap.ui.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.Observable;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.RiskMapException;
import riskmap.risk.LeftOut;
import riskmap.risk.RiskModel;
import riskmap.ui.form.FormViewModel;
import riskmap.ui.form.LayerSource;
import riskmap.ui.rows.RowCall;

/** One run of a model while its row is filled in: its values, and the name of its main layer where it makes one. */
final class ModelCall implements RowCall {
    private final RiskModel model;
    private final Set<String> present;
    private final FormViewModel form;
    private final StringProperty result;

    /** Begins with the defaults and the usual name. */
    ModelCall(RiskModel model, Set<String> present) {
        this.model = model;
        this.present = present;
        this.form = new FormViewModel(
                model.allParameters(), present.stream().sorted().toList());
        this.result = new SimpleStringProperty(model.mainLayer().orElse(""));
    }

    @Override
    public FormViewModel form() {
        return form;
    }

    @Override
    public Property<LayerSource> input(String key) {
        return null;
    }

    @Override
    public Map<String, String> layers() {
        return Map.of();
    }

    @Override
    public StringProperty result() {
        return result;
    }

    @Override
    public List<Observable> everything() {
        List<Observable> all = new ArrayList<>(List.of(form.isValid(), result));
        form.parameters().forEach(parameter -> all.add(form.value(parameter.key())));
        return all;
    }

    @Override
    public Message hindrance() {
        if (!form.isValid().get()) {
            return form.firstProblem();
        }
        try {
            ParameterValues values = ParameterValues.of(model.allParameters(), form.given());
            LeftOut.of(model, values);
            boolean complete =
                    model.needs(values).stream().allMatch(need -> !need.required() || present.contains(need.kind()));
            return complete ? null : Message.of("ui.risk-no-layers");
        } catch (RiskMapException e) {
            return e.userMessage();
        }
    }
}
