package riskmap.style;

import javax.measure.MetricPrefix;
import javax.measure.Unit;
import javax.measure.quantity.Length;
import org.geotools.styling.UomOgcMapping;
import si.uom.SI;

/** What a style's sizes are measured in. */
public enum StyleUnit {
    /** 1/96 inch on the target, whatever its resolution. */
    PIXEL("http://www.opengeospatial.org/se/units/pixel", UomOgcMapping.PIXEL.getUnit()),
    /** Millimetres on the target; not an OGC unit, written in the same form. */
    MILLIMETRE("http://www.opengeospatial.org/se/units/millimetre", MetricPrefix.MILLI(SI.METRE)),
    /** Metres in the world. */
    METRE("http://www.opengeospatial.org/se/units/metre", UomOgcMapping.METRE.getUnit()),
    /** Feet in the world. */
    FOOT("http://www.opengeospatial.org/se/units/foot", UomOgcMapping.FOOT.getUnit());

    private final String uri;
    private final transient Unit<Length> unit;

    StyleUnit(String uri, Unit<Length> unit) {
        this.uri = uri;
        this.unit = unit;
    }

    /** The address that stands for the unit in a document. */
    public String uri() {
        return uri;
    }

    Unit<Length> unit() {
        return unit;
    }

    /** The unit of an address or short name ({@code mm}, {@code pixel}, {@code metre}), or null. */
    static StyleUnit of(String text) {
        String name = text.substring(text.lastIndexOf('/') + 1);
        return switch (name) {
            case "pixel", "px" -> PIXEL;
            case "millimetre", "millimeter", "mm" -> MILLIMETRE;
            case "metre", "meter", "m" -> METRE;
            case "foot" -> FOOT;
            default -> null;
        };
    }

    /** The unit of a symbolizer; pixels where it says none. */
    public static StyleUnit of(Unit<Length> wanted) {
        for (StyleUnit candidate : values()) {
            if (candidate.unit.equals(wanted)) {
                return candidate;
            }
        }
        return PIXEL;
    }
}
