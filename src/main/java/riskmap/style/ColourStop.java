package riskmap.style;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/**
 * An entry of the colour map of a raster, as text.
 *
 * @param colour {@code #rrggbb}
 * @param quantity the value it stands for; the upper limit of a class where the map has classes
 * @param opacity 0 to 1, empty for 1
 * @param label what the legend calls it, empty for nothing
 */
public record ColourStop(String colour, String quantity, String opacity, String label) {
    static List<ColourStop> of(Element symbolizer) {
        List<ColourStop> result = new ArrayList<>();
        for (Element map : SldDocument.children(symbolizer)) {
            if (map.getLocalName().equals("ColorMap")) {
                for (Element entry : SldDocument.children(map)) {
                    if (entry.getLocalName().equals("ColorMapEntry")) {
                        result.add(new ColourStop(
                                entry.getAttribute("color"),
                                entry.getAttribute("quantity"),
                                entry.getAttribute("opacity"),
                                entry.getAttribute("label")));
                    }
                }
            }
        }
        return result;
    }

    static void write(Element symbolizer, List<ColourStop> stops) {
        Element map = SldDocument.children(symbolizer).stream()
                .filter(child -> child.getLocalName().equals("ColorMap"))
                .findFirst()
                .orElseGet(() -> SldPath.insert(symbolizer, SldPath.create(symbolizer, "ColorMap")));
        SldDocument.children(map).forEach(map::removeChild);
        for (ColourStop stop : stops) {
            Element entry = SldPath.create(map, "ColorMapEntry");
            entry.setAttribute("color", stop.colour);
            entry.setAttribute("quantity", stop.quantity);
            if (!stop.opacity.isBlank()) {
                entry.setAttribute("opacity", stop.opacity);
            }
            if (!stop.label.isBlank()) {
                entry.setAttribute("label", stop.label);
            }
            map.appendChild(entry);
        }
    }
}
