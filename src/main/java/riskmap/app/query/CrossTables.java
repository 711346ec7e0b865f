package riskmap.app.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import riskmap.analysis.LayerRows;
import riskmap.analysis.cross.CrossAxis;
import riskmap.analysis.cross.CrossLayout;
import riskmap.analysis.cross.CrossTable;
import riskmap.analysis.cross.Measure;
import riskmap.app.ecql.EcqlCheck;
import riskmap.app.project.Workspace;
import riskmap.app.run.ResultLayers;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Field;
import riskmap.data.LayerKind;
import riskmap.data.Table;

/** Makes cross-tables of the layers of a project. */
public final class CrossTables {
    private CrossTables() {}

    /**
     * A cross-table and how it is laid out.
     *
     * @param cross the count
     * @param layout where each cell stands
     * @param title what it is called
     * @param id its name among tables
     */
    public record Made(CrossTable cross, CrossLayout layout, Message title, String id) {
        /** The table in the layout. */
        public Table table() {
            return layout.table(id, title);
        }
    }

    /**
     * Makes the cross-table of the features of a layer that meet a condition.
     *
     * @param name what the table is called, empty for what it shows
     * @param where ECQL condition, blank for all features
     */
    public static Made make(
            Workspace project, String layer, String where, CrossSpec spec, String name, Progress progress) {
        progress.report(0, Message.of("app.step-reading"));
        SimpleFeatureSource source = project.features(layer);
        Filter filter = EcqlCheck.condition(where, source.getSchema());
        List<SideSpec> sides = spec.sides();
        boolean needsPlace = sides.stream().anyMatch(SideSpec::isZones)
                || spec.measures().stream()
                        .anyMatch(measure ->
                                measure.kind() == Measure.Kind.AREA || measure.kind() == Measure.Kind.LENGTH);
        LayerRows rows = LayerRows.read(
                source, query(source.getSchema(), filter, sides, spec.measures(), needsPlace), progress.part(0, 0.4));
        if (needsPlace && rows.dimension() == -2) {
            throw RiskMapException.of("app.query-no-geometry", layer);
        }
        LayerKind kind = project.kind(layer).orElse(null);
        List<CrossAxis> axes = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            double from = 0.4 + 0.4 * i / sides.size();
            axes.add(axis(project, rows, kind, sides.get(i), progress.part(from, from + 0.4 / sides.size())));
        }
        // the third stands third also where there are no columns
        CrossAxis third = spec.third().isPresent() ? axes.remove(axes.size() - 1) : null;
        if (third != null && spec.columns().isEmpty()) {
            axes.add(CrossAxis.all(rows.size()));
        }
        if (third != null) {
            axes.add(third);
        }
        CrossTable cross = CrossTable.of(rows, axes, spec.measures(), progress.part(0.8, 1));
        CrossLayout layout = new CrossLayout(
                cross, spec.columns().isPresent(), spec.third().isPresent(), field -> field(kind, field));
        return new Made(
                cross,
                layout,
                title(project, layer, spec, cross, layout, name),
                "cross-" + (name.isEmpty() ? layer : name));
    }

    /** Reads only what is needed: a wide layer is mostly columns nobody asks for. */
    private static Query query(
            SimpleFeatureType type, Filter filter, List<SideSpec> sides, List<Measure> measures, boolean place) {
        Set<String> columns = new LinkedHashSet<>();
        sides.stream().filter(side -> !side.isZones()).forEach(side -> columns.add(side.field()));
        measures.stream().map(Measure::field).filter(field -> !field.isEmpty()).forEach(columns::add);
        for (String column : columns) {
            if (type.indexOf(column) < 0) {
                throw RiskMapException.of(
                        "analysis.field-missing", column, type.getTypeName(), EcqlCheck.fieldNames(type));
            }
        }
        if (place && type.getGeometryDescriptor() != null) {
            columns.add(type.getGeometryDescriptor().getLocalName());
        }
        return new Query(type.getTypeName(), filter, columns.toArray(String[]::new));
    }

    private static CrossAxis axis(Workspace project, LayerRows rows, LayerKind kind, SideSpec side, Progress progress) {
        Field known = field(kind, side.field());
        if (!side.isZones()) {
            return side.breaks().isEmpty()
                    ? CrossAxis.byField(rows, side.field(), known, progress)
                    : CrossAxis.byBreaks(
                            rows,
                            side.field(),
                            side.breaks().stream()
                                    .mapToDouble(Double::doubleValue)
                                    .toArray(),
                            known);
        }
        if (!project.layers().contains(side.layer())) {
            throw RiskMapException.of(
                    "app.layer-missing",
                    side.layer(),
                    project.file().getFileName(),
                    NameList.near(side.layer(), project.layers()));
        }
        LayerRows zones = LayerRows.read(project.features(side.layer()), progress.part(0, 0.2));
        if (zones.dimension() != 2) {
            throw RiskMapException.of("analysis.zones-not-areas", side.layer());
        }
        if (zones.crs() == null || rows.crs() == null) {
            throw RiskMapException.of(
                    "app.query-no-crs",
                    zones.crs() == null ? side.layer() : rows.type().getTypeName());
        }
        int needed = side.rule() == riskmap.analysis.CountingRule.AREA_SHARE ? 2 : 1;
        if (side.rule().isShare() && rows.dimension() != needed) {
            throw RiskMapException.of(
                    needed == 2 ? "analysis.rule-needs-areas" : "analysis.rule-needs-lines",
                    rows.type().getTypeName());
        }
        LayerKind zoneKind = project.kind(side.layer()).orElse(null);
        return CrossAxis.byZones(
                rows.in(zones.crs(), progress),
                zones,
                layerTitle(project, side.layer()),
                side.field(),
                field(zoneKind, side.field()),
                side.rule(),
                !side.every(),
                progress.part(0.2, 1));
    }

    private static Field field(LayerKind kind, String name) {
        return kind == null ? null : kind.field(name).orElse(null);
    }

    /** What a layer is called: a result as in the map, where it is shown whole; else its catalogue kind, else its name. */
    static Message layerTitle(Workspace project, String layer) {
        Object title = project.map().layers().stream()
                .filter(shown ->
                        shown.source().equals("#" + layer) && shown.filter().isEmpty())
                .flatMap(shown -> ResultLayers.title(shown).stream())
                .findFirst()
                .or(() -> project.kind(layer).map(LayerKind::title))
                .<Object>map(known -> known)
                .orElse(layer);
        return Message.of("analysis.cross-value", title);
    }

    private static Message title(
            Workspace project, String layer, CrossSpec spec, CrossTable cross, CrossLayout layout, String name) {
        List<Object> sides = new ArrayList<>();
        sides.add(cross.axes().get(0).title());
        spec.columns().ifPresent(side -> sides.add(cross.axes().get(1).title()));
        spec.third().ifPresent(side -> sides.add(cross.axes().get(2).title()));
        Message shown = (Message) sides.get(0);
        for (Object side : sides.subList(1, sides.size())) {
            shown = Message.of("app.query-by", shown, side);
        }
        Message measures = layout.title(cross.measures().get(0));
        for (Measure measure : cross.measures().subList(1, cross.measures().size())) {
            measures = Message.of("app.query-and", measures, layout.title(measure));
        }
        return name.isEmpty()
                ? Message.of("app.query-title", layerTitle(project, layer), shown, measures)
                : Message.of("app.query-title-named", name, layerTitle(project, layer), shown, measures);
    }
}
