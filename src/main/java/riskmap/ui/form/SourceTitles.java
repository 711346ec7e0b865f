package riskmap.ui.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geotools.api.feature.type.GeometryDescriptor;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.Catalogue;
import riskmap.data.Field;
import riskmap.data.LayerKind;
import riskmap.map.MapLayer;
import riskmap.ui.layers.LayerTitle;

/**
 * What people call a layer or field that a form names, in the language in use: the title in the map, else that of the
 * catalogue; nothing for what neither knows. The name itself is what a run is given and what it records.
 *
 * <p>What it knows of a project is read at once, beside the window's thread: a form may ask at any time, also when the
 * project is closed already.
 */
public final class SourceTitles {
    /** The elevation by the name that models give it. */
    private static final String ELEVATION = "dem";

    /**
     * What a project says of its layers.
     *
     * @param map the layers of its map
     * @param kinds their kinds, by name
     * @param fields names of their fields without the geometry, by name
     */
    private record Known(List<MapLayer> map, Map<String, LayerKind> kinds, Map<String, List<String>> fields) {}

    private volatile Known known;

    private SourceTitles(Known known) {
        this.known = known;
    }

    /** Reads what a project calls its layers; takes a while. */
    public static SourceTitles read(Workspace project) {
        SourceTitles titles = ofCatalogue();
        titles.readAgain(project);
        return titles;
    }

    /** Titles of the catalogue only. */
    public static SourceTitles ofCatalogue() {
        return new SourceTitles(new Known(List.of(), Map.of(), Map.of()));
    }

    /** Reads the project again, because a run or an import has added layers; takes a while. */
    public void readAgain(Workspace project) {
        Map<String, LayerKind> kinds = new HashMap<>();
        Map<String, List<String>> fields = new HashMap<>();
        for (String layer : project.layers()) {
            project.kind(layer).ifPresent(kind -> kinds.put(layer, kind));
            fields.put(layer, fieldsOf(project, layer));
        }
        known = new Known(project.map().layers(), kinds, fields);
    }

    private static List<String> fieldsOf(Workspace project, String layer) {
        try {
            return project.features(layer).getSchema().getAttributeDescriptors().stream()
                    .filter(attribute -> !(attribute instanceof GeometryDescriptor))
                    .map(attribute -> attribute.getLocalName())
                    .toList();
        } catch (RiskMapException unreadable) {
            // told where the layer itself is read
            return List.of();
        }
    }

    /** The fields of a layer of the project, without the geometry; none of what is no layer. */
    public List<String> fields(String layer) {
        return layer == null ? List.of() : known.fields().getOrDefault(layer, List.of());
    }

    /** Title of a layer, raster or kind by its name; empty where there is none. */
    public String layer(String name) {
        if (name == null || name.isBlank()) {
            return "";
        }
        String wanted = name.strip();
        if (wanted.equals(ELEVATION)) {
            return Message.of("ui.risk-elevation").text();
        }
        return kept(inMap(wanted).or(() -> kind(wanted).map(kind -> kind.title().text())), wanted)
                .orElse("");
    }

    /** Title of a field of a layer with its unit; empty where there is none. */
    public String field(String layer, String name) {
        if (layer == null || name == null) {
            return "";
        }
        return kept(
                        kind(layer.strip())
                                .flatMap(kind -> kind.field(name.strip()))
                                .map(Field::heading),
                        name.strip())
                .orElse("");
    }

    /** A title and the name it stands for, as a list shows them. */
    public static String both(String title, String name) {
        return title.isEmpty() || title.equals(name) ? name : title + "　" + name;
    }

    private static Optional<String> kept(Optional<String> title, String name) {
        return title.filter(text -> !text.isBlank() && !text.equals(name));
    }

    private Optional<String> inMap(String name) {
        return known.map().stream()
                .filter(layer -> isSource(layer, name))
                .findFirst()
                .map(layer -> LayerTitle.of(layer).text());
    }

    private static boolean isSource(MapLayer layer, String name) {
        String source = layer.source();
        return source.equals("#" + name) || source.equals(name) || source.equals(name + ".tif");
    }

    private Optional<LayerKind> kind(String name) {
        LayerKind own = known.kinds().get(name);
        return own == null ? Catalogue.standard().find(name) : Optional.of(own);
    }
}
