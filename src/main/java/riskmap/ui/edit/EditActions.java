package riskmap.ui.edit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.geotools.api.data.Query;
import org.geotools.api.filter.Filter;
import org.geotools.data.simple.SimpleFeatureIterator;
import riskmap.app.project.LocationSelection;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Changes;
import riskmap.data.RowChange;
import riskmap.edit.shape.LineEdits;
import riskmap.edit.shape.MergeShapes;
import riskmap.edit.shape.PartEdits;
import riskmap.edit.topology.Row;

/** What is done with the selected features at one stroke: delete, merge, take apart, select by a condition. */
public final class EditActions {
    private final EditDesk desk;
    private final Steps steps;

    public EditActions(EditDesk desk) {
        this.desk = desk;
        this.steps = desk.steps();
    }

    /** Deletes the selected features of the edited layer. */
    public void delete() {
        EditLayer layer = desk.layer().orElseThrow();
        List<Long> fids = List.copyOf(Jobs.selected(desk));
        desk.editing()
                .make(
                        Message.of("ui.command.delete"),
                        (session, progress) -> removal("ui.step-delete", layer, fids),
                        done -> {},
                        desk.editing()::tell);
    }

    /** Taking rows away, as a step. */
    static Changes removal(String name, EditLayer layer, List<Long> fids) {
        List<RowChange> rows = new ArrayList<>();
        try (SimpleFeatureIterator found =
                layer.source().getFeatures(Fids.query(layer.source(), fids)).features()) {
            while (found.hasNext()) {
                rows.add(RowChange.removed(layer.table(), found.next()));
            }
        } catch (IOException e) {
            throw unreadable(layer, e);
        }
        return new Changes(Message.of(name, rows.size(), layer.title()), rows);
    }

    /** Makes one feature of the selected ones; the largest lends its attributes. */
    public void merge() {
        steps.edit(
                Message.of("ui.command.merge"),
                Jobs.selected(desk),
                (around, rows) -> MergeShapes.merge(around, rows, largest(rows), Map.of()),
                Steps.quietly());
    }

    static Row largest(List<Row> rows) {
        return rows.stream()
                .max(Comparator.comparingDouble((Row row) -> row.geometry().getArea())
                        .thenComparingDouble(row -> row.geometry().getLength())
                        .thenComparingLong(row -> -row.fid()))
                .orElseThrow();
    }

    /** Makes every part of the selected features a feature of its own. */
    public void explode() {
        steps.edit(Message.of("ui.command.explode"), Jobs.selected(desk), PartEdits::explode, Steps.quietly());
    }

    /** Makes one feature of several parts of the selected ones. */
    public void combine() {
        steps.edit(Message.of("ui.command.combine"), Jobs.selected(desk), PartEdits::combine, Steps.quietly());
    }

    /** Turns the direction of the selected lines around. */
    public void reverse() {
        steps.edit(Message.of("ui.command.reverse"), Jobs.selected(desk), LineEdits::reverse, Steps.quietly());
    }

    /** Selects every feature of the edited layer. */
    public void selectAll() {
        select(Filter.INCLUDE, (before, found) -> found);
    }

    /** Selects what is not selected. */
    public void invert() {
        select(Filter.INCLUDE, (before, found) -> {
            Set<Long> rest = new java.util.LinkedHashSet<>(found);
            rest.removeAll(before);
            return rest;
        });
    }

    /** Selects the features of the edited layer that meet a condition. */
    public void select(Filter condition, SelectionMode mode) {
        select(condition, (before, found) -> mode.of(Map.of("", before), Map.of("", found))
                .getOrDefault("", Set.of()));
    }

    /**
     * Selects the features of the edited layer that stand in a relation to those of another one.
     *
     * @param others the table of the other layer
     * @param onlySelected whether only the selected ones of the other count
     * @param metres how far they may be away; 0 where they must meet
     */
    public void selectNear(String others, boolean onlySelected, String predicate, double metres, SelectionMode mode) {
        EditLayer layer = desk.layer().orElseThrow();
        Set<Long> chosen = Set.copyOf(desk.selection().of(others));
        var workspace = desk.editing().workspace();
        desk.tasks()
                .start(
                        Message.of("ui.selecting"),
                        progress -> LocationSelection.keys(
                                layer.source(),
                                workspace.features(others),
                                onlySelected ? chosen : null,
                                predicate,
                                metres,
                                progress),
                        found -> {
                            Set<Long> before = desk.selection().of(layer.table());
                            desk.selection()
                                    .only(
                                            layer.table(),
                                            mode.of(Map.of("", before), Map.of("", found))
                                                    .getOrDefault("", Set.of()));
                            saySelected();
                        });
    }

    private void select(Filter condition, BiFunction<Set<Long>, List<Long>, java.util.Collection<Long>> combined) {
        EditLayer layer = desk.layer().orElseThrow();
        desk.tasks().start(Message.of("ui.selecting"), progress -> fids(layer, condition, progress), found -> {
            Set<Long> before = desk.selection().of(layer.table());
            desk.selection().only(layer.table(), combined.apply(new HashSet<>(before), found));
            saySelected();
        });
    }

    private void saySelected() {
        desk.tasks()
                .say(
                        Message.of("ui.selected", desk.selection().size()),
                        desk.selection().all());
    }

    private static List<Long> fids(EditLayer layer, Filter condition, Progress progress) {
        List<Long> fids = new ArrayList<>();
        Query query = new Query(layer.table(), condition, Query.DEFAULT_MAX, new String[0], null);
        try (SimpleFeatureIterator found = layer.source().getFeatures(query).features()) {
            while (found.hasNext()) {
                progress.check();
                fids.add(RowChange.key(found.next()));
            }
        } catch (IOException e) {
            throw unreadable(layer, e);
        }
        return fids;
    }

    private static RiskMapException unreadable(EditLayer layer, IOException e) {
        return new RiskMapException(
                Message.of("ui.layer-unreadable", layer.title(), String.valueOf(e.getMessage())), e);
    }
}
