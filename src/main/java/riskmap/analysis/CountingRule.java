package riskmap.analysis;

import java.util.Locale;
import riskmap.base.Message;

/** When a feature counts for a zone. The rule decides the number, so every result names it. */
public enum CountingRule {
    /** Its centroid lies in the zone (a point on a common boundary counts for the first zone only). */
    CENTROID_WITHIN,
    /** It lies in the zone as a whole, a point not on its boundary: within as OGC and QGIS mean it. */
    WITHIN,
    /** It has a point in common with the zone. */
    INTERSECTS,
    /** The share of its area that lies in the zone. */
    AREA_SHARE,
    /** The share of its length that lies in the zone. */
    LENGTH_SHARE;

    /** As on the command line: {@code centroid-within}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The rule with this key. */
    public static CountingRule of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public boolean isShare() {
        return this == AREA_SHARE || this == LENGTH_SHARE;
    }

    /** The rule in words. */
    public Message title() {
        return Message.of("analysis.rule-" + key());
    }

    static String[] keys() {
        String[] keys = new String[values().length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = values()[i].key();
        }
        return keys;
    }
}
