package riskmap.print;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import riskmap.data.Table;

/**
 * The names of the bars of a chart, each once: rows of one name by what they are besides, in a second line, such as the
 * accidents of one site; names that begin alike by their ends.
 */
public final class BarNames {
    /** Room of a name beside bars that lie, in widths of a Latin letter; a Chinese character is as wide as two. */
    private static final int ROOM = 18;

    private final Table table;
    private final List<List<Object>> rows;
    private final int across;
    private final Cell cell;
    /** The column of words that tells rows of one name apart; -1 where each name is there once or none does. */
    private final int besides;

    /** How a value of a column is written. */
    @FunctionalInterface
    public interface Cell {
        /** The text of a value in the column of that index. */
        String text(Object value, int column);
    }

    /**
     * The names of rows.
     *
     * @param rows of the table, each with a bar
     * @param across the column that names them
     */
    public BarNames(Table table, List<List<Object>> rows, int across, Cell cell) {
        this.table = table;
        this.rows = rows;
        this.across = across;
        this.cell = cell;
        this.besides = findBesides();
    }

    /** Width of a text in Latin letters. */
    public static int width(String text) {
        return text.codePoints()
                .map(character -> Character.isIdeographic(character) || character >= 0xff00 ? 2 : 1)
                .sum();
    }

    /** Width of the longest name in Latin letters. */
    public int longest() {
        return IntStream.range(0, rows.size())
                .map(row -> width(whole(row)))
                .max()
                .orElse(0);
    }

    /** Lines that each name takes. */
    public int lines() {
        return besides < 0 ? 1 : 2;
    }

    /** The name of a row as a whole, with what tells it from others of that name in a second line. */
    public String whole(int row) {
        String name = text(row, across);
        return besides < 0 ? name : name + "\n" + text(row, besides);
    }

    /**
     * The names as there is room for them; those that nothing tells apart differ in what nobody sees.
     *
     * @param upright whether they stand under the axis, where they have the room they need
     */
    public List<String> shown(boolean upright) {
        if (besides >= 0) {
            return IntStream.range(0, rows.size())
                    .mapToObj(row -> shortened(row, besides))
                    .toList();
        }
        List<String> whole =
                IntStream.range(0, rows.size()).mapToObj(this::whole).toList();
        List<String> shortened =
                upright ? whole : whole.stream().map(BarNames::beginning).toList();
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < whole.size(); i++) {
            String text = Collections.frequency(shortened, shortened.get(i)) > 1 && !upright
                    ? ends(whole.get(i))
                    : shortened.get(i);
            while (!names.add(text)) {
                text = text + "\u200b";
            }
        }
        return List.copyOf(names);
    }

    private int findBesides() {
        if (distinct(row -> text(row, across)) == rows.size()) {
            return -1;
        }
        return IntStream.range(0, table.columns().size())
                .filter(column -> column != across
                        && rows.stream().noneMatch(row -> row.get(column) == null || row.get(column) instanceof Number)
                        && distinct(row -> shortened(row, column)) == rows.size())
                .findFirst()
                .orElse(-1);
    }

    private long distinct(IntFunction<String> name) {
        return IntStream.range(0, rows.size()).mapToObj(name).distinct().count();
    }

    private String shortened(int row, int column) {
        return beginning(text(row, across)) + "\n" + beginning(text(row, column));
    }

    private String text(int row, int column) {
        return cell.text(rows.get(row).get(column), column);
    }

    /** As much of a name's beginning as has room. */
    private static String beginning(String text) {
        return width(text) <= ROOM ? text : start(text, ROOM - 2) + "…";
    }

    /** Beginning and end of a name that begins as another does. */
    private static String ends(String text) {
        if (width(text) <= ROOM) {
            return text;
        }
        String backwards = new StringBuilder(text).reverse().toString();
        String end = new StringBuilder(start(backwards, ROOM / 2)).reverse().toString();
        return start(text, ROOM - 2 - width(end)) + "…" + end;
    }

    private static String start(String text, int room) {
        int end = text.length();
        while (width(text.substring(0, end)) > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }
}
