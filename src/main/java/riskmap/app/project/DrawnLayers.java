package riskmap.app.project;

import java.util.Optional;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.GeometryDescriptor;
import org.geotools.api.filter.Filter;
import org.geotools.api.style.Style;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.Puntal;
import riskmap.analysis.Expressions;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.LayerKind;
import riskmap.map.MapLayer;
import riskmap.render.PaintLayer;
import riskmap.style.SldReader;
import riskmap.style.Styles;

/** How the map layers of a project are drawn: data, style and filter of each, ready to paint. */
public final class DrawnLayers {
    /** So much of a condition is put into a message. */
    private static final int LONGEST_TOLD = 200;

    private DrawnLayers() {}

    /** The style of a map layer: a shipped one, one stored in the project, or the default of its kind or geometry. */
    public static Style style(Workspace project, MapLayer layer) {
        Optional<String> own = KeptStyles.name(layer);
        if (own.isPresent()) {
            return project.styles()
                    .of(layer)
                    .map(stored -> SldReader.parse(stored.sld()).style())
                    .orElseThrow(() -> RiskMapException.of("app.style-missing", own.get(), layer.title()));
        }
        if (!layer.style().isEmpty() && !Styles.exists(layer.style())) {
            throw RiskMapException.of("app.style-missing", layer.style(), layer.title());
        }
        return Styles.shipped(styleName(project, layer));
    }

    /** The name of the style of a map layer: what the map says, or the default of its kind or geometry. */
    public static String styleName(Workspace project, MapLayer layer) {
        if (!layer.style().isEmpty()) {
            return layer.style();
        }
        String name = layer.source().startsWith("#") ? layer.source().substring(1) : "dem";
        String known = project.kind(name).map(LayerKind::style).orElse(name);
        return Styles.exists(known) ? known : plainStyle(project, layer.source());
    }

    /** Layers the catalogue does not know are drawn plainly, by what they hold. */
    private static String plainStyle(Workspace project, String source) {
        if (!source.startsWith("#")) {
            return "dem";
        }
        GeometryDescriptor geometry =
                project.features(source.substring(1)).getSchema().getGeometryDescriptor();
        Class<?> binding =
                geometry == null ? Geometry.class : geometry.getType().getBinding();
        if (Polygonal.class.isAssignableFrom(binding)) {
            return "plain-polygon";
        }
        return Lineal.class.isAssignableFrom(binding)
                ? "plain-line"
                : Puntal.class.isAssignableFrom(binding) ? "plain-point" : "default";
    }

    /** One map layer ready to paint. */
    public static PaintLayer one(Workspace project, MapLayer layer, Progress progress) {
        return new PaintLayer(
                layer.id(),
                project.data(layer.source(), progress),
                style(project, layer),
                filter(project, layer),
                layer.opacity());
    }

    /** Which features of its source a map layer shows. */
    public static Filter filter(MapLayer layer) {
        return filter(layer, null);
    }

    /** As {@link #filter(MapLayer)}; a field that its source has not is told, as nothing would be shown. */
    public static Filter filter(Workspace project, MapLayer layer) {
        boolean features = layer.source().startsWith("#") && !layer.filter().isBlank();
        String source = features ? layer.source().substring(1) : "";
        boolean there = features && project.layers().contains(source);
        return filter(layer, there ? project.features(source).getSchema() : null);
    }

    /** Map documents come with projects that others made: their conditions are not trusted. */
    private static Filter filter(MapLayer layer, SimpleFeatureType type) {
        try {
            return layer.filter().isBlank() ? Filter.INCLUDE : Expressions.fromFile(layer.filter(), type);
        } catch (RiskMapException e) {
            String text = layer.filter();
            String begin = text.length() > LONGEST_TOLD ? text.substring(0, LONGEST_TOLD) + "…" : text;
            throw new RiskMapException(Message.of("app.filter-wrong", begin, layer.title(), e.userMessage()), e);
        }
    }
}
