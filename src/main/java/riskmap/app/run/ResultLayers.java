package riskmap.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.locationtech.jts.geom.Polygonal;
import riskmap.app.project.Workspace;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.data.Catalogue;
import riskmap.data.LayerKind;
import riskmap.data.Title;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskModels;
import riskmap.risk.RiskResult;
import riskmap.style.ColourScheme;
import riskmap.style.DepthStyle;
import riskmap.style.SpreadStyle;

/** The layers of results in a map: in a group of their own, above all areas and below lines and points. */
public final class ResultLayers {
    private static final List<Message> HAZARDS = List.of(
            Message.of("app.result-flood"),
            Message.of("app.result-waterlogging"),
            Message.of("app.result-geohazard"),
            Message.of("app.result-forest-fire"),
            Message.of("app.result-hazardous-chemicals"));
    private static final Message RISK = Message.of("app.result-risk");

    /** The parameter of the classes of depths. */
    private static final String DEPTHS = "depth-breaks";

    /** The parameter of the ends of the periods of a fire. */
    private static final String TIMES = "times";

    private ResultLayers() {}

    /** What a layer of results is called in both languages, unless the user called it something else. */
    public static Optional<Title> title(MapLayer layer) {
        if (layer.id().equals(RiskRuns.ZONES)) {
            return title(RISK, layer);
        }
        for (RiskModel model : RiskModels.all()) {
            if (layer.id().equals(model.mainLayer().orElse("") + "_" + model.id())) {
                return title(model.title(), layer);
            }
            Optional<Title> row = model.mainLayer().flatMap(main -> ofRow(main, layer.id()));
            if (row.isPresent()) {
                return row.filter(title -> isUsual(title, layer));
            }
        }
        return HAZARDS.stream()
                .filter(hazard -> layer.id().equals("hazard_zone_" + family(hazard)))
                .findFirst()
                .flatMap(hazard -> title(hazard, layer));
    }

    /** Ids of the layers in sight that show what a run made, as it has put them into the map. */
    public static List<String> inSight(MapDocument map, RunRecord run) {
        String group = ResultGroup.of(
                RiskModels.byId(run.provenance().model()), run.provenance().time());
        return map.layers().stream()
                .filter(layer -> layer.visible() && layer.group().equals(group))
                .map(MapLayer::id)
                .toList();
    }

    private static Optional<Title> title(Message message, MapLayer layer) {
        Title title = new Title(message.text(Language.CHINESE), message.text(Language.ENGLISH));
        return isUsual(title, layer) ? Optional.of(title) : Optional.empty();
    }

    private static boolean isUsual(Title title, MapLayer layer) {
        return title.chinese().equals(layer.title()) || title.english().equals(layer.title());
    }

    /** What the layer of one row of a table of runs is called, {@code flood_zone_2}: the kind of the main layer and the number. */
    private static Optional<Title> ofRow(String main, String name) {
        if (!name.startsWith(main + "_")) {
            return Optional.empty();
        }
        String number = name.substring(main.length() + 1);
        boolean counts = !number.isEmpty() && number.chars().allMatch(Character::isDigit);
        Title kind = main.equals(RiskRuns.ZONES)
                ? new Title(RISK.text(Language.CHINESE), RISK.text(Language.ENGLISH))
                : Catalogue.standard().kind(main).title();
        return counts
                ? Optional.of(new Title(kind.chinese() + " " + number, kind.english() + " " + number))
                : Optional.empty();
    }

    /** The title of a main layer under a name of its own. */
    private static String named(String main, String name) {
        return ofRow(main, name).map(Title::text).orElse(name);
    }

    /** The family of hazards, as the attribute {@code family} has it. */
    private static String family(Message hazard) {
        return hazard.key().substring("app.result-".length());
    }

    /**
     * A map of the project with the result layers of a run: those it shows already stand in the group of this run now, in
     * sight; those of earlier runs of the same model that are still there go out of sight, as they would cover each other.
     *
     * @param zones name of the model's main layer
     * @param time of the run, an instant as text
     */
    static MapDocument added(
            Workspace project,
            MapDocument map,
            RiskModel model,
            ParameterValues values,
            String zones,
            String time,
            RiskResult result) {
        List<MapLayer> wanted = wanted(model, values, zones, time, result);
        List<MapLayer> layers = new ArrayList<>();
        for (MapLayer layer : map.layers()) {
            MapLayer now = byId(wanted, layer.id());
            layers.add(now == null ? former(model, wanted, layer) : renewed(layer, now));
        }
        int at = firstAboveAreas(project, layers);
        for (MapLayer layer : wanted) {
            if (byId(layers, layer.id()) == null) {
                layers.add(at++, layer);
            }
        }
        return layers.equals(map.layers()) ? map : map.withLayers(layers);
    }

    private static MapLayer byId(List<MapLayer> layers, String id) {
        return layers.stream()
                .filter(layer -> layer.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** A layer of an earlier run of this model, in another layer of the project, with the same style as one of this run. */
    private static MapLayer former(RiskModel model, List<MapLayer> wanted, MapLayer layer) {
        boolean covered = ResultGroup.holds(model, layer)
                && wanted.stream().anyMatch(now -> now.visible() && isAlike(now.style(), layer.style()));
        return covered ? layer.withVisible(false) : layer;
    }

    /** Whether two styles draw the same kind of thing; depths of water and the spread of fires do so in any classes. */
    private static boolean isAlike(String one, String other) {
        return one.equals(other) || isClassed(one) && plain(one).equals(plain(other));
    }

    private static boolean isClassed(String style) {
        return List.of(DepthStyle.PLAIN, SpreadStyle.PLAIN).contains(plain(style));
    }

    /** The name of a style without colours and classes. */
    private static String plain(String style) {
        return ColourScheme.standard(style).replaceFirst(":.*", "");
    }

    /** A look that stays, but for the classes of a run: they are those of this one, in the colours there are. */
    private static String style(MapLayer layer, MapLayer now) {
        return isClassed(layer.style()) && isAlike(layer.style(), now.style())
                ? ColourScheme.ofStyle(layer.style()).named(now.style())
                : layer.style();
    }

    /** A layer the map has, with what this run made; a name, a place or a look that the user chose stays. */
    private static MapLayer renewed(MapLayer layer, MapLayer now) {
        return ResultGroup.isResults(layer.group())
                ? new MapLayer(
                        layer.id(),
                        layer.title(),
                        now.group(),
                        layer.source(),
                        style(layer, now),
                        layer.filter(),
                        layer.visible() || now.visible(),
                        layer.opacity())
                : layer;
    }

    private static List<MapLayer> wanted(
            RiskModel model, ParameterValues values, String zones, String time, RiskResult result) {
        String group = ResultGroup.of(model, time);
        return model.id().equals("combined") ? combined(group, zones) : plain(group, model, values, zones, result);
    }

    private static List<MapLayer> combined(String group, String zones) {
        List<MapLayer> layers = new ArrayList<>();
        for (Message hazard : HAZARDS) {
            String family = family(hazard);
            layers.add(new MapLayer(
                    "hazard_zone_" + family,
                    hazard.text(),
                    group,
                    "#hazard_zone",
                    "hazard_zone",
                    "family = '" + family + "'",
                    false,
                    0.7));
        }
        String title = zones.equals(RiskRuns.ZONES) ? RISK.text() : named(RiskRuns.ZONES, zones);
        layers.add(new MapLayer(zones, title, group, "#" + zones, RiskRuns.ZONES, "", true, 0.7));
        return layers;
    }

    /**
     * Each layer that can be drawn, in its kind's style. Where several models write to one layer, each shows its own rows
     * under its own name.
     */
    private static List<MapLayer> plain(
            String group, RiskModel model, ParameterValues values, String zones, RiskResult result) {
        List<MapLayer> layers = new ArrayList<>();
        for (SimpleFeatureCollection layer : result.layers()) {
            String key = layer.getSchema().getTypeName();
            LayerKind kind = Catalogue.standard().kind(key);
            if (layer.getSchema().getGeometryDescriptor() != null) {
                boolean main = key.equals(model.mainLayer().orElse(""));
                String name = main ? zones : key;
                boolean shared = name.equals(key) && isShared(key);
                String id = shared ? key + "_" + model.id() : name;
                String title = shared
                        ? model.title().text()
                        : name.equals(key) ? kind.title().text() : named(key, name);
                String rows = shared ? "run_id LIKE '" + model.id() + "-%'" : "";
                layers.add(new MapLayer(id, title, group, "#" + name, style(kind, values), rows, true, main ? 0.7 : 1));
            }
        }
        return layers;
    }

    /** The style of a kind; that of depths of water and of the spread of a fire with the classes that were chosen. */
    private static String style(LayerKind kind, ParameterValues values) {
        if (kind.style().equals(SpreadStyle.PLAIN) && values.has(TIMES)) {
            return SpreadStyle.named(values.numbers(TIMES));
        }
        return kind.style().equals(DepthStyle.PLAIN) && values.has(DEPTHS)
                ? DepthStyle.named(values.numbers(DEPTHS))
                : kind.style();
    }

    private static boolean isShared(String kind) {
        return RiskModels.all().stream()
                        .filter(model -> model.mainLayer().filter(kind::equals).isPresent())
                        .count()
                > 1;
    }

    private static int firstAboveAreas(Workspace project, List<MapLayer> layers) {
        List<String> tables = project.layers();
        for (int i = 0; i < layers.size(); i++) {
            String source = layers.get(i).source();
            if (source.startsWith("#") && tables.contains(source.substring(1))) {
                var geometry = project.features(source.substring(1)).getSchema().getGeometryDescriptor();
                if (geometry != null
                        && !Polygonal.class.isAssignableFrom(geometry.getType().getBinding())) {
                    return i;
                }
            }
        }
        return layers.size();
    }
}
