package riskmap.app.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import riskmap.app.project.Workspace;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.Field;
import riskmap.data.Table;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsTransform;

/**
 * Tables of the survey for pages: how many features of a layer lie in each town, and sums of a number over them. In layouts
 * {@code sites:LAYER}, {@code sites:LAYER:attribute} for a column per value, {@code sites:LAYER:attribute:number} for the
 * sum of a number besides ({@code sites:shelter::capacity_people}).
 *
 * <p>A feature counts in the town that holds its interior point; what lies in no town has a row of its own, so that the
 * columns sum to the layer.
 */
public final class SiteTables {
    private static final String PREFIX = "sites:";
    /** More values than this are not columns but a crowd. */
    private static final int MOST_VALUES = 8;

    private final Workspace workspace;
    private final Language language;
    private final String id;
    private final String layer;
    private final String attribute;
    private final String number;
    private final Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
    private final Map<String, Double> sums = new LinkedHashMap<>();
    private final TreeMap<String, Long> values = new TreeMap<>();

    private SiteTables(Workspace workspace, String id, Language language) {
        this.workspace = workspace;
        this.language = language;
        this.id = id;
        String[] parts = id.substring(PREFIX.length()).split(":", -1);
        layer = parts[0];
        attribute = parts.length > 1 ? parts[1] : "";
        number = parts.length > 2 ? parts[2] : "";
    }

    /** Whether a table of a layout is one of these and the project has what it needs. */
    public static boolean knows(Workspace workspace, String id) {
        return id.startsWith(PREFIX)
                && workspace.layers().contains("town")
                && workspace.layers().contains(id.substring(PREFIX.length()).split(":", -1)[0]);
    }

    /** The table with this id, its headings in a language. */
    public static Table of(Workspace workspace, String id, Language language) {
        return new SiteTables(workspace, id, language).table();
    }

    private Table table() {
        SimpleFeatureType type = workspace.features(layer).getSchema();
        for (String name : List.of(attribute, number)) {
            if (!name.isEmpty() && type.getDescriptor(name) == null) {
                throw RiskMapException.of("app.print-no-attribute", id, layer, name);
            }
        }
        count(type.getCoordinateReferenceSystem());
        List<Table.Column> columns = new ArrayList<>();
        columns.add(new Table.Column("town", Message.of("app.print-town"), "", 0));
        List<String> kinds =
                attribute.isEmpty() || values.size() > MOST_VALUES ? List.of() : List.copyOf(values.keySet());
        kinds.forEach(kind -> columns.add(new Table.Column(kind, word(kind), "", 0)));
        columns.add(new Table.Column("count", Message.of("app.print-count"), "", 0));
        if (!number.isEmpty()) {
            columns.add(new Table.Column(number, title(number), "", 0));
        }
        List<List<Object>> rows = new ArrayList<>();
        counts.forEach((town, found) -> {
            long all = found.values().stream().mapToLong(Long::longValue).sum();
            boolean outside = town.isEmpty();
            if (outside && all == 0) {
                return;
            }
            List<Object> row = new ArrayList<>();
            row.add(outside ? Message.of("app.print-outside") : town);
            kinds.forEach(kind -> row.add(found.getOrDefault(kind, 0L)));
            row.add(all);
            if (!number.isEmpty()) {
                row.add(sums.getOrDefault(town, 0.0));
            }
            rows.add(row);
        });
        return new Table(id, Message.of("app.print-sites"), columns, rows);
    }

    private void count(CoordinateReferenceSystem crs) {
        Map<String, PreparedGeometry> towns = towns(workspace, crs);
        towns.keySet().forEach(town -> counts.put(town, new LinkedHashMap<>()));
        counts.put("", new LinkedHashMap<>());
        try (SimpleFeatureIterator rows =
                workspace.features(layer).getFeatures().features()) {
            while (rows.hasNext()) {
                SimpleFeature row = rows.next();
                String town = row.getDefaultGeometry() instanceof Geometry shape && !shape.isEmpty()
                        ? town(towns, shape)
                        : "";
                Object kind = attribute.isEmpty() ? null : row.getAttribute(attribute);
                String word = kind == null ? "" : kind.toString();
                values.merge(word, 1L, Long::sum);
                counts.get(town).merge(word, 1L, Long::sum);
                if (!number.isEmpty() && row.getAttribute(number) instanceof Number amount) {
                    sums.merge(town, amount.doubleValue(), Double::sum);
                }
            }
        } catch (IOException e) {
            throw new RiskMapException(Message.of("app.layer-unreadable", layer, e.getMessage()), e);
        }
    }

    private static String town(Map<String, PreparedGeometry> towns, Geometry shape) {
        Geometry inside = shape.getInteriorPoint();
        for (Map.Entry<String, PreparedGeometry> town : towns.entrySet()) {
            if (town.getValue().covers(inside)) {
                return town.getKey();
            }
        }
        return "";
    }

    /** The towns by name, in a CRS. */
    static Map<String, PreparedGeometry> towns(Workspace workspace, CoordinateReferenceSystem crs) {
        Map<String, PreparedGeometry> towns = new LinkedHashMap<>();
        CrsTransform there =
                Crs.transform(workspace.features("town").getSchema().getCoordinateReferenceSystem(), crs);
        try (SimpleFeatureIterator rows =
                workspace.features("town").getFeatures().features()) {
            while (rows.hasNext()) {
                SimpleFeature row = rows.next();
                if (row.getAttribute("name") instanceof String name
                        && row.getDefaultGeometry() instanceof Geometry shape) {
                    towns.put(name, PreparedGeometryFactory.prepare(there.apply(shape)));
                }
            }
        } catch (IOException e) {
            throw new RiskMapException(Message.of("app.layer-unreadable", "town", e.getMessage()), e);
        }
        return towns;
    }

    /** What the catalogue calls a field. */
    private Message title(String key) {
        return Message.of(
                field(key).map(Field::title).map(title -> title.in(language)).orElse(key));
    }

    /** What the catalogue calls a value of the attribute. */
    private Message word(String value) {
        if (value.isEmpty()) {
            return Message.of("app.print-no-value");
        }
        return Message.of(field(attribute)
                .map(Field::domain)
                .flatMap(domain -> domain.find(value))
                .map(code -> code.title().in(language))
                .orElse(value));
    }

    private Optional<Field> field(String key) {
        return workspace.kind(layer).flatMap(kind -> kind.field(key));
    }
}
