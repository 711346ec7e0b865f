package riskmap.ui.frame;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import riskmap.app.project.DatedLayers;
import riskmap.app.project.DatedLayers.Dated;
import riskmap.base.Message;
import riskmap.render.PaintLayer;
import riskmap.ui.task.TasksViewModel;

/**
 * The span of days whose features the map shows. Filters what is drawn and clicked at; the data stay as they are. Knows
 * no toolkit.
 */
public final class TimeViewModel {
    /** How far the span moves at a time. */
    public enum Step {
        DAY(Period.ofDays(1)),
        WEEK(Period.ofDays(7)),
        MONTH(Period.ofMonths(1)),
        YEAR(Period.ofYears(1));

        private final Period period;

        Step(Period period) {
            this.period = period;
        }
    }

    private final TasksViewModel tasks;
    private final BooleanProperty on = new SimpleBooleanProperty();
    private final BooleanProperty undated = new SimpleBooleanProperty(true);
    private final BooleanProperty survey = new SimpleBooleanProperty();
    private final ObjectProperty<LocalDate> from = new SimpleObjectProperty<>();
    private final ObjectProperty<LocalDate> to = new SimpleObjectProperty<>();
    private final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.MONTH);
    private final ReadOnlyObjectWrapper<Map<String, Dated>> dated = new ReadOnlyObjectWrapper<>(Map.of());
    private int generation;

    TimeViewModel(TasksViewModel tasks) {
        this.tasks = tasks;
    }

    /** Whether the map is filtered by days. */
    public BooleanProperty on() {
        return on;
    }

    /** Whether features without a date are shown too. */
    public BooleanProperty undated() {
        return undated;
    }

    /** Whether the day of the survey counts, not the date of what is shown. */
    public BooleanProperty survey() {
        return survey;
    }

    /** First day shown, null before there are dates. */
    public ObjectProperty<LocalDate> from() {
        return from;
    }

    /** Last day shown, counted in; null before there are dates. */
    public ObjectProperty<LocalDate> to() {
        return to;
    }

    public ObjectProperty<Step> step() {
        return step;
    }

    /** The layers that have dates, by layer id. */
    public ReadOnlyObjectProperty<Map<String, Dated>> dated() {
        return dated.getReadOnlyProperty();
    }

    /** The earliest day of all layers, null when there is none. */
    public LocalDate first() {
        return dated.get().values().stream()
                .map(Dated::first)
                .filter(java.util.Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** The latest day of all layers, null when there is none. */
    public LocalDate last() {
        return dated.get().values().stream()
                .map(Dated::last)
                .filter(java.util.Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    /** Shows all days. */
    public void whole() {
        from.set(first());
        to.set(last());
    }

    /** Moves the span by steps, as long as it meets the days there are; false at the end. */
    public boolean move(int steps) {
        if (from.get() == null || to.get() == null) {
            return false;
        }
        Period by = step.get().period.multipliedBy(steps);
        if (from.get().equals(first()) && to.get().equals(last()) && narrow(steps > 0)) {
            return true;
        }
        long length = ChronoUnit.DAYS.between(from.get(), to.get());
        boolean months = by.toTotalMonths() != 0 && to.get().plusDays(1).getDayOfMonth() == 1;
        LocalDate start = from.get().plus(by);
        // a span that ends with a month goes on ending with one
        LocalDate end = months ? to.get().plusDays(1).plus(by).minusDays(1) : start.plusDays(length);
        if (steps > 0 ? start.isAfter(last()) : end.isBefore(first())) {
            return false;
        }
        set(start, end);
        return true;
    }

    /**
     * Takes the first step of all days, or the last: moved as a whole, they would only lose what is earliest and gain
     * nothing. False where one step takes in all days.
     */
    private boolean narrow(boolean forth) {
        Period one = step.get().period;
        LocalDate end = forth ? first().plus(one).minusDays(1) : last();
        LocalDate start = forth ? first() : last().plusDays(1).minus(one);
        if (!end.isBefore(last()) && !start.isAfter(first())) {
            return false;
        }
        set(start, end);
        return true;
    }

    /** Moves the span so that it begins at a day; its length stays. */
    public void moveTo(LocalDate start) {
        if (from.get() != null && to.get() != null && !start.equals(from.get())) {
            long length = ChronoUnit.DAYS.between(from.get(), to.get());
            set(start, start.plusDays(length));
        }
    }

    private void set(LocalDate start, LocalDate end) {
        // never a span that ends before it begins, not even for a moment
        if (start.isAfter(to.get())) {
            to.set(end);
            from.set(start);
        } else {
            from.set(start);
            to.set(end);
        }
    }

    boolean isFiltering() {
        return isSpan() && !isWhole();
    }

    /** Whether all that has a date is within the days. */
    boolean isUnfiltered() {
        return isSpan() && isWhole();
    }

    private boolean isSpan() {
        return on.get()
                && from.get() != null
                && to.get() != null
                && !from.get().isAfter(to.get())
                && !dated.get().isEmpty();
    }

    /** Whether all is shown, as when the bar opens: nothing was narrowed yet. */
    private boolean isWhole() {
        return undated.get() && from.get().equals(first()) && to.get().equals(last());
    }

    List<PaintLayer> shown(List<PaintLayer> layers) {
        return isFiltering() ? DatedLayers.within(layers, dated.get(), from.get(), to.get(), undated.get()) : layers;
    }

    /** What the map says while it is filtered, null while it is not. */
    Message notice() {
        if (!on.get()) {
            return null;
        }
        if (dated.get().isEmpty() || first() == null) {
            return Message.of("ui.time-no-dates");
        }
        if (!isSpan()) {
            return Message.of("ui.time-wrong");
        }
        if (isUnfiltered()) {
            return Message.of(
                    "ui.time-all",
                    from.get().toString(),
                    to.get().toString(),
                    dated.get().size());
        }
        int without = dated.get().values().stream().mapToInt(Dated::undated).sum();
        return Message.of(
                undated.get() ? "ui.time-notice-undated" : "ui.time-notice",
                from.get().toString(),
                to.get().toString(),
                dated.get().size(),
                without);
    }

    /** Reads which dates the layers have. */
    void read(List<PaintLayer> layers) {
        int mine = ++generation;
        if (!on.get()) {
            return;
        }
        boolean wanted = survey.get();
        tasks.start(Message.of("ui.time-reading"), progress -> DatedLayers.of(layers, wanted, progress), found -> {
            if (mine == generation) {
                LocalDate before = first();
                dated.set(found);
                if (from.get() == null || to.get() == null || before == null) {
                    whole();
                }
            }
        });
    }

    void forget() {
        on.set(false);
        forgetDates();
    }

    /** The next dates read are shown as a whole. */
    void forgetDates() {
        generation++;
        dated.set(Map.of());
        from.set(null);
        to.set(null);
    }
}
