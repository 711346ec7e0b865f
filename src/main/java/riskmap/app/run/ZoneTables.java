package riskmap.app.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import riskmap.app.project.DrawnLayers;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.Table;
import riskmap.map.MapLayer;
import riskmap.risk.RiskLevel;

/**
 * Tables of zones for pages: the area of each level in each town, in km², planar in the CRS of the layer. In layouts
 * {@code zones:LAYER}, a layer of the map with an attribute {@code level}. What lies in no town has a row of its own, so
 * that the columns sum to the layer.
 */
public final class ZoneTables {
    private static final String PREFIX = "zones:";

    private ZoneTables() {}

    /** Whether a table of a layout is one of these and the project has what it needs. */
    public static boolean knows(Workspace workspace, String id) {
        return id.startsWith(PREFIX)
                && workspace.layers().contains("town")
                && layer(workspace, id) != null
                && workspace.layers().contains(layer(workspace, id).source().substring(1));
    }

    private static MapLayer layer(Workspace workspace, String id) {
        String wanted = id.substring(PREFIX.length());
        return workspace.map().layers().stream()
                .filter(layer -> layer.id().equals(wanted) && layer.source().startsWith("#"))
                .findFirst()
                .orElse(null);
    }

    /** The table with this id. */
    public static Table of(Workspace workspace, String id) {
        MapLayer layer = layer(workspace, id);
        SimpleFeatureSource source = workspace.features(layer.source().substring(1));
        if (source.getSchema().getDescriptor("level") == null) {
            throw RiskMapException.of("app.print-no-attribute", id, layer.title(), "level");
        }
        Map<String, PreparedGeometry> towns =
                SiteTables.towns(workspace, source.getSchema().getCoordinateReferenceSystem());
        Map<String, double[]> areas = new LinkedHashMap<>();
        towns.keySet().forEach(town -> areas.put(town, new double[RiskLevel.COUNT + 1]));
        double[] outside = new double[RiskLevel.COUNT + 1];
        try (SimpleFeatureIterator rows =
                source.getFeatures(query(workspace, layer, source)).features()) {
            while (rows.hasNext()) {
                SimpleFeature row = rows.next();
                if (row.getDefaultGeometry() instanceof Geometry zone
                        && row.getAttribute("level") instanceof Number level
                        && level.intValue() >= 1
                        && level.intValue() <= RiskLevel.COUNT) {
                    outside[level.intValue()] += add(zone, level.intValue(), towns, areas);
                }
            }
        } catch (IOException e) {
            throw new RiskMapException(Message.of("app.layer-unreadable", layer.title(), e.getMessage()), e);
        }
        return table(id, areas, outside);
    }

    /** Adds a zone to the towns it lies in; returns the area that lies in none. */
    private static double add(
            Geometry zone, int level, Map<String, PreparedGeometry> towns, Map<String, double[]> areas) {
        double left = zone.getArea();
        for (Map.Entry<String, PreparedGeometry> town : towns.entrySet()) {
            double inside = 0;
            if (town.getValue().covers(zone)) {
                inside = zone.getArea();
            } else if (town.getValue().intersects(zone)) {
                inside = OverlayNGRobust.overlay(zone, town.getValue().getGeometry(), OverlayNG.INTERSECTION)
                        .getArea();
            }
            areas.get(town.getKey())[level] += inside;
            left -= inside;
        }
        return left;
    }

    private static Query query(Workspace workspace, MapLayer layer, SimpleFeatureSource source) {
        return layer.filter().isBlank()
                ? Query.ALL
                : new Query(source.getSchema().getTypeName(), DrawnLayers.filter(workspace, layer));
    }

    private static Table table(String id, Map<String, double[]> areas, double[] outside) {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(new Table.Column("town", Message.of("app.print-town"), "", 0));
        for (int level = RiskLevel.COUNT; level >= 1; level--) {
            columns.add(
                    new Table.Column("level_" + level, Message.of("app.print-area", RiskLevel.title(level)), "", 2));
        }
        List<List<Object>> rows = new ArrayList<>();
        areas.forEach((town, sums) -> rows.add(row(town, sums)));
        double rest = 0;
        for (double one : outside) {
            rest += Math.max(0, one);
        }
        // less than a table of two decimals can show is rounding of the overlay
        if (rest / 1e6 >= 0.005) {
            rows.add(row(Message.of("app.print-outside"), outside));
        }
        return new Table(id, Message.of("app.print-sites"), columns, rows);
    }

    private static List<Object> row(Object name, double[] squareMetres) {
        List<Object> row = new ArrayList<>();
        row.add(name);
        for (int level = RiskLevel.COUNT; level >= 1; level--) {
            row.add(squareMetres[level] / 1e6);
        }
        return row;
    }
}
