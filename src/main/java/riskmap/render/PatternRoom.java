package riskmap.render;

import java.util.Map;

/**
 * How far apart the symbols of a pattern stand, from the middle of one to that of the next.
 *
 * <p><b>Source:</b> GeoServer user manual, “Adding space around graphic fills”: {@code graphic-margin} lies on each side of
 * a symbol, so that twice as much is between two of them; {@code distance} is what QGIS writes.
 *
 * @param across from one to the next of a row
 * @param down from one row to the next
 */
record PatternRoom(double across, double down) {
    private static final String DISTANCE = "distance";

    /** The room that a symbolizer's options leave to symbols of a size; its lengths are in units of the target. */
    static PatternRoom of(Map<String, String> options, double size, double unit) {
        double[] margins = margins(options.get(Shield.MARGIN), unit);
        double[] distances = numbers(options.get(DISTANCE), unit);
        double across = distances[0];
        double down = distances.length > 1 ? distances[1] : across;
        return new PatternRoom(
                across > 0 ? across : size + margins[1] + margins[3], down > 0 ? down : size + margins[0] + margins[2]);
    }

    /** One to four numbers, as in CSS: top, right, bottom, left. */
    static double[] margins(String option, double unit) {
        double[] given = numbers(option, unit);
        double right = given.length > 1 ? given[1] : given[0];
        return new double[] {
            given[0], right, given.length > 2 ? given[2] : given[0], given.length > 3 ? given[3] : right
        };
    }

    private static double[] numbers(String option, double unit) {
        String[] words = option == null ? new String[] {"0"} : option.strip().split("[\\s,]+");
        double[] result = new double[Math.min(4, words.length)];
        for (int i = 0; i < result.length; i++) {
            result[i] = LookReader.parse(words[i], 0) * unit;
        }
        return result;
    }
}
