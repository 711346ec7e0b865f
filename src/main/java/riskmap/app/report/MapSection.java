package riskmap.app.report;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import riskmap.app.print.Prints;
import riskmap.app.run.RunRecord;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.map.Layout;
import riskmap.map.Layouts;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;
import riskmap.print.PageComposer;
import riskmap.report.Block;
import riskmap.report.Drawing;
import riskmap.report.ReportTemplates;
import riskmap.report.SectionSpec;

/**
 * The map: that of the project with the results of the run the report is about shown and those of other models hidden, so
 * that map and tables tell the same.
 */
final class MapSection implements SectionMaker {
    @Override
    public List<Block> make(ReportContext context, SectionSpec spec, Progress progress) {
        List<Block> blocks = new ArrayList<>(TextSection.paragraphs(context, spec.texts(), spec.type()));
        Layout layout = Layouts.read(ReportTemplates.mapLayout(), "map", note -> {});
        MapDocument map = shown(context);
        if (map.layers().stream().noneMatch(MapLayer::visible)) {
            blocks.add(context.gap("report.map-empty"));
            return blocks;
        }
        Prints.Request request = Prints.Request.of("")
                .withLanguage(context.language())
                .withDate(context.request().created().toLocalDate())
                .withScheme(context.request().colours());
        try {
            PageComposer page = Prints.composer(context.workspace(), layout, map, request, progress);
            page.check(progress);
            String title = context.run().isPresent()
                    ? context.text(
                            "report.map-title-run",
                            context.fields().plain("{district}", spec.type()),
                            context.fields().plain("{model}", spec.type()))
                    : context.text("report.map-title", context.fields().plain("{district}", spec.type()));
            blocks.add(new Block.Figure(context.figure(title), new PageDrawing(page, scale(page, spec.limit()))));
            page.absent().forEach(layer -> blocks.add(context.gap("app.print-absent", layer.title(), layer.reason())));
        } catch (RiskMapException e) {
            // a layer is gone, the map shows nothing or its legend has no room: the rest of the report is still worth
            // having
            blocks.add(context.gap("report.map-missing", e.userMessage().text(context.language())));
        }
        return blocks;
    }

    /** The map of the project, of its results only those of the run: a report of no run shows the survey alone. */
    private static MapDocument shown(ReportContext context) {
        MapDocument map = context.workspace().map();
        RunRecord run = context.run().orElse(null);
        Set<String> ours = new LinkedHashSet<>();
        Set<String> results = new LinkedHashSet<>();
        for (RunRecord record : context.runs()) {
            results.addAll(record.zones());
            record.provenance().outputs().forEach(output -> results.add(output.name()));
        }
        if (run != null) {
            ours.addAll(run.zones());
            // of several layers of one run the main one is shown, the others as the user has them
            run.provenance().outputs().forEach(output -> ours.add(output.name()));
        }
        List<MapLayer> layers = new ArrayList<>();
        for (MapLayer layer : map.layers()) {
            String table = layer.source().startsWith("#") ? layer.source().substring(1) : layer.source();
            boolean main = run != null && run.zones().contains(table) && isOf(layer, run);
            boolean other = results.contains(table) && (run == null || !ours.contains(table) || !isOf(layer, run));
            layers.add(main == layer.visible() && !other ? layer : visible(layer, main || layer.visible() && !other));
        }
        return map.withLayers(layers);
    }

    /** Whether a layer that several models write to shows the rows of this one's. */
    private static boolean isOf(MapLayer layer, RunRecord run) {
        return !layer.filter().startsWith("run_id LIKE '")
                || layer.filter().contains("'" + run.provenance().model() + "-");
    }

    private static MapLayer visible(MapLayer layer, boolean visible) {
        return new MapLayer(
                layer.id(),
                layer.title(),
                layer.group(),
                layer.source(),
                layer.style(),
                layer.filter(),
                visible,
                layer.opacity());
    }

    /** How much smaller the map is drawn so that it is no higher than a template wants, in millimetres. */
    private static double scale(PageComposer page, int highest) {
        double height = page.layout().page().height();
        return highest == 0 ? 1 : Math.min(1, highest / height);
    }

    /** A composed page as a drawing of a report. */
    private record PageDrawing(PageComposer page, double scale) implements Drawing {
        @Override
        public double width() {
            return scale * page.layout().page().width();
        }

        @Override
        public double height() {
            return scale * page.layout().page().height();
        }

        @Override
        public void paint(Graphics2D millimetres, Progress progress) {
            millimetres.scale(scale, scale);
            page.paint(millimetres, progress);
        }

        @Override
        public Map<String, String> layerTitles() {
            return page.layerTitles();
        }
    }
}
