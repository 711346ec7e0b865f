package riskmap.style;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import riskmap.base.NameList;
import riskmap.base.RiskMapException;

/**
 * A colour ramp: colours from the least value to the greatest, between which others are mixed.
 *
 * <p><b>Source:</b> RISK: the four colours of the shipped style {@code risk_zone}; CIVIDIS: Nuñez, Anderton and Renslow,
 * PLoS ONE 13 (2018); VIRIDIS: van der Walt and Smith (2015); BLUES, REDS, SET: Brewer, ColorBrewer 2.0.
 */
public enum ColourRamp {
    /** Low, medium, rather high, high risk. */
    RISK(false, 0x6FA8DC, 0xF8DC58, 0xF39237, 0xE0402F),
    /** Safe for the colour-blind and in grey. */
    CIVIDIS(true, 0x00204D, 0x414D6B, 0x7C7B78, 0xBCAF6F, 0xFFEA46),
    VIRIDIS(true, 0x440154, 0x3B528B, 0x21918C, 0x5EC962, 0xFDE725),
    BLUES(true, 0xEFF3FF, 0xBDD7E7, 0x6BAED6, 0x3182BD, 0x08519C),
    REDS(true, 0xFEE5D9, 0xFCAE91, 0xFB6A4A, 0xDE2D26, 0xA50F15),
    GREYS(true, 0xEEEEEE, 0x333333),
    /** Unlike colours for categories, taken one after the other. */
    SET(false, 0x1F78B4, 0x33A02C, 0xE31A1C, 0xFF7F00, 0x6A3D9A, 0xA6CEE3, 0xB2DF8A, 0xFB9A99, 0xFDBF6F, 0xCAB2D6);

    private final boolean colourBlindSafe;
    private final int[] stops;

    ColourRamp(boolean colourBlindSafe, int... stops) {
        this.colourBlindSafe = colourBlindSafe;
        this.stops = stops;
    }

    /** The ramp of a name such as {@code cividis}. */
    public static ColourRamp of(String name) {
        return Arrays.stream(values())
                .filter(each -> each.id().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> RiskMapException.of("style.unknown-ramp", name, ids()));
    }

    private static NameList ids() {
        return NameList.of(Arrays.stream(values()).map(ColourRamp::id).toList());
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean colourBlindSafe() {
        return colourBlindSafe;
    }

    /** So many colours, {@code #rrggbb}, from the least to the greatest or the other way round. */
    public List<String> colours(int count, boolean reversed) {
        List<String> result = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = reversed ? count - 1 - i : i;
            result.add(String.format(Locale.ROOT, "#%06x", this == SET ? stops[at % stops.length] : mixed(at, count)));
        }
        return result;
    }

    private int mixed(int at, int count) {
        double place = count == 1 ? (stops.length - 1) / 2.0 : (double) at * (stops.length - 1) / (count - 1);
        int low = (int) Math.min(stops.length - 2.0, Math.floor(place));
        double part = place - low;
        int result = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = stops[low] >> shift & 255;
            int to = stops[low + 1] >> shift & 255;
            result |= (int) Math.round(from + (to - from) * part) << shift;
        }
        return result;
    }
}
