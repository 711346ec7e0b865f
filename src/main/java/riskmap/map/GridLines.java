package riskmap.map;

import riskmap.base.RiskMapException;

/**
 * Lines of equal coordinates over a map frame, with ticks and labels outside it.
 *
 * @param kind geographic or plane coordinates; null for geographic
 * @param interval minutes of arc (geographic) or kilometres (plane) between lines; 0 to choose a round one
 * @param lines whether lines cross the map; ticks and labels are drawn always
 * @param line how the lines look
 * @param label how the labels look
 */
public record GridLines(Kind kind, double interval, boolean lines, LineStyle line, TextStyle label) {
    /** Which coordinates. */
    public enum Kind {
        /** Longitude and latitude. */
        GEOGRAPHIC,
        /** Easting and northing of the map's CRS, in kilometres. */
        KILOMETRE
    }

    public GridLines {
        kind = kind == null ? Kind.GEOGRAPHIC : kind;
        if (!(interval >= 0) || interval > 1e6) {
            throw RiskMapException.of("map.interval-invalid", "" + interval);
        }
        line = line == null ? new LineStyle("#33475b66", 0.08, null) : line;
        label = label == null ? TextStyle.of(6) : label;
    }
}
