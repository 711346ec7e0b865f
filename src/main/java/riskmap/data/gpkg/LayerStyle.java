package riskmap.data.gpkg;

/**
 * One row of {@code layer_styles}, the QGIS convention for styles kept with their layer.
 *
 * @param layer table name ({@code f_table_name})
 * @param name style name, unique per layer ({@code styleName})
 * @param sld the style as SLD text ({@code styleSLD})
 * @param qml the style as QGIS's own text ({@code styleQML}), empty where there is none; kept as found
 * @param isDefault whether it is the one to draw with ({@code useAsDefault})
 * @param description free text
 */
public record LayerStyle(String layer, String name, String sld, String qml, boolean isDefault, String description) {
    /** A default style of ours: SLD only. */
    public static LayerStyle of(String layer, String name, String sld) {
        return new LayerStyle(layer, name, sld, "", true, "");
    }
}
