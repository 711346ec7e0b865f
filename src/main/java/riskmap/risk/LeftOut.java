package riskmap.risk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import riskmap.base.NameList;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.RiskMapException;

/**
 * The layers a run does without although the project has them: an optional layer that is empty, has no reference system or
 * lies elsewhere then does not keep a model from starting. The run counts nothing of them, and its record names them.
 */
public final class LeftOut {
    /** The parameter that names them, the same for every model that can do without some layer. */
    public static final Parameter PARAMETER =
            Parameter.of("risk.layers", "without", Parameter.Type.LAYERS, null).asOptional();

    private LeftOut() {}

    /** The parameters of a model, and {@link #PARAMETER} where it reads some layer it can do without. */
    static List<Parameter> parameters(RiskModel model) {
        List<Parameter> all = new ArrayList<>(model.parameters());
        if (model.needs().stream().anyMatch(need -> !need.required())) {
            all.add(PARAMETER);
        }
        return all;
    }

    /**
     * The layers that these values leave out, by the names under which the model reads them.
     *
     * @throws RiskMapException for a layer it cannot do without or does not read
     */
    public static Set<String> of(RiskModel model, ParameterValues values) {
        Set<String> left = new LinkedHashSet<>();
        if (!values.asText().containsKey(PARAMETER.key())) {
            return left;
        }
        left.addAll(values.names(PARAMETER.key()));
        List<RiskModel.LayerNeed> needs = model.needs(values);
        for (String name : left) {
            boolean required = needs.stream()
                    .anyMatch(need -> need.required() && need.kind().equals(name));
            if (required) {
                throw RiskMapException.of("risk.left-out-required", model.title(), InputChecks.called(name));
            }
            if (needs.stream().noneMatch(need -> need.kind().equals(name))) {
                throw RiskMapException.of(
                        "risk.left-out-unknown",
                        model.title(),
                        name,
                        NameList.of(needs.stream()
                                .filter(need -> !need.required())
                                .map(RiskModel.LayerNeed::kind)
                                .toList()));
            }
        }
        return left;
    }
}
