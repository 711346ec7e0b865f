package riskmap.app.print;

import java.util.ArrayList;
import java.util.List;
import riskmap.app.project.RasterTitle;
import riskmap.app.project.Workspace;
import riskmap.app.run.ResultLayers;
import riskmap.app.run.RunTables;
import riskmap.app.run.SiteTables;
import riskmap.app.run.ZoneTables;
import riskmap.app.style.MapColours;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.LayerKind;
import riskmap.data.Table;
import riskmap.data.Title;
import riskmap.map.Layout;
import riskmap.map.LayoutItem;
import riskmap.map.LayoutItems;
import riskmap.map.LocalText;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;
import riskmap.print.AbsentLayer;
import riskmap.print.AtlasPage;
import riskmap.print.Fields;
import riskmap.print.PageContent;

/** What of a project fills a layout: layers, tables and fields, read once for all pages. */
final class PrintContent {
    /** Id of the text that is the heading of a page, as all shipped layouts have it. */
    private static final String TITLE = "title";

    private final Layout layout;
    private final Prints.Request request;
    private final PrintTables results;
    private final PageContent page;

    private PrintContent(Layout layout, Prints.Request request, PrintTables results, PageContent page) {
        this.layout = layout;
        this.request = request;
        this.results = results;
        this.page = page;
    }

    static PrintContent of(
            Workspace workspace, MapDocument shown, Layout wanted, Prints.Request request, Progress progress) {
        Layout layout = PrintColours.of(titled(wanted, request), request.colours());
        MapDocument map = titled(workspace, PrintColours.of(workspace, shown, request.colours()), request.language());
        PrintLayers.begin(workspace, map, layout, Progress.silent());
        PrintTables results = PrintTables.of(workspace);
        Fields fields = PrintFields.of(workspace, map, layout, request, progress.part(0, 0.5));
        results.fields(fields, "total", null, request.language());
        request.fields().forEach(fields::put);
        heading(layout, fields, request);
        PrintLayers.Frames frames = PrintLayers.of(workspace, map, layout, progress.part(0.5, 1));
        PageContent page = new PageContent(
                        map,
                        List.of(),
                        tables(workspace, layout, results, request.language()),
                        fields,
                        request.language(),
                        workspace.folder())
                .withColours(MapColours.beside(workspace, map, request.colours()))
                .withFrames(frames.layers())
                .withAbsent(frames.absent());
        return new PrintContent(layout, request, results, page);
    }

    /** The layout, with the title asked for. */
    Layout layout() {
        return layout;
    }

    /** The page outside an atlas. */
    PageContent page() {
        return page;
    }

    /** The layers that its pages should show and that could not be read. */
    List<AbsentLayer> absent() {
        return page.absent().values().stream().flatMap(List::stream).distinct().toList();
    }

    /** A page of an atlas. */
    PageContent page(List<AtlasPage> all, AtlasPage one) {
        Fields fields = new Fields(page.fields());
        fields.put("page-name", one.name());
        fields.put("town", one.name());
        fields.put("page-number", "" + one.number());
        fields.put("page-count", "" + one.count());
        results.fields(fields, "page", one.name(), request.language());
        request.fields().forEach(fields::put);
        List<Table> tables = new ArrayList<>(page.tables());
        tables.addAll(results.page(one.name()));
        return page.withPage(all, one, tables, fields);
    }

    /** The index sheet of an atlas. */
    PageContent index(List<AtlasPage> all) {
        Fields fields = new Fields(page.fields());
        fields.put("page-name", Message.of("app.print-index").text(request.language()));
        fields.put("page-count", "" + all.size());
        List<Table> tables = new ArrayList<>(page.tables());
        List<List<Object>> rows = new ArrayList<>();
        all.forEach(one -> rows.add(List.of("" + one.number(), one.name())));
        tables.add(new Table(
                "atlas-pages",
                Message.of("app.print-index"),
                List.of(
                        new Table.Column("number", Message.of("app.print-sheet"), "", 0),
                        new Table.Column("name", Message.of("app.print-sheet-name"), "", 0)),
                rows));
        return page.withPage(all, null, tables, fields);
    }

    /** A title asked for stands in place of the layout's own. */
    private static Layout titled(Layout layout, Prints.Request request) {
        if (request.title().isEmpty()) {
            return layout;
        }
        return layout.withItems(layout.items().stream()
                .map(item -> item instanceof LayoutItem.Text && item.id().equals(TITLE)
                        ? LayoutItems.with(item, "text", LocalText.of("{title}"))
                        : item)
                .toList());
    }

    /** What the page is called in the file is what its heading says, where that depends on no page of an atlas. */
    private static void heading(Layout layout, Fields fields, Prints.Request request) {
        LayoutItem item = layout.item(TITLE).orElse(null);
        if (item instanceof LayoutItem.Text text && layout.atlas() == null) {
            String words = text.text().text(request.language());
            if (!words.contains("{title}") && !words.contains("{scale")) {
                fields.put("title", fields.fill(words, TITLE));
            }
        }
    }

    private static List<Table> tables(Workspace workspace, Layout layout, PrintTables results, Language language) {
        List<Table> tables = new ArrayList<>(results.all());
        for (LayoutItem item : layout.items()) {
            String id = item instanceof LayoutItem.ResultTable table
                    ? table.table()
                    : item instanceof LayoutItem.Chart chart ? chart.table() : null;
            boolean known =
                    id == null || tables.stream().anyMatch(table -> table.id().equals(id));
            if (!known && SiteTables.knows(workspace, id)) {
                tables.add(SiteTables.of(workspace, id, language));
            } else if (!known && ZoneTables.knows(workspace, id)) {
                tables.add(ZoneTables.of(workspace, id));
            } else if (!known && RunTables.knows(id)) {
                RunTables.of(workspace, id).ifPresent(tables::add);
            }
        }
        return tables;
    }

    /** The map with the titles of its layers in a language, where the catalogue knows them. */
    private static MapDocument titled(Workspace workspace, MapDocument map, Language language) {
        List<MapLayer> layers = new ArrayList<>();
        for (MapLayer layer : map.layers()) {
            layers.add(new MapLayer(
                    layer.id(),
                    title(workspace, layer, language),
                    layer.group(),
                    layer.source(),
                    layer.style(),
                    layer.filter(),
                    layer.visible(),
                    layer.opacity()));
        }
        return map.withLayers(layers);
    }

    /** A title of one's own stays, unless it is Chinese on an English page. */
    private static String title(Workspace workspace, MapLayer layer, Language language) {
        if (!layer.source().startsWith("#")) {
            return RasterTitle.of(layer).map(known -> known.in(language)).orElse(layer.title());
        }
        Title result = ResultLayers.title(layer).orElse(null);
        if (result != null) {
            return result.in(language);
        }
        LayerKind kind = workspace.kind(layer.source().substring(1)).orElse(null);
        if (kind == null || !layer.filter().isEmpty()) {
            return layer.title();
        }
        boolean usual = layer.title().equals(kind.title().in(Language.CHINESE))
                || layer.title().equals(kind.title().in(Language.ENGLISH));
        boolean unreadable =
                language == Language.ENGLISH && layer.title().codePoints().anyMatch(Character::isIdeographic);
        return usual || unreadable ? kind.title().in(language) : layer.title();
    }
}
