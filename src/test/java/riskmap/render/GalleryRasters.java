package riskmap.render;

import static riskmap.render.Scenes.PLANE;
import static riskmap.render.Scenes.layer;
import static riskmap.render.Scenes.style;
import static riskmap.render.StyleGallery.SIDE;
import static riskmap.render.StyleGallery.rule;

import riskmap.data.LayerData;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/** The maps of the gallery that show rasters: colour maps, opacity, relief. */
final class GalleryRasters {
    private GalleryRasters() {}

    private static Grid hill() {
        float[] cells = new float[32 * 32];
        for (int i = 0; i < cells.length; i++) {
            double x = (i % 32 - 15.5) / 7;
            double y = (i / 32 - 15.5) / 7;
            cells[i] = i % 32 > 28 && i / 32 < 4 ? Float.NaN : (float) (30 * Math.exp(-x * x - y * y));
        }
        return new Grid(new GridGeometry(32, 32, 0, SIDE, 3, 3, PLANE), cells);
    }

    private static String map(String type, String... colourAndQuantity) {
        StringBuilder result = new StringBuilder("<ColorMap type=\"" + type + "\">");
        for (int i = 0; i < colourAndQuantity.length; i += 2) {
            result.append("<ColorMapEntry color=\"")
                    .append(colourAndQuantity[i])
                    .append("\" quantity=\"")
                    .append(colourAndQuantity[i + 1])
                    .append("\"/>");
        }
        return result + "</ColorMap>";
    }

    private static void raster(StyleGallery gallery, String name, String content) {
        gallery.add(
                "raster-" + name,
                new LayerData.Raster(hill()),
                style(rule("<RasterSymbolizer>" + content + "</RasterSymbolizer>")));
    }

    static void addTo(StyleGallery gallery) {
        String ramp = map("ramp", "#2C7BB6", "0", "#FFFFBF", "15", "#D7191C", "30");
        raster(gallery, "ramp", ramp);
        raster(gallery, "intervals", map("intervals", "#EDF8E9", "5", "#74C476", "15", "#006D2C", "40"));
        Grid kinds = new Grid(
                new GridGeometry(4, 4, 0, SIDE, 24, 24, PLANE),
                new float[] {1, 1, 2, 2, 1, 3, 3, 2, 4, 3, 3, 2, 4, 4, 1, 1});
        gallery.add(
                "raster-values",
                new LayerData.Raster(kinds),
                style(rule("<RasterSymbolizer>" + map("values", "#E76F51", "1", "#2A9D8F", "2", "#264653", "3")
                        + "</RasterSymbolizer>")));
        raster(gallery, "opacity", "<Opacity>0.4</Opacity>" + ramp);
        raster(
                gallery,
                "relief",
                map("ramp", "#E8E4D8", "0", "#E8E4D8", "40")
                        + "<ShadedRelief><ReliefFactor>1</ReliefFactor></ShadedRelief>");
        raster(gallery, "ramp-and-relief", ramp + "<ShadedRelief><ReliefFactor>1</ReliefFactor></ShadedRelief>");
        gallery.add(
                "raster-multiplied",
                false,
                layer(new LayerData.Raster(hill()), style(rule("<RasterSymbolizer>" + ramp + "</RasterSymbolizer>"))),
                layer(
                        new LayerData.Raster(hill()),
                        style(
                                rule(
                                        "<RasterSymbolizer>" + map("ramp", "#FFFFFF", "0", "#FFFFFF", "40")
                                                + "<ShadedRelief><ReliefFactor>2</ReliefFactor></ShadedRelief><VendorOption name=\"composite\">multiply</VendorOption></RasterSymbolizer>"))));
    }
}
