package riskmap.app.check;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import riskmap.app.project.ProjectSettings;
import riskmap.app.project.Workspace;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.edit.check.MissingKind;
import riskmap.edit.check.Verdict;
import riskmap.map.Box;
import riskmap.map.Layout;
import riskmap.map.LayoutItem;
import riskmap.map.LineStyle;
import riskmap.map.LocalText;
import riskmap.map.PageSize;
import riskmap.map.TextStyle;
import riskmap.print.Fields;
import riskmap.print.PageComposer;
import riskmap.print.PageContent;

/**
 * The verdict as A4 pages to be signed: on the first what was checked, how, the conclusion, the towns and the places for
 * signatures; then the layers, every layer in every town, and who has signed off what.
 */
final class VerdictPages {
    private static final double LEFT = 18;
    private static final double WIDTH = 174;
    private static final double TOP = 16;
    private static final double BOTTOM = 280;
    private static final double ROW = 4.6;
    private static final double HEADING = 8;
    private static final int PER_PAGE = 50;

    private final Workspace workspace;
    private final Verdict verdict;
    private final VerdictTables tables;
    private final List<MissingKind> lacking;
    private final List<SignState> signed;
    private final Language language = Language.current();
    private final List<Layout> layouts = new ArrayList<>();
    private final List<Table> parts = new ArrayList<>();
    private List<LayoutItem> items = new ArrayList<>();
    private double y;
    private int number;

    VerdictPages(
            Workspace workspace,
            Verdict verdict,
            VerdictTables tables,
            List<MissingKind> lacking,
            List<SignState> signed) {
        this.workspace = workspace;
        this.verdict = verdict;
        this.tables = tables;
        this.lacking = lacking;
        this.signed = signed;
    }

    List<PageComposer> pages(Progress progress) {
        begin();
        head();
        split(tables.byTown(), 66);
        signatures();
        split(tables.byLayer(), 0);
        split(tables.details(), 0);
        if (!signed.isEmpty()) {
            split(VerdictTables.signOffs(signed, this::title), 0);
        }
        end();
        List<PageComposer> pages = new ArrayList<>();
        for (int i = 0; i < layouts.size(); i++) {
            Fields fields =
                    fields().put("number", Integer.toString(i + 1)).put("count", Integer.toString(layouts.size()));
            PageContent content =
                    new PageContent(workspace.map(), List.of(), parts, fields, language, workspace.folder());
            pages.add(new PageComposer(layouts.get(i), content, progress));
        }
        return pages;
    }

    private String title(String layer) {
        return workspace
                .kind(layer)
                .map(kind -> VerdictTables.title(layer, kind))
                .orElse(layer);
    }

    private Fields fields() {
        ProjectSettings settings = ProjectSettings.of(workspace);
        String district = settings.district().isEmpty() ? workspace.map().title() : settings.district();
        return new Fields()
                .put("title", Message.of("app.verdict-page-title", district).text(language))
                .put("maker", settings.maker())
                .put(
                        "project",
                        Message.of("app.verdict-project", workspace.file().getFileName())
                                .text(language))
                .put(
                        "date",
                        Message.of("app.verdict-date", LocalDate.now(ZoneId.systemDefault()))
                                .text(language))
                .put("classification", settings.classification())
                .put("method", VerdictFiles.method(verdict.rule()).text(language))
                .put("conclusion", VerdictFiles.conclusion(verdict).text(language))
                .put("lacking", lacking())
                .put("unverified", Message.of("app.verdict-unverified").text(language));
    }

    private String lacking() {
        String titles = String.join(
                language == Language.CHINESE ? "、" : ", ",
                lacking.stream()
                        .map(missing -> missing.kind().title().in(language))
                        .toList());
        return Message.of("app.verdict-kinds-missing", lacking.size(), titles).text(language);
    }

    private void begin() {
        items = new ArrayList<>();
        y = TOP;
    }

    private void end() {
        text(new Box(LEFT, 285, WIDTH / 2, 5), "{project}", TextStyle.of(7));
        text(
                new Box(LEFT + WIDTH / 2, 285, WIDTH / 2, 5),
                Message.of("app.verdict-page").text(language),
                TextStyle.of(7).withAlign(TextStyle.Align.RIGHT));
        LocalText title = LocalText.of(Message.of("app.verdict-details").text(language));
        layouts.add(new Layout("verdict-" + layouts.size(), title, PageSize.of("A4", false), "", items));
    }

    private String id() {
        return "item-" + number++;
    }

    private void text(Box box, String text, TextStyle style) {
        items.add(new LayoutItem.Text(id(), box, LocalText.of(text), style));
    }

    private void head() {
        items.add(new LayoutItem.Stamp(
                id(),
                new Box(LEFT, 8, 30, 7),
                LocalText.of("{classification}"),
                TextStyle.of(9).withColour("#b3261e")));
        text(
                new Box(LEFT, y, WIDTH, 11),
                "{title}",
                TextStyle.of(18).withBold(true).withAlign(TextStyle.Align.CENTRE));
        y += 13;
        text(new Box(LEFT, y, WIDTH / 2, 6), "{project}", TextStyle.of(9));
        text(
                new Box(LEFT + WIDTH / 2, y, WIDTH / 2, 6),
                "{date}",
                TextStyle.of(9).withAlign(TextStyle.Align.RIGHT));
        y += 7;
        text(new Box(LEFT, y, WIDTH, 16), "{method}", TextStyle.of(9));
        y += 17;
        text(new Box(LEFT, y, WIDTH, 5), "{unverified}", TextStyle.of(7.5).withColour("#6b7780"));
        y += 6;
        boolean good = verdict.passes();
        Box box = new Box(LEFT, y, WIDTH, 16);
        items.add(new LayoutItem.Border(
                id(), box, good ? "#e7f4ea" : "#fdecea", new LineStyle(good ? "#2e7d32" : "#b3261e", 0.4, null), 1.5));
        text(
                new Box(LEFT + 4, y + 1, WIDTH - 8, 14),
                "{conclusion}",
                TextStyle.of(11)
                        .withBold(true)
                        .withColour(good ? "#1b5e20" : "#8c1d18")
                        .withVertical(TextStyle.Vertical.MIDDLE));
        y += 20;
        if (!lacking.isEmpty()) {
            text(new Box(LEFT, y - 2, WIDTH, 10), "{lacking}", TextStyle.of(9));
            y += 10;
        }
    }

    /** Puts a table on this page and as many further ones as it needs; {@code below} stays free under its end. */
    private void split(Table table, double below) {
        if (y > TOP && below == 0) {
            turn();
        }
        int from = 0;
        while (from < table.rows().size()) {
            double room = BOTTOM - y - HEADING - ROW * 1.3;
            int rest = table.rows().size() - from;
            int rows = Math.min(Math.min(rest, PER_PAGE), (int) (room / ROW));
            part(table, from, from + rows);
            from += rows;
            if (from < table.rows().size()) {
                turn();
            }
        }
        if (y + below > BOTTOM) {
            turn();
        }
    }

    private void turn() {
        end();
        begin();
    }

    private void part(Table table, int from, int to) {
        String id = table.id() + "-" + parts.size();
        parts.add(new Table(id, table.title(), table.columns(), table.rows().subList(from, to)));
        double height = HEADING + (to - from + 1.3) * ROW;
        String title = table.title().text(language);
        items.add(new LayoutItem.ResultTable(
                id(),
                new Box(LEFT, y, WIDTH, height),
                id,
                LocalText.of(
                        from == 0
                                ? title
                                : title + Message.of("app.verdict-continued").text(language)),
                List.of(),
                false,
                TextStyle.of(8),
                5));
        y += height + 4;
    }

    /** The places for signatures, at the foot of the first page. */
    private void signatures() {
        y = Math.max(y, BOTTOM - 60);
        double column = WIDTH / 3;
        String[] keys = {"app.verdict-sign-checker", "app.verdict-sign-reviewer", "app.verdict-sign-head"};
        for (int i = 0; i < keys.length; i++) {
            double x = LEFT + i * column;
            text(
                    new Box(x, y, column - 6, 6),
                    Message.of(keys[i]).text(language),
                    TextStyle.of(9).withBold(true));
            line(x, y + 22, column - 6);
            text(
                    new Box(x, y + 23, column - 6, 5),
                    Message.of("app.verdict-sign-here").text(language),
                    TextStyle.of(7.5));
            line(x, y + 38, column - 6);
            text(
                    new Box(x, y + 39, column - 6, 5),
                    Message.of("app.verdict-sign-date").text(language),
                    TextStyle.of(7.5));
        }
        y += 46;
    }

    private void line(double x, double at, double width) {
        items.add(new LayoutItem.Line(id(), new Box(x, at, width, 0), new LineStyle("#12304a", 0.25, null)));
    }
}
