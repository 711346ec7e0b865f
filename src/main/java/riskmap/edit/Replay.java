package riskmap.edit;

import java.util.List;
import riskmap.base.Message;

/**
 * What became of steps that had waited.
 *
 * @param done how many are in the file now
 * @param refused those that no longer fit the data; they are kept in a file of their own
 */
public record Replay(int done, List<Refused> refused) {
    public Replay {
        refused = List.copyOf(refused);
    }

    /**
     * A step that could not be done any more.
     *
     * @param name what it is called
     * @param reason which row stands against it
     */
    public record Refused(Message name, Message reason) {}
}
