package riskmap.ui.form;

import java.util.List;
import riskmap.analysis.ShapeKind;

/**
 * A layer, table or raster that can be given to a tool.
 *
 * @param source {@code #layer}, or the path of a raster beside the project
 * @param title what people see
 * @param raster whether it is a raster
 * @param shapes what its rows are on the map; null for a raster and for a layer of any shapes
 * @param fields names of its fields
 * @param unit unit of its coordinates, such as m or °; empty where it is not known
 */
public record LayerSource(
        String source, String title, boolean raster, ShapeKind shapes, List<String> fields, String unit) {
    /** The layer's name, or that of the raster's file. */
    public String name() {
        return source.startsWith("#") ? source.substring(1) : source.replaceAll("\\.[^.]*$", "");
    }
}
