package riskmap.ui.form;

import java.util.Optional;
import riskmap.app.Workspace;
import riskmap.base.Message;
import riskmap.data.Catalogue;
import riskmap.data.Field;
import riskmap.data.LayerKind;
import riskmap.map.MapLayer;
import riskmap.ui.layers.LayerTitle;

/**
 * What people call a layer or field that a form names, in the language in use: the title in the map, else that of the
 * catalogue; nothing for what neither knows. The name itself is what a run is given and what it records.
 */
public final class SourceTitles {
    /** The elevation by the name that models give it. */
    private static final String ELEVATION = "dem";

    private final Workspace project;

    private SourceTitles(Workspace project) {
        this.project = project;
    }

    /** Titles of the map and the catalogue. */
    public static SourceTitles of(Workspace project) {
        return new SourceTitles(project);
    }

    /** Titles of the catalogue only. */
    public static SourceTitles ofCatalogue() {
        return new SourceTitles(null);
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
        if (project == null) {
            return Optional.empty();
        }
        return project.map().layers().stream()
                .filter(layer -> isSource(layer, name))
                .findFirst()
                .map(layer -> LayerTitle.of(layer).text());
    }

    private static boolean isSource(MapLayer layer, String name) {
        String source = layer.source();
        return source.equals("#" + name) || source.equals(name) || source.equals(name + ".tif");
    }

    private Optional<LayerKind> kind(String name) {
        return project == null ? Catalogue.standard().find(name) : project.kind(name);
    }
}
