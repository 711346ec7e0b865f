package riskmap.ui.rows;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.Progress;
import riskmap.ui.form.LayerSource;
import riskmap.ui.task.TasksViewModel;

/** What is run over rows of values: a tool, or a risk model. Knows no toolkit. */
public interface RowSubject {
    /**
     * What became of a row.
     *
     * @param made whether something came out
     * @param said what there is to say of it
     */
    record Done(boolean made, Message said) {}

    /** The runs of several rows, to be done beside the window. */
    interface Runs {
        /** Does them one after another and tells of each; one that fails is told of, and the rest goes on. */
        void run(Consumer<Done> told, Progress progress);

        /** Tells the window of what has come out. */
        void finished();
    }

    /** Name for files. */
    String id();

    Message title();

    /** Its inputs and values: a column each. */
    List<Parameter> parameters();

    /** The layers that fit an input. */
    List<LayerSource> fitting(Parameter input);

    /** The layer of this source. */
    Optional<LayerSource> find(String source);

    /** Title and name of a layer in the language in use. */
    String shown(LayerSource source);

    /** Whether what comes out is a layer that each row gives its own name. */
    boolean namesResult();

    /** Whether nothing else has this name. */
    boolean isFree(String name);

    /** A new call with the defaults. */
    RowCall newCall();

    /** What the form says now. */
    RowCall call();

    /** The runs of calls as they are filled in now. */
    Runs runs(List<RowCall> calls);

    TasksViewModel tasks();
}
