package riskmap.ui.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.GeometryDescriptor;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Operation;
import riskmap.analysis.ShapeKind;
import riskmap.app.project.Workspace;
import riskmap.base.Parameter;
import riskmap.geo.crs.Crs;
import riskmap.map.MapLayer;
import riskmap.ui.form.LayerSource;
import riskmap.ui.form.SourceTitles;

/** The layers, tables and rasters of a project that tools can be given. */
public final class ToolSources {
    private final List<LayerSource> sources;
    private final Set<String> taken = new TreeSet<>();
    private final SourceTitles titles;

    private ToolSources(List<LayerSource> sources, SourceTitles titles) {
        this.titles = titles;
        this.sources = List.copyOf(sources);
        sources.forEach(source -> taken.add(source.name().toLowerCase(Locale.ROOT)));
    }

    /** Reads what a project holds, in the order of its map from the top, then what the map does not show. */
    public static ToolSources of(Workspace project) {
        List<LayerSource> sources = new ArrayList<>();
        List<MapLayer> layers = project.map().layers();
        List<String> tables = project.layers();
        for (int i = layers.size() - 1; i >= 0; i--) {
            MapLayer layer = layers.get(i);
            boolean known = sources.stream().anyMatch(source -> source.source().equals(layer.source()));
            if (!known
                    && (!layer.source().startsWith("#")
                            || tables.contains(layer.source().substring(1)))) {
                sources.add(source(project, layer.source(), layer.title()));
            }
        }
        for (String layer : tables) {
            if (sources.stream().noneMatch(source -> source.source().equals("#" + layer))) {
                String title =
                        project.kind(layer).map(kind -> kind.title().text()).orElse(layer);
                sources.add(source(project, "#" + layer, title));
            }
        }
        return new ToolSources(sources, SourceTitles.read(project));
    }

    private static LayerSource source(Workspace project, String source, String title) {
        if (!source.startsWith("#")) {
            return new LayerSource(source, title, true, null, List.of(), "");
        }
        SimpleFeatureType type;
        try {
            type = project.store().dataStore().getSchema(source.substring(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> fields = type.getAttributeDescriptors().stream()
                .filter(attribute -> !(attribute instanceof GeometryDescriptor))
                .map(attribute -> attribute.getLocalName())
                .toList();
        return new LayerSource(
                source, title, false, ShapeKind.of(type), fields, Crs.unit(type.getCoordinateReferenceSystem()));
    }

    /** What people call the layers and fields of the project. */
    public SourceTitles titles() {
        return titles;
    }

    /** Title and name of a layer in the language in use. */
    public String shown(LayerSource source) {
        String title = titles.layer(source.source().replaceFirst("^#", ""));
        return SourceTitles.both(title, source.name());
    }

    /** Those that fit an input of a tool: what it mostly is first, else in the order of the map. */
    public List<LayerSource> fitting(Operation operation, Parameter input) {
        if (input.type() == Parameter.Type.GRID) {
            return sources.stream().filter(LayerSource::raster).toList();
        }
        FittingShapes shapes = operation.shapes(input.key());
        return sources.stream()
                .filter(source -> !source.raster() && shapes.fits(source.shapes()))
                .sorted(Comparator.comparingInt(source -> shapes.rank(source.shapes())))
                .toList();
    }

    /** The one with this source. */
    public Optional<LayerSource> find(String source) {
        return sources.stream().filter(known -> known.source().equals(source)).findFirst();
    }

    /** Whether no layer, table or raster has this name. */
    public boolean isFree(String name) {
        return name != null && !name.isBlank() && !taken.contains(name.strip().toLowerCase(Locale.ROOT));
    }

    /** This name, or this with the first number that makes it free. */
    public String freeName(String wanted) {
        String name = wanted;
        for (int i = 2; !isFree(name); i++) {
            name = wanted + "_" + i;
        }
        return name;
    }

    /** A name that a run has taken. */
    public void take(String name) {
        taken.add(name.toLowerCase(Locale.ROOT));
    }
}
