package riskmap.app.print;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.locationtech.jts.geom.Geometry;
import riskmap.app.Answer;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsTransform;
import riskmap.map.AtlasPlan;
import riskmap.map.Layout;
import riskmap.print.AbsentLayer;
import riskmap.print.AtlasOutput;
import riskmap.print.AtlasPage;
import riskmap.print.Outputs;
import riskmap.print.PageComposer;
import riskmap.print.PagePrinter;
import riskmap.print.PrintOptions;
import riskmap.print.PrintOutput;
import riskmap.render.MapPainter;

/**
 * Atlases: a layout printed once for every feature of a coverage layer, after an index sheet. In one PDF, or in a file per
 * page where the target's name holds {@code {name}} or {@code {page}}. A page that fails is named, and the rest goes on.
 */
public final class Atlases {
    private Atlases() {}

    /**
     * The pages of a layout's atlas.
     *
     * @param coverage the coverage layer; empty for the one that the layout names
     */
    public static List<AtlasPage> pages(Workspace workspace, Layout layout, String coverage) {
        AtlasPlan plan = plan(layout, coverage);
        SimpleFeatureType type = workspace.features(plan.layer()).getSchema();
        String name = type.getDescriptor(plan.name()) == null ? "" : plan.name();
        String sort = type.getDescriptor(plan.sort()) == null ? name : plan.sort();
        record Found(String name, Comparable<Object> order, Geometry shape) {}
        List<Found> found = new ArrayList<>();
        CrsTransform toMap = Crs.transform(
                type.getCoordinateReferenceSystem(), Crs.of(workspace.map().crs()));
        try (SimpleFeatureIterator rows =
                workspace.features(plan.layer()).getFeatures().features()) {
            while (rows.hasNext()) {
                SimpleFeature row = rows.next();
                if (row.getDefaultGeometry() instanceof Geometry shape && !shape.isEmpty()) {
                    Object title = name.isEmpty() ? null : row.getAttribute(name);
                    Object order = sort.isEmpty() ? row.getID() : row.getAttribute(sort);
                    found.add(new Found(
                            title == null ? row.getID() : title.toString(), comparable(order), toMap.apply(shape)));
                }
            }
        } catch (IOException e) {
            throw new RiskMapException(Message.of("app.layer-unreadable", plan.layer(), e.getMessage()), e);
        }
        if (found.isEmpty()) {
            throw RiskMapException.of("app.atlas-empty", plan.layer());
        }
        if (!plan.sort().isEmpty()) {
            found.sort(Comparator.comparing(Found::order));
        }
        List<AtlasPage> pages = new ArrayList<>();
        for (Found one : found) {
            pages.add(new AtlasPage(one.name(), one.shape(), pages.size() + 1, found.size()));
        }
        return pages;
    }

    @SuppressWarnings("unchecked")
    private static Comparable<Object> comparable(Object value) {
        return value instanceof Number || value instanceof String
                ? (Comparable<Object>) value
                : (Comparable<Object>) (Object) String.valueOf(value);
    }

    private static AtlasPlan plan(Layout layout, String coverage) {
        if (layout.atlas() != null) {
            return coverage.isEmpty() ? layout.atlas() : layout.atlas().withLayer(coverage);
        }
        if (coverage.isEmpty()) {
            throw RiskMapException.of("app.atlas-no-layer", layout.name());
        }
        if (layout.frames().stream().noneMatch(frame -> frame.atlas())) {
            throw RiskMapException.of("app.atlas-no-frame", layout.name());
        }
        return new AtlasPlan(coverage, null, null, null);
    }

    /** Whether a layout is an atlas of its own accord: it says itself of which layer. */
    public static boolean isPlanned(Workspace workspace, String layout) {
        return Prints.layout(workspace, layout, note -> {}).atlas() != null;
    }

    /**
     * Prints an atlas.
     *
     * @param coverage the coverage layer; empty for the one that the layout names
     * @param selection pages such as {@code 1-3,7}; empty for all, with the index sheet
     * @param target a PDF, or a name with {@code {name}} or {@code {page}} for a file per page
     * @return its {@code good} is false when a page failed
     */
    public static Answer print(
            Workspace workspace,
            Prints.Request request,
            String coverage,
            String selection,
            Path target,
            Progress progress) {
        List<Message> notes = new ArrayList<>();
        Layout layout = Prints.layout(workspace, request.layout(), notes::add);
        Book book = new Book(workspace, layout, request, coverage, selection, progress.part(0, 0.1));
        return print(book, request, target, notes, progress.part(0.1, 1));
    }

    /** Prints all pages of the atlas of a layout at hand. */
    public static Answer print(
            Workspace workspace, Layout layout, Prints.Request request, Path target, Progress progress) {
        Book book = new Book(workspace, layout, request, "", "", progress.part(0, 0.1));
        return print(book, request, target, new ArrayList<>(), progress.part(0.1, 1));
    }

    private static Answer print(
            Book book, Prints.Request request, Path target, List<Message> notes, Progress progress) {
        List<Message> failed = new ArrayList<>();
        PrintOptions options = request.options();
        boolean perPage = target.getFileName().toString().matches(".*\\{(name|page)}.*");
        PrintOutput output = Outputs.forFile(target);
        int made;
        if (perPage) {
            made = book.files(output, target, options, failed, progress);
        } else if (output.extension().equals("pdf")) {
            made = AtlasOutput.write(book.sheets(), target, options, failed::add, progress);
        } else {
            throw RiskMapException.of("app.atlas-many-files", target.getFileName(), output.extension());
        }
        notes.addAll(book.absent());
        notes.addAll(failed);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("file", target.toString());
        facts.put("layout", book.layout().name());
        facts.put("pages", made);
        facts.put("failed", failed.stream().map(Message::text).toList());
        return new Answer(
                Prints.text(notes, Message.of("app.atlas-printed", target.toString(), made, failed.size())),
                facts,
                failed.isEmpty());
    }

    /** Sends an atlas to a printer; its parameters are those of {@link #print}. */
    public static Answer toPrinter(
            Workspace workspace,
            Prints.Request request,
            String coverage,
            String selection,
            String printer,
            Progress progress) {
        List<Message> notes = new ArrayList<>();
        Layout layout = Prints.layout(workspace, request.layout(), notes::add);
        Book book = new Book(workspace, layout, request, coverage, selection, progress.part(0, 0.1));
        List<PageComposer> pages = new ArrayList<>();
        List<Message> failed = new ArrayList<>();
        for (AtlasOutput.Page page : book.sheets()) {
            AtlasOutput.attempt(
                    page.name(), failed::add, () -> pages.add(page.composer().get()));
        }
        if (pages.isEmpty()) {
            throw new RiskMapException(failed.get(0));
        }
        PagePrinter.print(pages, printer, request.options(), progress.part(0.1, 1));
        notes.addAll(book.absent());
        notes.addAll(failed);
        return new Answer(
                Prints.text(notes, Message.of("app.atlas-printed", printer, pages.size(), failed.size())),
                Map.of("pages", pages.size()),
                failed.isEmpty());
    }

    /** A page of an atlas as an image, for previews; number 0 is the index sheet where there is one. */
    public static java.awt.image.BufferedImage preview(
            Workspace workspace,
            Layout layout,
            Prints.Request request,
            int number,
            MapPainter painter,
            Progress progress) {
        List<AtlasPage> pages = pages(workspace, layout, "");
        PrintContent content = PrintContent.of(workspace, workspace.map(), layout, request, progress.part(0, 0.3));
        AtlasPage page = pages.get(Math.max(0, Math.min(pages.size(), number) - 1));
        PageComposer composer =
                new PageComposer(content.layout(), content.page(pages, page), painter, progress.part(0.3, 0.4));
        return composer.image(request.dpi(), request.palette(), progress.part(0.4, 1));
    }

    /** The sheets of an atlas, each put together when its turn comes; layers are read once. */
    private static final class Book {
        private final MapPainter painter = new MapPainter();
        private final Layout layout;
        private final List<AtlasPage> pages;
        private final Set<Integer> chosen;
        private final PrintContent content;
        private final Layout index;
        private final PrintContent indexContent;

        Book(
                Workspace workspace,
                Layout named,
                Prints.Request request,
                String coverage,
                String selection,
                Progress progress) {
            layout = named.withAtlas(plan(named, coverage));
            pages = Atlases.pages(workspace, layout, coverage);
            chosen = chosen(selection, pages.size());
            content = PrintContent.of(workspace, workspace.map(), layout, request, progress.part(0, 0.5));
            boolean indexed = selection.isEmpty() && !layout.atlas().index().isEmpty();
            index = indexed ? Prints.layout(workspace, layout.atlas().index(), note -> {}) : null;
            indexContent =
                    indexed ? PrintContent.of(workspace, workspace.map(), index, request, progress.part(0.5, 1)) : null;
        }

        Layout layout() {
            return layout;
        }

        /** What the pages lack. */
        List<Message> absent() {
            Set<AbsentLayer> all = new LinkedHashSet<>(content.absent());
            if (indexContent != null) {
                all.addAll(indexContent.absent());
            }
            return Prints.absent(all);
        }

        List<AtlasOutput.Page> sheets() {
            List<AtlasOutput.Page> sheets = new ArrayList<>();
            if (index != null) {
                sheets.add(new AtlasOutput.Page(
                        Message.of("app.print-index").text(),
                        () -> composer(indexContent.layout(), indexContent.index(pages))));
            }
            for (AtlasPage page : pages) {
                if (chosen.contains(page.number())) {
                    sheets.add(new AtlasOutput.Page(
                            page.name(), () -> composer(content.layout(), content.page(pages, page))));
                }
            }
            return sheets;
        }

        private PageComposer composer(Layout sheet, riskmap.print.PageContent filled) {
            return new PageComposer(sheet, filled, painter, Progress.silent());
        }

        int files(PrintOutput output, Path target, PrintOptions options, List<Message> failed, Progress progress) {
            int made = 0;
            List<AtlasOutput.Page> sheets = sheets();
            int number = index == null ? 0 : -1;
            for (int i = 0; i < sheets.size(); i++) {
                AtlasOutput.Page sheet = sheets.get(i);
                number++;
                int page = index == null ? numberOf(sheet.name(), number) : number;
                String name = target.getFileName()
                        .toString()
                        .replace("{name}", sheet.name().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_"))
                        .replace("{page}", String.format(Locale.ROOT, "%02d", page));
                Progress part = progress.part((double) i / sheets.size(), (double) (i + 1) / sheets.size());
                Path file = target.resolveSibling(name);
                made += AtlasOutput.attempt(
                                sheet.name(),
                                failed::add,
                                () -> output.write(sheet.composer().get(), file, options, part))
                        ? 1
                        : 0;
            }
            if (made == 0) {
                throw new RiskMapException(failed.get(0));
            }
            return made;
        }

        private int numberOf(String name, int otherwise) {
            return pages.stream()
                    .filter(page -> page.name().equals(name))
                    .map(AtlasPage::number)
                    .findFirst()
                    .orElse(otherwise);
        }

        private static Set<Integer> chosen(String selection, int count) {
            Set<Integer> result = new TreeSet<>();
            for (String part : selection.isBlank() ? new String[] {"1-" + count} : selection.split(",")) {
                String[] ends = part.strip().split("-", 2);
                try {
                    int from = Integer.parseInt(ends[0].strip());
                    int to = Integer.parseInt(ends[ends.length - 1].strip());
                    if (from < 1 || to > count || from > to) {
                        throw RiskMapException.of("app.atlas-pages-wrong", selection, count);
                    }
                    for (int i = from; i <= to; i++) {
                        result.add(i);
                    }
                } catch (NumberFormatException e) {
                    throw new RiskMapException(Message.of("app.atlas-pages-wrong", selection, count), e);
                }
            }
            return result;
        }
    }
}
