package riskmap.app.print;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import riskmap.app.Answer;
import riskmap.app.project.Workspace;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.map.Layout;
import riskmap.map.Layouts;
import riskmap.map.MapDocument;
import riskmap.print.AbsentLayer;
import riskmap.print.InkPalette;
import riskmap.print.Outputs;
import riskmap.print.PageComposer;
import riskmap.print.PagePrinter;
import riskmap.print.PrintOptions;
import riskmap.print.PrintOutput;
import riskmap.render.MapPainter;
import riskmap.style.ColourScheme;

/** Prints the map of a project: a layout, filled, to PDF, PNG, TIFF or SVG, to a printer, or to an image for a preview. */
public final class Prints {
    private static final String STORED = "layout:";

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
     * @param palette the inks that the page is made for
     * @param fields values of fields in texts, before all others
     * @param colours the scheme of map, legend and charts on this page alone; null for the colours of the project
     */
    public record Request(
            String layout,
            String title,
            String maker,
            Language language,
            double dpi,
            LocalDate date,
            InkPalette palette,
            Map<String, String> fields,
            ColourScheme colours) {
        /** The least and greatest resolution, dots per inch. */
        private static final double LEAST_DPI = 20;

        private static final double MOST_DPI = 2400;

        public Request {
            if (!(dpi >= LEAST_DPI && dpi <= MOST_DPI)) {
                throw RiskMapException.of("app.print-dpi", "" + dpi, "" + (int) LEAST_DPI, "" + (int) MOST_DPI);
            }
            fields = Map.copyOf(fields);
        }

        /** In the colours of the screen, with the usual fields. */
        public Request(String layout, String title, String maker, Language language, double dpi, LocalDate date) {
            this(layout, title, maker, language, dpi, date, InkPalette.SCREEN, Map.of(), null);
        }

        /** A layout in the language in use, dated today. */
        public static Request of(String layout) {
            return new Request(layout, "", "", Language.current(), 300, LocalDate.now(ZoneId.systemDefault()));
        }

        public Request withLayout(String other) {
            return new Request(other, title, maker, language, dpi, date, palette, fields, colours);
        }

        public Request withTitle(String text) {
            return new Request(layout, text, maker, language, dpi, date, palette, fields, colours);
        }

        public Request withMaker(String text) {
            return new Request(layout, title, text, language, dpi, date, palette, fields, colours);
        }

        public Request withLanguage(Language other) {
            return new Request(layout, title, maker, other, dpi, date, palette, fields, colours);
        }

        public Request withDpi(double value) {
            return new Request(layout, title, maker, language, value, date, palette, fields, colours);
        }

        public Request withDate(LocalDate day) {
            return new Request(layout, title, maker, language, dpi, day, palette, fields, colours);
        }

        public Request withPalette(InkPalette inks) {
            return new Request(layout, title, maker, language, dpi, date, inks, fields, colours);
        }

        /** For the inks of a name, {@code screen}, {@code cmyk} or {@code black}. */
        public Request withInks(String name) {
            for (InkPalette inks : InkPalette.values()) {
                if (inks.name().equalsIgnoreCase(name)) {
                    return withPalette(inks);
                }
            }
            throw RiskMapException.of("app.print-palette", name, "screen, cmyk, black");
        }

        public Request withFields(Map<String, String> values) {
            return new Request(layout, title, maker, language, dpi, date, palette, values, colours);
        }

        /** In the colours of a scheme of that name, as {@code colourblind}; the empty name means those of the project. */
        public Request withColours(String name) {
            return withScheme(name.isEmpty() ? null : ColourScheme.of(name));
        }

        /** In the colours of a scheme; null for those of the project. */
        public Request withScheme(ColourScheme scheme) {
            return new Request(layout, title, maker, language, dpi, date, palette, fields, scheme);
        }

        /** How the page is written, now. */
        PrintOptions options() {
            return new PrintOptions(dpi, PrintOptions.now().created(), palette);
        }
    }

    private Prints() {}

    /** Names of the layouts there are: the shipped ones, the user's, then those stored in the project. */
    public static List<String> layouts(Workspace workspace) {
        Set<String> names = new LinkedHashSet<>(Layouts.names());
        for (String key : workspace.store().documents(STORED)) {
            names.add(key.substring(STORED.length()));
        }
        return List.copyOf(names);
    }

    /**
     * A layout by name or file; the empty name means the one map, or the plain map where no risk has been computed.
     *
     * @param notes told of what in it is not understood
     */
    public static Layout layout(Workspace workspace, String name, Consumer<Message> notes) {
        if (name.isEmpty()) {
            return Layouts.open(workspace.layers().contains("impact") ? "one-map-a3" : "map-a3", notes);
        }
        return workspace
                .store()
                .document(STORED + name)
                .map(text -> Layouts.read(text, name, notes))
                .orElseGet(() -> Layouts.open(name, notes));
    }

    /** Writes the page to a file; its ending says which kind. */
    public static Answer print(Workspace workspace, Request request, Path target, Progress progress) {
        List<Message> notes = new ArrayList<>();
        Layout layout = layout(workspace, request.layout(), notes::add);
        Answer answer = print(workspace, layout, request, target, progress);
        StringBuilder told = new StringBuilder();
        notes.forEach(note -> told.append(note.text()).append('\n'));
        return new Answer(told + answer.text(), answer.facts());
    }

    /** As above, with a layout at hand. */
    public static Answer print(Workspace workspace, Layout layout, Request request, Path target, Progress progress) {
        refuseAtlas(layout);
        PrintOutput output = Outputs.forFile(target);
        PageComposer page = compose(workspace, layout, request, new MapPainter(), progress.part(0, 0.3));
        output.write(page, target, request.options(), progress.part(0.3, 1));
        Map<String, Object> facts = facts(page);
        facts.put("file", target.toString());
        return new Answer(text(absent(page.absent()), said("app.printed", target.toString(), page)), facts);
    }

    /**
     * Sends the page to a printer of the system.
     *
     * @param printer its name; empty for the usual one
     */
    public static Answer toPrinter(Workspace workspace, Request request, String printer, Progress progress) {
        List<Message> notes = new ArrayList<>();
        Layout layout = layout(workspace, request.layout(), notes::add);
        refuseAtlas(layout);
        PageComposer page = compose(workspace, layout, request, new MapPainter(), progress.part(0, 0.3));
        PagePrinter.print(List.of(page), printer, request.options(), progress.part(0.3, 1));
        notes.addAll(absent(page.absent()));
        return new Answer(text(notes, said("app.printed-paper", printer, page)), facts(page));
    }

    /** A page of an atlas, or its index, is none without the features that its pages are of. */
    private static void refuseAtlas(Layout layout) {
        boolean isIndex = layout.frames().stream().anyMatch(frame -> frame.index());
        if (layout.atlas() != null || isIndex) {
            throw RiskMapException.of(isIndex ? "app.print-atlas-index" : "app.print-needs-atlas", layout.name());
        }
    }

    /** Names of the system's printers. */
    public static List<String> printers() {
        return PagePrinter.names();
    }

    /**
     * The page as an image.
     *
     * @param painter the window's painter, whose cache holds the layers already
     */
    public static BufferedImage preview(Workspace workspace, Request request, MapPainter painter, Progress progress) {
        Layout layout = layout(workspace, request.layout(), note -> {});
        return preview(workspace, layout, request, painter, progress);
    }

    /** A layout that is being made, as an image. */
    public static BufferedImage preview(
            Workspace workspace, Layout layout, Request request, MapPainter painter, Progress progress) {
        PageComposer page = compose(workspace, layout, request, painter, progress.part(0, 0.3));
        return page.image(request.dpi(), request.palette(), progress.part(0.3, 1));
    }

    static PageComposer compose(
            Workspace workspace, Layout layout, Request request, MapPainter painter, Progress progress) {
        PrintContent content = PrintContent.of(workspace, workspace.map(), layout, request, progress.part(0, 0.7));
        return new PageComposer(content.layout(), content.page(), painter, progress.part(0.7, 1));
    }

    /** A page of a layout with another map than the project's, such as one with other layers shown. */
    public static PageComposer composer(
            Workspace workspace, Layout layout, MapDocument shown, Request request, Progress progress) {
        PrintContent content = PrintContent.of(workspace, shown, layout, request, progress.part(0, 0.7));
        return new PageComposer(content.layout(), content.page(), new MapPainter(), progress.part(0.7, 1));
    }

    private static Map<String, Object> facts(PageComposer page) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("layout", page.layout().name());
        facts.put("width_mm", page.layout().page().width());
        facts.put("height_mm", page.layout().page().height());
        facts.put("absent", page.absent().stream().map(AbsentLayer::title).toList());
        page.layout().frames().forEach(frame -> facts.put(frame.id() + "_scale", page.denominator(frame.id())));
        return facts;
    }

    private static Message said(String key, String target, PageComposer page) {
        return Message.of(
                key,
                target,
                page.layout().title().text(Language.current()),
                "" + Math.round(page.layout().page().width()),
                "" + Math.round(page.layout().page().height()));
    }

    /** What the pages lack. */
    static List<Message> absent(Collection<AbsentLayer> layers) {
        return layers.stream()
                .map(layer -> Message.of("app.print-absent", layer.title(), layer.reason()))
                .toList();
    }

    static String text(List<Message> notes, Message last) {
        StringBuilder text = new StringBuilder();
        notes.forEach(note -> text.append(note.text()).append('\n'));
        return text.append(last.text()).toString();
    }
}
