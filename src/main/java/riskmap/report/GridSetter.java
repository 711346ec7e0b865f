package riskmap.report;

import java.util.ArrayList;
import java.util.List;
import riskmap.base.RiskMapException;
import riskmap.map.Box;
import riskmap.map.LineStyle;
import riskmap.map.TextStyle;
import riskmap.map.TextStyle.Align;
import riskmap.print.Sheet;

/** A table set on pages: it breaks between rows, and its heading is repeated on every page. */
final class GridSetter {
    private static final double LARGEST = 9;
    private static final double SMALLEST = 6;
    private static final double STEP = 0.5;
    private static final double PADDING = 1.1;
    private static final double LEADING = 1.3;
    private static final double ABOVE = 0.85;
    /** Texts are broken into lines no narrower than so many letters. */
    private static final double LEAST_TEXT = 4;

    /** Titles over numbers are not given more than so many letters before names have what they want. */
    private static final double TITLE = 5;

    /** Letters no smaller than these, in points, are rather taken than that names are broken into many lines. */
    private static final double COMFORTABLE = 7.5;

    private static final int MOST_LINES = 40;
    /** A table up to this height is not divided, in millimetres. */
    private static final double SMALL = 80;

    private static final String GROUND = "#e8eef4";
    private static final String STRONG = "#f3f6f9";
    private static final LineStyle THICK = new LineStyle("#12304a", 0.4, List.of());
    private static final LineStyle THIN = new LineStyle("#9aa7b3", 0.12, List.of());

    private final PageFlow flow;
    private final Block.Grid grid;
    private final double after;
    private double[] widths;
    private final List<List<List<String>>> rows = new ArrayList<>();
    private final List<List<String>> head;
    private TextStyle style = TextStyle.of(LARGEST);
    private double top;

    /**
     * A table.
     *
     * @param after room that what follows needs on the page of the last rows, in millimetres
     */
    GridSetter(PageFlow flow, Block.Grid grid, double after) {
        this.flow = flow;
        this.grid = grid;
        this.after = after;
        this.widths = new double[grid.columns().size()];
        fit();
        head = lines(titles(), style.withBold(true));
        for (Block.Row row : grid.rows()) {
            rows.add(lines(texts(row), row.strong() ? style.withBold(true) : style));
        }
    }

    /** Room it needs to begin on a page: the whole table when it is small, else its heading and first rows. */
    double beginning() {
        double whole = height(head) + rows.stream().mapToDouble(this::height).sum();
        return whole <= SMALL
                ? whole + after
                : height(head)
                        + Math.min(
                                rows.stream().limit(2).mapToDouble(this::height).sum(), 60);
    }

    void set() {
        double headHeight = height(head);
        flow.need(beginning());
        open(headHeight);
        for (int i = 0; i < rows.size(); i++) {
            boolean strong = grid.rows().get(i).strong();
            // the last row is not left alone on a page
            double kept = i == rows.size() - 2 ? Math.min(height(rows.get(i + 1)), 60) + after : 0;
            for (List<List<String>> piece : pieces(rows.get(i))) {
                double height = height(piece);
                if (height + kept > flow.room() + 0.01 && flow.y() > top + headHeight + 0.01) {
                    close();
                    flow.turn();
                    open(headHeight);
                }
                row(piece, height, strong);
            }
        }
        close();
    }

    private List<String> titles() {
        return grid.columns().stream().map(Block.Column::title).toList();
    }

    private List<String> texts(Block.Row row) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            texts.add(ShownNumber.cell(row.cells().get(i), grid.columns().get(i).decimals()));
        }
        return texts;
    }

    private void open(double height) {
        top = flow.y();
        double y = top;
        flow.put((sheet, progress) -> sheet.fill(new Box(PageFlow.LEFT, y, PageFlow.MEASURE, height), GROUND));
        paintCells(head, y, height, style.withBold(true).withColour("#12304a"), true);
        flow.put((sheet, progress) -> sheet.line(PageFlow.LEFT, y, PageFlow.LEFT + PageFlow.MEASURE, y, THICK));
        flow.down(height);
        rule(THICK);
    }

    private void row(List<List<String>> lines, double height, boolean strong) {
        double y = flow.y();
        if (strong) {
            flow.put((sheet, progress) -> sheet.fill(new Box(PageFlow.LEFT, y, PageFlow.MEASURE, height), STRONG));
        }
        paintCells(lines, y, height, strong ? style.withBold(true) : style, false);
        flow.down(height);
        rule(THIN);
    }

    private void close() {
        rule(THICK);
        double from = top;
        double to = flow.y();
        flow.put((sheet, progress) -> {
            double x = PageFlow.LEFT;
            for (int i = 0; i <= widths.length; i++) {
                sheet.line(x, from, x, to, THIN);
                x += i < widths.length ? widths[i] : 0;
            }
        });
    }

    private void rule(LineStyle line) {
        double y = flow.y();
        flow.put((sheet, progress) -> sheet.line(PageFlow.LEFT, y, PageFlow.LEFT + PageFlow.MEASURE, y, line));
    }

    private void paintCells(List<List<String>> lines, double y, double height, TextStyle letters, boolean head) {
        double size = letters.size() * Sheet.POINT;
        double x = PageFlow.LEFT;
        for (int i = 0; i < widths.length; i++) {
            Align align = head ? Align.CENTRE : grid.columns().get(i).number() ? Align.RIGHT : Align.LEFT;
            double at =
                    switch (align) {
                        case LEFT -> x + PADDING;
                        case CENTRE -> x + widths[i] / 2;
                        case RIGHT -> x + widths[i] - PADDING;
                    };
            List<String> cell = lines.get(i);
            double first = y + (height - cell.size() * size * LEADING) / 2;
            for (int k = 0; k < cell.size(); k++) {
                String line = cell.get(k);
                double baseline = first + (k + 0.5) * size * LEADING + size * Sheet.CAPITAL / 2;
                flow.put((sheet, progress) -> sheet.text(line, at, baseline, letters.withAlign(align)));
            }
            x += widths[i];
        }
    }

    private List<List<String>> lines(List<String> texts, TextStyle letters) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            cells.add(LineBreaks.of(texts.get(i), letters, widths[i] - 2 * PADDING + 0.01));
        }
        return cells;
    }

    private double height(List<List<String>> cells) {
        int most = cells.stream().mapToInt(List::size).max().orElse(1);
        return most * style.size() * Sheet.POINT * LEADING + 2 * ABOVE;
    }

    /** A row of very many lines in pieces that fit a page. */
    private static List<List<List<String>>> pieces(List<List<String>> cells) {
        int most = cells.stream().mapToInt(List::size).max().orElse(1);
        if (most <= MOST_LINES) {
            return List.of(cells);
        }
        List<List<List<String>>> pieces = new ArrayList<>();
        for (int from = 0; from < most; from += MOST_LINES) {
            int begin = from;
            pieces.add(cells.stream()
                    .map(cell -> cell.subList(Math.min(begin, cell.size()), Math.min(begin + MOST_LINES, cell.size())))
                    .toList());
        }
        return pieces;
    }

    /** Finds the largest letters in which the columns fit side by side, and the widths of the columns. */
    private void fit() {
        // somewhat smaller letters are read more easily than names broken after every fourth
        if (fits(COMFORTABLE, true) || fits(SMALLEST, false)) {
            return;
        }
        throw RiskMapException.of("report.table-too-wide", grid.caption(), widths.length);
    }

    private boolean fits(double smallest, boolean comfortably) {
        for (double size = LARGEST; size >= smallest - 1e-9; size -= STEP) {
            style = TextStyle.of(size).withColour("#1b2733");
            double[] least = new double[widths.length];
            double[] wanted = new double[widths.length];
            for (int i = 0; i < widths.length; i++) {
                measure(i, comfortably, least, wanted);
            }
            if (ColumnWidths.sum(least) <= PageFlow.MEASURE) {
                widths = ColumnWidths.spread(least, wanted, PageFlow.MEASURE);
                return true;
            }
        }
        return false;
    }

    private void measure(int column, boolean comfortably, double[] least, double[] wanted) {
        TextStyle bold = style.withBold(true);
        String title = grid.columns().get(column).title();
        double letter = style.size() * Sheet.POINT;
        double cells = 0;
        for (Block.Row row : grid.rows()) {
            String text = ShownNumber.cell(
                    row.cells().get(column), grid.columns().get(column).decimals());
            for (String line : text.split("\n", -1)) {
                cells = Math.max(cells, Sheet.width(line, row.strong() ? bold : style));
            }
        }
        boolean number = grid.columns().get(column).number();
        double titleWidth = Sheet.width(title, bold);
        double broken = Math.min(titleWidth, Math.max(longestWord(title, bold), 4 * letter));
        double text = comfortably ? ColumnWidths.comfortable(cells, letter) : Math.min(cells, LEAST_TEXT * letter);
        least[column] = Math.max(broken, number ? cells : text) + 2 * PADDING;
        // a title over numbers may be broken into lines, so that names have the room
        double shown = number ? Math.min(titleWidth, TITLE * letter) : titleWidth;
        wanted[column] = Math.max(Math.max(shown, cells) + 2 * PADDING, least[column]);
    }

    private static double longestWord(String text, TextStyle letters) {
        double longest = 0;
        for (String word : text.split("[\\s\\u2e80-\\uffff]+")) {
            longest = Math.max(longest, Sheet.width(word, letters));
        }
        return longest;
    }
}
