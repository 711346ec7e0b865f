package riskmap.edit.check;

/**
 * A statement that the rows of a town in a layer are right (签核). It holds as long as the hash of the rows stays: any edit,
 * by whatever program, re-opens it.
 *
 * @param layer the layer
 * @param town the town, empty for rows of none
 * @param by who signed
 * @param at when, ISO 8601 with offset
 * @param rows how many rows were signed
 * @param hash of the rows, see {@link DataHash}
 * @param errors findings of severity error that were open and not excused when it was signed
 * @param reason why it was signed all the same; empty where nothing was open
 */
public record SignOff(
        String layer, String town, String by, String at, long rows, String hash, long errors, String reason) {

    /** Whether it holds for the rows as they are; null for rows that are gone. */
    public boolean holds(DataHash.Part now) {
        return now != null && now.hash().equals(hash);
    }
}
