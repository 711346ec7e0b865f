package riskmap.ui.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import riskmap.app.check.VerdictTables;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.edit.check.Excuses;
import riskmap.edit.check.Finding;
import riskmap.edit.check.LayerReport;
import riskmap.edit.check.MissingKind;
import riskmap.ui.look.Icons;
import riskmap.ui.look.SpokenName;
import riskmap.ui.look.Texts;

/** The findings by layer and rule, with counts. */
final class FindingsTree extends TreeView<FindingsTree.Entry> {
    /** Findings of one rule that are listed; the others are counted. */
    private static final int LISTED = 500;

    /**
     * A line.
     *
     * @param text what it says
     * @param findings what it stands for
     * @param missing layers that the project lacks; none in a line of findings
     * @param single whether it is one finding
     * @param excused whether that is excused
     */
    record Entry(String text, List<Finding> findings, List<MissingKind> missing, boolean single, boolean excused) {
        Entry(String text, List<Finding> findings, boolean single, boolean excused) {
            this(text, findings, List.of(), single, excused);
        }

        boolean isError() {
            return findings.stream().anyMatch(Finding::isError)
                    || missing.stream().anyMatch(kind -> kind.rule().error());
        }
    }

    FindingsTree() {
        setId("check-findings");
        SpokenName.give(this, Texts.of("ui.check-tab-findings"));
        setShowRoot(false);
        setRoot(new TreeItem<>());
        setCellFactory(tree -> new Cell());
    }

    /** The findings the chosen line stands for. */
    List<Finding> chosen() {
        TreeItem<Entry> item = getSelectionModel().getSelectedItem();
        return item == null || item.getValue() == null
                ? List.of()
                : item.getValue().findings();
    }

    /** The missing layers the chosen line stands for. */
    List<MissingKind> missing() {
        TreeItem<Entry> item = getSelectionModel().getSelectedItem();
        return item == null || item.getValue() == null
                ? List.of()
                : item.getValue().missing();
    }

    /** The one finding that is chosen, else null. */
    Finding one() {
        TreeItem<Entry> item = getSelectionModel().getSelectedItem();
        boolean single =
                item != null && item.getValue() != null && item.getValue().single();
        return single ? item.getValue().findings().get(0) : null;
    }

    void fill(CheckViewModel.Shown shown, FindingFilter filter) {
        Finding before = one();
        List<TreeItem<Entry>> layers = new ArrayList<>();
        TreeItem<Entry> again = null;
        if (shown.report() != null) {
            for (LayerReport report : shown.report().layers()) {
                TreeItem<Entry> layer = layer(report, shown.excuses(), filter);
                if (layer != null) {
                    layers.add(layer);
                    again = again == null ? find(layer, before) : again;
                }
            }
        }
        if (shown.report() != null) {
            missing(shown.report().missing().stream().filter(filter::takes).toList(), layers);
        }
        getRoot().getChildren().setAll(layers);
        if (again != null) {
            getSelectionModel().select(again);
        }
    }

    private static TreeItem<Entry> find(TreeItem<Entry> layer, Finding wanted) {
        for (TreeItem<Entry> rule : layer.getChildren()) {
            for (TreeItem<Entry> item : rule.getChildren()) {
                Entry entry = item.getValue();
                if (wanted != null
                        && entry.single()
                        && entry.findings().get(0).key().equals(wanted.key())) {
                    rule.setExpanded(true);
                    return item;
                }
            }
        }
        return null;
    }

    private static TreeItem<Entry> layer(LayerReport report, Excuses excuses, FindingFilter filter) {
        Map<String, List<Finding>> rules = new LinkedHashMap<>();
        List<Finding> all = new ArrayList<>();
        for (Finding finding : report.findings()) {
            if (filter.takes(finding, excuses)) {
                rules.computeIfAbsent(finding.rule().key(), key -> new ArrayList<>())
                        .add(finding);
                all.add(finding);
            }
        }
        if (all.isEmpty()) {
            return null;
        }
        String title = VerdictTables.title(report.layer(), report.kind());
        String count = report.isCut() ? all.size() + "+" : Integer.toString(all.size());
        TreeItem<Entry> layer = new TreeItem<>(new Entry(title + "（" + count + "）", all, false, false));
        layer.setExpanded(true);
        rules.values().forEach(findings -> layer.getChildren().add(rule(findings, excuses)));
        return layer;
    }

    /** Adds what the project lacks as a whole: lines that stand for no row. */
    private static void missing(List<MissingKind> missing, List<TreeItem<Entry>> lines) {
        if (!missing.isEmpty()) {
            TreeItem<Entry> group =
                    lacking(Message.of("ui.check-missing", missing.size()).text(), missing);
            group.setExpanded(true);
            missing.forEach(kind -> group.getChildren().add(lacking(kind.text(Language.current()), List.of(kind))));
            lines.add(group);
        }
    }

    private static TreeItem<Entry> lacking(String text, List<MissingKind> missing) {
        return new TreeItem<>(new Entry(text, List.of(), missing, false, false));
    }

    private static TreeItem<Entry> rule(List<Finding> findings, Excuses excuses) {
        String title = findings.get(0).rule().title().text() + "（" + findings.size() + "）";
        TreeItem<Entry> rule = new TreeItem<>(new Entry(title, findings, false, false));
        for (Finding finding : findings.subList(0, Math.min(LISTED, findings.size()))) {
            rule.getChildren()
                    .add(new TreeItem<>(
                            new Entry(line(finding, excuses), List.of(finding), true, excuses.excuses(finding))));
        }
        if (findings.size() > LISTED) {
            String more = Message.of("ui.check-more", findings.size() - LISTED).text();
            rule.getChildren().add(new TreeItem<>(new Entry(more, findings, false, false)));
        }
        return rule;
    }

    private static String line(Finding finding, Excuses excuses) {
        String name =
                finding.name().isEmpty() ? finding.fid() == 0 ? finding.town() : "#" + finding.fid() : finding.name();
        String again = excuses.of(finding) == Excuses.State.REOPENED
                ? "［" + Message.of("app.quality-state-reopened").text() + "］"
                : "";
        return name + again + "  " + finding.message().text();
    }

    private static final class Cell extends TreeCell<Entry> {
        @Override
        protected void updateItem(Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            setText(entry.text());
            boolean error = entry.isError();
            FontIcon icon = Icons.of(
                    entry.excused()
                            ? MaterialDesignC.CHECK_CIRCLE_OUTLINE
                            : error ? MaterialDesignA.ALERT_OCTAGON : MaterialDesignA.ALERT_OUTLINE,
                    16);
            icon.getStyleClass().add(entry.excused() ? "check-excused" : error ? "check-error" : "check-warning");
            setGraphic(icon);
        }
    }
}
