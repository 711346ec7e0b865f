package riskmap.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Message;
import riskmap.data.Catalogue;
import riskmap.data.Family;
import riskmap.data.LayerKind;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;

/** The map of the demonstration project: areas at the bottom, lines above them, points on top; the busy layers hidden. */
final class DemonstrationMap {
    /** Name of the elevation file beside the project. */
    static final String ELEVATION = "dem.tif";

    /** Layers from the bottom up; the elevation is first. */
    private static final List<String> ORDER = List.of(
            "sea",
            "land",
            "farmland",
            "population_grid",
            "forest_stand",
            "flood_zone",
            "river",
            "reservoir",
            "building",
            "road",
            "lifeline",
            "dyke",
            "fault_line",
            "coastal_segment",
            "fire_lane",
            "town",
            "district",
            "bridge_tunnel",
            "fire_history",
            "village",
            "animal_farm",
            "weather_station",
            "gauge",
            "station_point",
            "event_report",
            "crowded_place",
            "school",
            "large_venue",
            "isolation_site",
            "fever_clinic",
            "hospital",
            "fire_water_store",
            "supply_store",
            "rescue_team",
            "port",
            "waterlogging_point",
            "treatment_project",
            "risk_point",
            "hazardous_site",
            "geohazard_site",
            "shelter",
            "place");

    private static final Set<String> HIDDEN = Set.of(
            "farmland",
            "population_grid",
            "forest_stand",
            "lifeline",
            "coastal_segment",
            "fault_line",
            "bridge_tunnel",
            "fire_history",
            "village",
            "animal_farm",
            "weather_station",
            "gauge",
            "station_point",
            "event_report",
            "crowded_place",
            "school",
            "large_venue",
            "isolation_site",
            "fever_clinic",
            "risk_point",
            "place");

    private DemonstrationMap() {}

    static MapDocument of(DistrictPlan plan) {
        Catalogue catalogue = Catalogue.standard();
        List<MapLayer> layers = new ArrayList<>();
        for (String key : ORDER) {
            LayerKind kind = catalogue.kind(key);
            String group = catalogue.families().stream()
                    .filter(family -> family.key().equals(kind.family()))
                    .map(Family::title)
                    .findFirst()
                    .orElseThrow()
                    .text();
            double opacity = key.equals("forest_stand") ? 0.7 : 1;
            // under the zones of risk the floods are hatched: filled, they would change the colours of the risk
            String style = key.equals("flood_zone") ? "flood_zone-outline" : kind.style();
            layers.add(new MapLayer(
                    key, kind.title().text(), group, "#" + key, style, "", !HIDDEN.contains(key), opacity));
            if (key.equals("land")) {
                String base = group;
                layers.add(new MapLayer(
                        "dem", Message.of("app.demo-elevation").text(), base, ELEVATION, "dem", "", true, 1));
            }
        }
        Envelope frame = plan.frame();
        List<Double> extent = List.of(frame.getMinX(), frame.getMinY(), frame.getMaxX(), frame.getMaxY());
        return new MapDocument(name(plan), "EPSG:4550", extent, layers);
    }

    static String name(DistrictPlan plan) {
        return riskmap.base.Language.current() == riskmap.base.Language.ENGLISH
                ? plan.name().en()
                : plan.name().zh();
    }
}
