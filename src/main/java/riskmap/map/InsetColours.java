package riskmap.map;

/**
 * The colours of a small map that shows where the mapped area lies; each {@code #rrggbb} or {@code #rrggbbaa}, null for
 * the usual one.
 *
 * @param sea what is not land
 * @param land the schematic land
 * @param shore the line around it
 * @param mark the extent of the map: its line, and its area lightly
 * @param edge the line around the whole; lines of degrees are the same, fainter
 */
public record InsetColours(String sea, String land, String shore, String mark, String edge) {
    /** The usual colours. */
    public static final InsetColours USUAL = new InsetColours(null, null, null, null, null);

    public InsetColours {
        sea = Colours.check(sea == null ? "#dbe8f1" : sea);
        land = Colours.check(land == null ? "#f7f4ec" : land);
        shore = Colours.check(shore == null ? "#8fa7b8" : shore);
        mark = Colours.check(mark == null ? "#c4291c" : mark);
        edge = Colours.check(edge == null ? "#33475b" : edge);
    }
}
