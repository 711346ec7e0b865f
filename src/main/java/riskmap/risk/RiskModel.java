package riskmap.risk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import riskmap.analysis.Inputs;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/**
 * A model that turns survey layers, tables or a few numbers into hazard or risk. Title and help derive from its id:
 * {@code risk.<id>}, {@code .help}.
 *
 * <p>A model says what it computes by: {@link #formulas}, {@link #coefficients} and {@link #sources} before a run, the
 * {@link RiskResult#workings workings} with the numbers filled in after it. A number that was not seen in its printed
 * standard is a parameter {@link Parameter#asUnverified marked so}; the run then tells to check it.
 */
public interface RiskModel {
    /** Lower-case with hyphens. */
    String id();

    /** Changes whenever the numbers may change. */
    String version();

    /** Standards and papers the formulas come from. */
    List<String> sources();

    /** The layers and tables it reads, by catalogue kind ({@code dem} for the elevation); none for a calculator. */
    List<LayerNeed> needs();

    /** What it reads with these values: {@link #needs()}, and the layers that parameters name. */
    default List<LayerNeed> needs(ParameterValues values) {
        return needs();
    }

    /** Values only; layers are {@link #needs()}. */
    List<Parameter> parameters();

    /** {@link #parameters()}, and the layers to leave out where it can do without some: all that a run may be given. */
    default List<Parameter> allParameters() {
        return LeftOut.parameters(this);
    }

    /** The parameters that name one row of a layer, each with where those names stand. */
    default Map<String, Named> named() {
        return Map.of();
    }

    /** What it computes by. */
    default List<Formula> formulas() {
        return List.of();
    }

    /** The numbers that stand fixed in it. */
    default List<Coefficient> coefficients() {
        return List.of();
    }

    /** The catalogue kind of its main layer, which a run may give another name; empty when it makes no layer. */
    default Optional<String> mainLayer() {
        return Optional.of("risk_zone");
    }

    /** Key of the parameter that makes things worse when it rises, if there is one: a level, a rainfall. */
    default Optional<String> intensity() {
        return Optional.empty();
    }

    /** Says what is wrong with the inputs and values before the run starts; what it finds keeps the run from starting. */
    default void check(InputChecks checks) {
        // nothing beyond what every run is checked for
    }

    /** Runs the model; the same inputs and values give the same bytes whatever the number of threads. */
    RiskResult run(Inputs inputs, ParameterValues values, Progress progress);

    default Message title() {
        return Message.of("risk." + id());
    }

    default Message help() {
        return Message.of("risk." + id() + ".help");
    }

    /**
     * Where the names of rows stand.
     *
     * @param kind catalogue kind of the layer
     * @param field its field
     */
    record Named(String kind, String field) {}

    /**
     * A layer a model reads.
     *
     * @param kind key in the catalogue, {@code dem}, or the name of a layer or raster of the project
     * @param required whether the model cannot run without it
     */
    record LayerNeed(String kind, boolean required) {}
}
