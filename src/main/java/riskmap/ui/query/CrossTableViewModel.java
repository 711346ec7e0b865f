package riskmap.ui.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import riskmap.analysis.cross.Category;
import riskmap.analysis.cross.CrossLayout;
import riskmap.analysis.cross.CrossTable;
import riskmap.analysis.cross.Measure;
import riskmap.app.query.CrossTables;
import riskmap.app.query.SavedQuery;
import riskmap.base.Message;
import riskmap.data.Table;
import riskmap.print.ChartColours;
import riskmap.ui.edit.Fids;
import riskmap.ui.task.LatestWork;

/** A finished cross-table: what its chart shows, and which features stand behind a cell or a bar. Knows no toolkit. */
public final class CrossTableViewModel {
    /** More bars than this cannot be told apart; the table has them all. */
    public static final int MOST_BARS = 40;

    /** More colours than this cannot be told apart. */
    private static final int MOST_SERIES = 12;

    /** What the chart is drawn in. */
    public ChartColours colours() {
        return actions.colours();
    }

    /** How the chart is drawn. */
    public enum ChartKind {
        BARS,
        STACKED,
        NONE
    }

    /** What can be done with a cross-table. */
    public interface Actions {
        /** Selects features of a layer on the map and in its table. */
        void select(String layer, Collection<Long> fids);

        /** Asks for a file and writes the table. */
        void export(CrossTableViewModel table);

        /** Colours of a chart beside the map as it is now. */
        ChartColours colours();

        /** Keeps the table so that reports show it. */
        void addToReports(CrossTableViewModel table);
    }

    /**
     * A bar.
     *
     * @param title what it stands for
     * @param row category of the rows
     * @param column category of the columns, or all of them
     * @param value how long it is
     * @param level which level of risk it stands for, 0 for none
     */
    public record Bar(Message title, int row, int column, Number value, int level) {}

    /**
     * Bars of one colour.
     *
     * @param title what they have in common
     * @param level which level of risk that is, 0 for none
     * @param bars one for each category of the rows
     */
    public record Series(Message title, int level, List<Bar> bars) {}

    private final SavedQuery query;
    private final CrossTables.Made made;
    private final Table table;
    private final Actions actions;
    private final ObjectProperty<ChartKind> kind;
    private final ObjectProperty<Measure> measure;
    private final ReadOnlyObjectWrapper<Set<CrossTable.Place>> chosen = new ReadOnlyObjectWrapper<>(Set.of());

    /**
     * A finished table.
     *
     * @param query what it was made from
     */
    public CrossTableViewModel(SavedQuery query, CrossTables.Made made, Actions actions) {
        this.query = query;
        this.made = made;
        this.table = made.table();
        this.actions = actions;
        kind = new SimpleObjectProperty<>(
                query.cross().orElseThrow().columns().isPresent() ? ChartKind.STACKED : ChartKind.BARS);
        measure = new SimpleObjectProperty<>(made.cross().measures().get(0));
    }

    /** What it was made from. */
    public SavedQuery query() {
        return query;
    }

    public CrossTables.Made made() {
        return made;
    }

    /** The table as it is laid out. */
    public Table table() {
        return table;
    }

    /** How the chart is drawn. */
    public ObjectProperty<ChartKind> kind() {
        return kind;
    }

    /** What the bars measure. */
    public ObjectProperty<Measure> measure() {
        return measure;
    }

    /** A measure in words. */
    public Message title(Measure of) {
        return made.layout().title(of);
    }

    /** Whether bars touch, because they stand for classes of a number. */
    public boolean isHistogram() {
        return !query.cross().orElseThrow().rows().breaks().isEmpty();
    }

    /** Categories of the rows that the chart leaves out. */
    public int left() {
        return Math.max(0, shownRows().size() - MOST_BARS);
    }

    /** The bars: a series for each category of the columns that has features, or one where there are none or too many. */
    public List<Series> series() {
        CrossTable cross = made.cross();
        int of = cross.measures().indexOf(measure.get());
        List<Integer> rows = shownRows();
        rows = rows.subList(0, Math.min(MOST_BARS, rows.size()));
        List<Category> across = cross.axes().get(1).categories();
        boolean apart = query.cross().orElseThrow().columns().isPresent() && across.size() <= MOST_SERIES;
        List<Series> series = new ArrayList<>();
        for (int column = apart ? 0 : CrossTable.ALL; column < (apart ? across.size() : 0); column++) {
            if (apart && cross.isEmpty(CrossTable.ALL, column, CrossTable.ALL)) {
                continue;
            }
            int common = column == CrossTable.ALL ? 0 : across.get(column).level();
            List<Bar> bars = new ArrayList<>();
            for (int row : rows) {
                Number value = cross.value(row, column, CrossTable.ALL, of);
                Category down = cross.axes().get(0).categories().get(row);
                int level = column == CrossTable.ALL ? down.level() : common;
                bars.add(new Bar(down.title(), row, column, value == null ? 0 : value, level));
            }
            Message title = column == CrossTable.ALL
                    ? title(measure.get())
                    : across.get(column).title();
            series.add(new Series(title, common, bars));
        }
        return series;
    }

    /** All categories of the rows but those for what has no value or place and has no features. */
    private List<Integer> shownRows() {
        List<Integer> rows = new ArrayList<>();
        List<Category> categories = made.cross().axes().get(0).categories();
        for (int row = 0; row < categories.size(); row++) {
            if (categories.get(row).kind() == Category.Kind.VALUE
                    || !made.cross().isEmpty(row, CrossTable.ALL, CrossTable.ALL)) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Where what is selected lies. */
    public ReadOnlyObjectProperty<Set<CrossTable.Place>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** Whether features behind a bar are selected. */
    boolean isChosen(Bar bar) {
        return chosen.get().contains(new CrossTable.Place(bar.row(), bar.column()));
    }

    /** Marks where the selected features of the layer lie, which is found beside the window's thread. */
    public void mark(LatestWork finding, Set<Long> fids) {
        finding.start(
                Message.of("ui.cross-marking"),
                progress -> fids.isEmpty() ? Set.of() : made.cross().places(id -> fids.contains(Fids.of(id)), progress),
                chosen::set,
                () -> chosen.set(Set.of()));
    }

    /** Selects the features behind a bar. */
    public void choose(Bar bar) {
        select(made.cross().features(bar.row(), bar.column(), CrossTable.ALL));
    }

    /**
     * Selects the features behind a cell of the table.
     *
     * @param line the row of the table
     * @param column the column, the headings counted too; a heading stands for its whole row
     */
    public void choose(int line, int column) {
        CrossLayout.Line at = made.layout().lines().get(line);
        int number = column - made.layout().headings();
        int across = number < 0
                ? CrossTable.ALL
                : made.layout().columns().get(number).column();
        select(made.cross().features(at.row(), across, at.third()));
    }

    private void select(List<String> ids) {
        actions.select(query.layer(), Fids.of(ids));
    }

    /** Asks for a file and writes the table. */
    public void export() {
        actions.export(this);
    }

    /** Keeps the table so that reports show it. */
    public void addToReports() {
        actions.addToReports(this);
    }
}
