package riskmap.analysis;

import java.util.List;
import java.util.Set;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/**
 * A tool from layers to a layer. Its title and help derive from its id: {@code analysis.<id>} and
 * {@code analysis.<id>.help}; those of its parameters from {@code analysis.<id>.<key>}.
 */
public interface Operation {
    /** Lower-case with hyphens, as on the command line: {@code zonal-statistics}. */
    String id();

    /** Inputs (types FEATURES and GRID) and values, in the order of the form. */
    List<Parameter> parameters();

    /**
     * Runs the tool. Sources are never changed; the answer does not depend on the number of threads.
     *
     * @throws riskmap.base.RiskMapException when inputs do not fit, before work starts
     */
    Output run(Inputs inputs, ParameterValues values, Progress progress);

    /** Rasters among the inputs that only say where cells lie ({@link Inputs#lattice}): what is in them need not be read. */
    default Set<String> lattices() {
        return Set.of();
    }

    /** The layers that an input of type FEATURES can be. */
    default FittingShapes shapes(String input) {
        return FittingShapes.named(input);
    }

    /** The input that the fields a parameter names belong to; empty where they may be of any. */
    default String inputOfFields(String parameter) {
        return "";
    }

    /** The parameters that name fields whose values are added up or computed with: they must be numbers. */
    default Set<String> numberParameters() {
        return Set.of("sum");
    }

    /** The input that a value is about, without which it says nothing; empty where it is about all. */
    default String inputOfValue(String parameter) {
        return inputOfFields(parameter);
    }

    default Message title() {
        return Message.of("analysis." + id());
    }

    default Message help() {
        return Message.of("analysis." + id() + ".help");
    }
}
