package riskmap.app.style;

import java.nio.file.Path;
import java.util.List;
import riskmap.style.ClassLimits;
import riskmap.style.ClassStyles;
import riskmap.style.ColourRamp;

/** How a layer is to look, as the user chose it. */
public sealed interface StyleChoice {
    /** One symbol of a colour {@code #rrggbb}. */
    record Single(String colour, ClassStyles.Look look) implements StyleChoice {}

    /** A symbol for each value of a field. */
    record Categories(String field, ColourRamp ramp, boolean reversed, ClassStyles.Look look) implements StyleChoice {}

    /**
     * A symbol for each class of numbers.
     *
     * @param classes how many are wished
     * @param own ascending limits given by the user; empty to have them found by the method
     */
    record Graduated(
            String field,
            ClassLimits.Method method,
            int classes,
            List<Double> own,
            ColourRamp ramp,
            boolean reversed,
            ClassStyles.Look look)
            implements StyleChoice {}

    /**
     * Classes of the cells of a raster.
     *
     * @param classes how many are wished
     */
    record Cells(int classes, ColourRamp ramp, boolean reversed) implements StyleChoice {}

    /** A style document. */
    record Sld(Path file) implements StyleChoice {}

    /** The text of a style document, such as one copied from another layer. */
    record Copied(String sld) implements StyleChoice {}
}
