package riskmap.risk;

import java.util.List;
import riskmap.analysis.Inputs;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/** A model that turns survey layers into risk. Title and help derive from its id: {@code risk.<id>}, {@code .help}. */
public interface RiskModel {
    /** Lower-case with hyphens. */
    String id();

    /** Changes whenever the numbers may change. */
    String version();

    /** Standards and papers the formulas come from. */
    List<String> sources();

    /** The layers it reads, by catalogue kind ({@code dem} for the elevation). */
    List<LayerNeed> needs();

    /** Values only; layers are {@link #needs()}. */
    List<Parameter> parameters();

    /** Runs the model; the same inputs and values give the same bytes whatever the number of threads. */
    RiskResult run(Inputs inputs, ParameterValues values, Progress progress);

    default Message title() {
        return Message.of("risk." + id());
    }

    default Message help() {
        return Message.of("risk." + id() + ".help");
    }

    /**
     * A layer a model reads.
     *
     * @param kind key in the catalogue, or {@code dem}
     * @param required whether the model cannot run without it
     */
    record LayerNeed(String kind, boolean required) {}
}
