package riskmap.risk.model.count;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.ExactSum;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.geo.overlay.AreaIndex;
import riskmap.risk.Conservation;
import riskmap.risk.RiskLevel;
import riskmap.risk.model.result.Columns;

/**
 * What lies in the zones of any model, by town and level: every exposed layer that was given, by centroid. Zones may
 * overlap: the highest level counts. What lies in no zone, outside all towns or has no geometry is counted too, so that
 * every sum adds up to the layer's total.
 *
 * <p>Without towns the whole map is one town without a name.
 */
public final class ZoneExposure {
    private final List<String> towns = new ArrayList<>();
    private final List<MeasureCount> counts = new ArrayList<>();
    private final Map<String, Placement> places = new LinkedHashMap<>();
    private final Map<String, LayerRows> layers = new LinkedHashMap<>();
    private final Scale scale;

    /**
     * The levels of the zones.
     *
     * @param count how many there are; they are numbered from 1
     * @param title what a level is called
     * @param heading key of their column, {@code risk.column-…}
     */
    public record Scale(int count, IntFunction<Message> title, String heading) {
        /** 高, 较高, 中, 低. */
        static final Scale RISK = new Scale(RiskLevel.COUNT, RiskLevel::title, "level");
    }

    /** Counts by the four levels of risk. */
    public ZoneExposure(
            Inputs inputs,
            CoordinateReferenceSystem crs,
            List<Geometry> zones,
            List<Integer> levels,
            Progress progress) {
        this(inputs, crs, zones, levels, Scale.RISK, progress);
    }

    /**
     * Counts.
     *
     * @param crs of the zones
     * @param zones areas, each with a level
     * @param levels of the scale, by zone
     */
    public ZoneExposure(
            Inputs inputs,
            CoordinateReferenceSystem crs,
            List<Geometry> zones,
            List<Integer> levels,
            Scale scale,
            Progress progress) {
        this.scale = scale;
        Placement.Where where = where(inputs, crs, zones, levels, progress);
        for (Measure measure : Measure.ALL) {
            progress.check();
            if (measure.what() == Measure.What.LENGTH || !inputs.has(measure.kind())) {
                continue;
            }
            LayerRows rows = layers.computeIfAbsent(
                    measure.kind(), kind -> inputs.rows(kind, progress).in(crs, progress));
            if (measure.what() == Measure.What.COUNT || rows.hasAttribute(measure.key())) {
                Placement placement =
                        places.computeIfAbsent(measure.kind(), kind -> Placement.of(rows, where, progress.part(0, 0)));
                counts.add(MeasureCount.of(measure, rows, placement, towns.size(), scale.count()));
            }
        }
        progress.report(1);
    }

    private Placement.Where where(
            Inputs inputs,
            CoordinateReferenceSystem crs,
            List<Geometry> zones,
            List<Integer> levels,
            Progress progress) {
        AreaIndex townIndex = null;
        if (inputs.has("town")) {
            LayerRows rows = inputs.rows("town", progress).in(crs, progress);
            String[] names = rows.texts("name");
            for (int row = 0; row < rows.size(); row++) {
                towns.add(rows.called(row, names[row]));
            }
            townIndex = new AreaIndex(rows.geometries());
        } else {
            towns.add("");
        }
        AreaIndex zoneIndex = new AreaIndex(zones.toArray(Geometry[]::new));
        AreaIndex within = townIndex;
        return new Placement.Where() {
            @Override
            public int town(double x, double y) {
                return within == null ? 0 : within.first(x, y);
            }

            @Override
            public int level(double x, double y) {
                int[] highest = {0};
                zoneIndex.covering(x, y, (zone, location) -> highest[0] = Math.max(highest[0], levels.get(zone)));
                return highest[0];
            }
        };
    }

    /** The rows of an exposed layer in the CRS of the zones, null where it was not given. */
    public LayerRows rows(String kind) {
        return layers.get(kind);
    }

    /** Where the rows of a layer lie, null where it was not given. */
    public Placement places(String kind) {
        return places.get(kind);
    }

    /** By level, by town and level, and the proof that nothing was lost; nothing where no layer was given. */
    public List<Table> tables() {
        return counts.isEmpty() ? List.of() : List.of(byLevel(), byTown(), ConservationTable.of(counts));
    }

    public List<Conservation> conservation() {
        return counts.stream().map(MeasureCount::conservation).toList();
    }

    /** One sentence for each proof, and the rule. */
    public List<Message> notes() {
        List<Message> notes = new ArrayList<>();
        if (!counts.isEmpty()) {
            notes.add(Message.of("risk.note-counting"));
        }
        conservation().forEach(proof -> notes.add(ConservationTable.note(proof)));
        return notes;
    }

    private Table byLevel() {
        List<List<Object>> rows = new ArrayList<>();
        for (int level = scale.count(); level >= 0; level--) {
            List<Object> row = new ArrayList<>();
            row.add(level == 0 ? Message.of("risk.no-zone") : scale.title().apply(level));
            for (MeasureCount count : counts) {
                row.add(ExactSum.number(count.value(level)));
            }
            rows.add(row);
        }
        rows.add(row(
                Message.of("risk.outside"),
                counts.stream().map(MeasureCount::outside).toList()));
        rows.add(row(
                Message.of("risk.without-geometry"),
                counts.stream().map(MeasureCount::withoutGeometry).toList()));
        rows.add(row(
                Message.of("risk.total"),
                counts.stream().map(MeasureCount::total).toList()));
        return new Table("zones-by-level", Message.of("risk.table-zones-by-level"), columns(false), rows);
    }

    private static List<Object> row(Object head, List<BigDecimal> values) {
        List<Object> row = new ArrayList<>();
        row.add(head);
        values.forEach(value -> row.add(ExactSum.number(value)));
        return row;
    }

    private Table byTown() {
        List<List<Object>> rows = new ArrayList<>();
        for (int town = 0; town < towns.size(); town++) {
            for (int level = scale.count(); level >= 0; level--) {
                List<Object> row = new ArrayList<>();
                row.add(towns.get(town));
                row.add(level == 0 ? Message.of("risk.no-zone") : scale.title().apply(level));
                boolean some = false;
                for (MeasureCount count : counts) {
                    BigDecimal value = count.value(town, level);
                    some |= value.signum() != 0;
                    row.add(ExactSum.number(value));
                }
                if (some) {
                    rows.add(row);
                }
            }
        }
        return new Table("zones-by-town", Message.of("risk.table-zones-by-town"), columns(true), rows);
    }

    private List<Table.Column> columns(boolean withTown) {
        List<Table.Column> columns = new ArrayList<>();
        if (withTown) {
            columns.add(Columns.column("town", "", 0));
        }
        columns.add(Columns.column(scale.heading(), "", 0));
        counts.forEach(count -> columns.add(count.measure().column()));
        return columns;
    }
}
