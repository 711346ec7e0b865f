package riskmap.data;

import java.time.Instant;

/**
 * A named place in the history of edits, made by “save”: what is done is on disk anyway, this is what one goes back to.
 *
 * @param name what the user called it
 * @param seq the last step that was done then, 0 where there was none
 * @param time when it was made
 * @param user who made it
 */
public record Checkpoint(String name, long seq, Instant time, String user) {}
