package riskmap.app.check;

import java.util.Map;

/**
 * What a project keeps about the last check of one layer, beside the findings in its error layer.
 *
 * @param layer its name
 * @param at when it was checked
 * @param state when its rows had changed last before it was checked, as the file has it
 * @param rows rows that were checked
 * @param whole whether these were all rows and all rules were run
 * @param unlisted findings by rule that were counted but are not in the error layer
 */
record CheckedLayer(String layer, String at, String state, long rows, boolean whole, Map<String, Long> unlisted) {
    CheckedLayer {
        unlisted = unlisted == null ? Map.of() : Map.copyOf(unlisted);
    }
}
