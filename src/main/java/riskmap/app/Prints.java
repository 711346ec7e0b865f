package riskmap.app;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.LayerKind;
import riskmap.data.Title;
import riskmap.map.Layout;
import riskmap.map.Layouts;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;
import riskmap.print.Outputs;
import riskmap.print.PageComposer;
import riskmap.print.PageContent;
import riskmap.print.PrintOptions;
import riskmap.print.PrintOutput;
import riskmap.render.MapPainter;

/** Prints the map of a project: a layout, filled, to PDF, PNG or SVG, or to an image for a preview. */
public final class Prints {
    /**
     * What to print.
     *
     * @param layout name of a shipped layout or of one stored in the project, or path of a JSON file; empty for the one
     *     map, or the plain map where no risk has been computed
     * @param title heading of the page; empty for the usual one
     * @param maker who made the map; empty for the one in the project's settings
     * @param language of everything the page says
     * @param dpi resolution of images
     * @param date the date printed on the page
     */
    public record Request(String layout, String title, String maker, Language language, double dpi, LocalDate date) {
        /** The least and greatest resolution, dots per inch. */
        private static final double LEAST_DPI = 20;

        private static final double MOST_DPI = 2400;

        public Request {
            if (!(dpi >= LEAST_DPI && dpi <= MOST_DPI)) {
                throw RiskMapException.of("app.print-dpi", "" + dpi, "" + (int) LEAST_DPI, "" + (int) MOST_DPI);
            }
        }

        /** A layout in the language in use, dated today. */
        public static Request of(String layout) {
            return new Request(layout, "", "", Language.current(), 300, LocalDate.now(ZoneId.systemDefault()));
        }

        public Request withTitle(String text) {
            return new Request(layout, text, maker, language, dpi, date);
        }

        public Request withMaker(String text) {
            return new Request(layout, title, text, language, dpi, date);
        }

        public Request withLanguage(Language other) {
            return new Request(layout, title, maker, other, dpi, date);
        }

        public Request withDpi(double value) {
            return new Request(layout, title, maker, language, value, date);
        }

        public Request withDate(LocalDate day) {
            return new Request(layout, title, maker, language, dpi, day);
        }
    }

    private Prints() {}

    /** Names of the layouts there are: the shipped ones, then those stored in the project. */
    public static List<String> layouts(Workspace workspace) {
        List<String> names = new ArrayList<>(Layouts.shipped());
        for (String key : workspace.store().documents("layout:")) {
            names.add(key.substring("layout:".length()));
        }
        return names;
    }

    /** Writes the page to a file; its ending says which kind. */
    public static Answer print(Workspace workspace, Request request, Path target, Progress progress) {
        PrintOutput output = Outputs.forFile(target);
        List<Message> notes = new ArrayList<>();
        PageComposer page = compose(workspace, request, new MapPainter(), notes, progress.part(0, 0.3));
        PrintOptions options =
                new PrintOptions(request.dpi(), PrintOptions.now().created());
        output.write(page, target, options, progress.part(0.3, 1));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("file", target.toString());
        facts.put("layout", page.layout().name());
        facts.put("width_mm", page.layout().page().width());
        facts.put("height_mm", page.layout().page().height());
        StringBuilder text = new StringBuilder();
        notes.forEach(note -> text.append(note.text()).append('\n'));
        text.append(Message.of(
                        "app.printed",
                        target,
                        page.layout().title().text(Language.current()),
                        "" + Math.round(page.layout().page().width()),
                        "" + Math.round(page.layout().page().height()))
                .text());
        page.layout().frames().forEach(frame -> facts.put(frame.id() + "_scale", page.denominator(frame.id())));
        return new Answer(text.toString(), facts);
    }

    /**
     * The page as an image.
     *
     * @param painter the window's painter, whose cache holds the layers already
     */
    public static BufferedImage preview(Workspace workspace, Request request, MapPainter painter, Progress progress) {
        PageComposer page = compose(workspace, request, painter, new ArrayList<>(), progress.part(0, 0.3));
        return page.image(request.dpi(), progress.part(0.3, 1));
    }

    private static PageComposer compose(
            Workspace workspace, Request request, MapPainter painter, List<Message> notes, Progress progress) {
        Layout layout = layout(workspace, request.layout(), notes);
        return composer(workspace, layout, workspace.map(), request, painter, progress);
    }

    /** A page of a layout with another map than the project's, such as one with other layers shown. */
    public static PageComposer composer(
            Workspace workspace, Layout layout, MapDocument shown, Request request, Progress progress) {
        return composer(workspace, layout, shown, request, new MapPainter(), progress);
    }

    private static PageComposer composer(
            Workspace workspace,
            Layout layout,
            MapDocument shown,
            Request request,
            MapPainter painter,
            Progress progress) {
        MapDocument map = titled(workspace, shown, request.language());
        PageContent content = new PageContent(
                map,
                workspace.paintLayers(map, progress.part(0, 0.5)),
                PrintTables.of(workspace),
                PrintFields.of(workspace, map, request, progress.part(0.5, 0.7)),
                request.language(),
                workspace.folder());
        return new PageComposer(layout, content, painter, progress.part(0.7, 1));
    }

    private static Layout layout(Workspace workspace, String name, List<Message> notes) {
        if (name.isEmpty()) {
            return Layouts.open(workspace.layers().contains("impact") ? "one-map-a3" : "map-a3", notes::add);
        }
        return workspace
                .store()
                .document("layout:" + name)
                .map(text -> Layouts.read(text, name, notes::add))
                .orElseGet(() -> Layouts.open(name, notes::add));
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
            Message elevation = Message.of("app.demo-elevation");
            boolean known = layer.title().equals(elevation.text(Language.CHINESE))
                    || layer.title().equals(elevation.text(Language.ENGLISH));
            return known ? elevation.text(language) : layer.title();
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
