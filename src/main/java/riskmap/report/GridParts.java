package riskmap.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import riskmap.base.Language;
import riskmap.base.Message;

/**
 * A table too wide for a page as several below each other, each beginning with the columns that name its rows. What fits is
 * estimated by characters, so that pages and documents divide it alike.
 */
final class GridParts {
    /** Characters of Chinese width that fit side by side in the letters of tables. */
    private static final double WIDE = 58;

    private static final double PADDING = 1.1;
    /** A text is broken into lines no narrower than this. */
    private static final double LEAST_TEXT = 5;

    private GridParts() {}

    static List<Block.Grid> of(Block.Grid grid, Language language) {
        int names = names(grid);
        double[] widths = IntStream.range(0, grid.columns().size())
                .mapToDouble(i -> width(grid, i))
                .toArray();
        double named = Arrays.stream(widths, 0, names).sum();
        List<List<Integer>> parts = balanced(widths, names, WIDE - named);
        if (parts.size() <= 1) {
            return List.of(grid);
        }
        List<Block.Grid> result = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String caption = grid.caption() + " "
                    + Message.of("report.part", i + 1, parts.size()).text(language);
            result.add(chosen(grid, names, parts.get(i), caption));
        }
        return result;
    }

    /**
     * The columns behind the names in as few parts as there is room for, the widest part as narrow as can be: no column goes
     * over alone because the others filled the page.
     */
    private static List<List<Integer>> balanced(double[] widths, int names, double room) {
        List<List<Integer>> fewest = filled(widths, names, room);
        // any limit divides as does the widest run of neighbours within it
        List<Double> limits = new ArrayList<>();
        for (int from = names; from < widths.length; from++) {
            double run = 0;
            for (int i = from; i < widths.length; i++) {
                run += widths[i];
                limits.add(run);
            }
        }
        double widest = Arrays.stream(widths, names, widths.length).max().orElse(0);
        return limits.stream()
                .filter(limit -> limit >= widest && limit <= room)
                .sorted()
                .map(limit -> filled(widths, names, limit))
                .filter(parts -> parts.size() == fewest.size())
                .findFirst()
                .orElse(fewest);
    }

    /** The columns behind the names in order, each part taking what it has room for, one at least. */
    private static List<List<Integer>> filled(double[] widths, int names, double room) {
        List<List<Integer>> parts = new ArrayList<>();
        List<Integer> part = new ArrayList<>();
        double width = 0;
        for (int i = names; i < widths.length; i++) {
            if (width + widths[i] > room && !part.isEmpty()) {
                parts.add(part);
                part = new ArrayList<>();
                width = 0;
            }
            part.add(i);
            width += widths[i];
        }
        parts.add(part);
        return parts;
    }

    /** Columns before the first number, at most three: they name the rows. */
    private static int names(Block.Grid grid) {
        int names = 0;
        while (names < 3
                && names < grid.columns().size() - 1
                && !grid.columns().get(names).number()) {
            names++;
        }
        return Math.max(1, names);
    }

    /** What a column needs, in Chinese characters: numbers in one line, texts in several, and the space beside. */
    static double width(Block.Grid grid, int index) {
        Block.Column column = grid.columns().get(index);
        double cells = 0;
        for (Block.Row row : grid.rows()) {
            cells = Math.max(cells, em(ShownNumber.cell(row.cells().get(index), column.decimals())));
        }
        double title = Math.min(em(column.title()), LEAST_TEXT);
        double least = column.number() ? cells : Math.min(cells, LEAST_TEXT);
        return Math.max(title, least) + PADDING;
    }

    /** Width in Chinese characters. */
    static double em(String text) {
        return text.codePoints().mapToDouble(point -> point < 0x2000 ? 0.56 : 1).sum();
    }

    private static Block.Grid chosen(Block.Grid grid, int names, List<Integer> columns, String caption) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < names; i++) {
            all.add(i);
        }
        all.addAll(columns);
        List<Block.Row> rows = new ArrayList<>();
        for (Block.Row row : grid.rows()) {
            List<Object> cells = new ArrayList<>();
            all.forEach(i -> cells.add(row.cells().get(i)));
            rows.add(new Block.Row(cells, row.strong()));
        }
        return new Block.Grid(
                grid.id(), caption, all.stream().map(grid.columns()::get).toList(), rows);
    }
}
