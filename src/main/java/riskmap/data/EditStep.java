package riskmap.data;

import java.time.Instant;
import java.util.List;
import riskmap.base.Message;

/**
 * A finished step of editing as the journal lists it; its rows stay on disk.
 *
 * @param seq number in the journal, rising; never used twice
 * @param name what the undo menu calls it
 * @param time when it was made
 * @param user who made it
 * @param device where
 * @param state whether the data hold it
 * @param rows how many row changes it has
 * @param layers the tables it touches
 */
public record EditStep(
        long seq, Message name, Instant time, String user, String device, State state, int rows, List<String> layers) {
    /** What a step touches that changes how a layer looks: the table of styles. */
    public static final String STYLES = "layer_styles";

    public EditStep {
        layers = List.copyOf(layers);
    }

    /** Whether it changes how a layer looks, and no rows of layers. */
    public boolean isStyle() {
        return layers.equals(List.of(STYLES));
    }

    /** Where a step stands. */
    public enum State {
        /** In the data; the last of them is the next to be undone. */
        DONE,
        /** Taken back; the first of them is the next to be redone. */
        UNDONE,
        /** Taken back, and something else was done since: kept to be read, out of reach of redo. */
        ABANDONED
    }
}
