package riskmap.analysis.relate;

import java.util.ArrayList;
import java.util.List;
import riskmap.analysis.Inputs;
import riskmap.base.Parameter;

/** The inputs of tools that take up to ten layers of one kind: the first has a name of its own, these follow it. */
final class FurtherLayers {
    static final List<String> KEYS =
            List.of("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    private FurtherLayers() {}

    /** The parameters that may be left out: all but so many of the first. */
    static List<Parameter> optional(String owner, int required) {
        return KEYS.stream()
                .skip(required)
                .map(key ->
                        Parameter.of(owner, key, Parameter.Type.FEATURES, null).asOptional())
                .toList();
    }

    /** The names of the layers given, the first before the others. */
    static List<String> with(String first, Inputs inputs) {
        List<String> names = new ArrayList<>(List.of(first));
        KEYS.stream().filter(inputs::has).forEach(names::add);
        return names;
    }
}
