package riskmap.ui;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.locationtech.jts.geom.Envelope;
import riskmap.app.check.FindingLayer;
import riskmap.app.check.VerdictTables;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.edit.check.Finding;
import riskmap.edit.check.Scope;
import riskmap.edit.check.VerdictRule;
import riskmap.ui.check.CheckActions;
import riskmap.ui.check.CheckView;
import riskmap.ui.check.CheckViewModel;
import riskmap.ui.form.FormViewModel;
import riskmap.ui.form.ParameterForm;
import riskmap.ui.look.Dialogs;
import riskmap.ui.look.SavePlace;
import riskmap.ui.look.TabKey;

/** The quality panel in the window: scopes, places on the map, questions to the user. */
final class CheckController implements CheckActions {
    /** A place smaller than this is shown with so many metres around it. */
    private static final double ROOM_METRES = 60;

    private final Stage stage;
    private final WindowViewModel model;
    private final SidePanel side;
    private final Runnable redraw;
    private CheckViewModel checks;

    /** @param redraw draws the map anew from the file */
    CheckController(Stage stage, WindowViewModel model, SidePanel side, Runnable redraw) {
        this.stage = stage;
        this.model = model;
        this.side = side;
        this.redraw = redraw;
    }

    /** Forgets the project that was open. */
    void projectChanged() {
        if (checks != null) {
            checks.close();
            checks = null;
        }
    }

    /** Shows the panel. */
    void show() {
        Workspace workspace = model.project().workspace().get();
        if (checks == null) {
            checks = new CheckViewModel(model.tasks(), workspace, Platform::runLater, this::written);
        }
        side.show("check", "ui.side-check", MaterialDesignC.CLIPBOARD_CHECK_OUTLINE, () -> new CheckView(checks, this));
    }

    /** The view-model of the open project, null before the panel was shown. */
    CheckViewModel checks() {
        return checks;
    }

    private void written() {
        boolean shown = model.project().document().get().layers().stream()
                .anyMatch(layer -> layer.source().equals("#" + FindingLayer.NAME));
        if (shown) {
            redraw.run();
        } else {
            model.project().reload(redraw);
        }
    }

    @Override
    public void check(Extent extent) {
        switch (extent) {
            case ALL -> checks.check(Scope.all());
            case LAYER -> {
                String layer = model.editing().layer().get() == null
                        ? null
                        : model.editing().layer().get().table();
                if (layer == null) {
                    model.tasks().say(Message.of("ui.check-no-layer"));
                } else {
                    checks.check(Scope.layers(List.of(layer)));
                }
            }
            case VIEW ->
                checks.check(Scope.all().within(model.map().view().get().extent()));
            case SELECTION -> {
                Map<String, Set<Long>> chosen = model.selection().all().get();
                if (model.selection().isEmpty()) {
                    model.tasks().say(Message.of("ui.why-no-selection"));
                } else {
                    checks.check(Scope.rows(chosen));
                }
            }
        }
    }

    @Override
    public void show(Finding finding) {
        if (finding.place() != null && !finding.place().isEmpty()) {
            Envelope extent = new Envelope(finding.place().getEnvelopeInternal());
            double least = Math.max(extent.getWidth(), extent.getHeight());
            extent.expandBy(least < ROOM_METRES ? ROOM_METRES : least / 4);
            model.map().zoomTo(extent);
            model.pointAt(List.of(finding.place()));
        }
        if (finding.fid() > 0) {
            model.selection().only(finding.layer(), List.of(finding.fid()));
        }
    }

    @Override
    public void fix(Finding finding) {
        checks.plan(finding, plan -> {
            if (!plan.isPossible()) {
                Dialogs.news(stage, Message.of("ui.check-no-fix"), plan.effect().text());
                return;
            }
            Message question = Message.of(plan.safe() ? "ui.check-fix-safe" : "ui.check-fix-look", plan.effect());
            if (Dialogs.confirm(stage, finding.fix().title(), question, Message.of("ui.check-fix"))) {
                checks.fix(List.of(plan.finding()), true);
            }
        });
    }

    @Override
    public void fixAll(List<Finding> findings) {
        List<Finding> fixable =
                findings.stream().filter(finding -> finding.fix() != null).toList();
        if (fixable.isEmpty()) {
            Dialogs.news(
                    stage,
                    Message.of("ui.check-no-fix"),
                    Message.of("edit.fix-none").text());
            return;
        }
        Message question = Message.of("ui.check-fix-many", fixable.size(), findings.size() - fixable.size());
        if (Dialogs.confirm(stage, fixable.get(0).fix().title(), question, Message.of("ui.check-fix"))) {
            checks.fix(fixable, false);
        }
    }

    @Override
    public void excuse(List<Finding> findings) {
        ask(Message.of("ui.check-excuse-title", findings.size()), "ui.check-reason", "ui.check-excuse-keep")
                .ifPresent(answer -> checks.excuse(findings, answer.reason(), answer.by()));
    }

    @Override
    public void sign(String layer, Collection<String> towns) {
        ask(Message.of("ui.check-sign-title", layer, towns.size()), "ui.check-sign-reason", "ui.check-sign-keep")
                .ifPresent(answer -> checks.sign(layer, towns, answer.by(), answer.reason()));
    }

    private record Signature(String by, String reason) {}

    private Optional<Signature> ask(Message title, String reasonKey, String affirmative) {
        TextField by = new TextField(checks.author());
        by.setId("check-by");
        TextArea reason = TabKey.leaves(new TextArea());
        reason.setId("check-reason");
        reason.setPrefRowCount(3);
        reason.setWrapText(true);
        Label what = new Label(Message.of(reasonKey).text());
        what.setWrapText(true);
        VBox content = new VBox(6, new Label(Message.of("ui.check-by").text()), by, what, reason);
        content.setPrefWidth(360);
        ButtonType ok = Dialogs.button(affirmative, ButtonBar.ButtonData.OK_DONE);
        ButtonType no = Dialogs.button("ui.cancel", ButtonBar.ButtonData.CANCEL_CLOSE);
        return Dialogs.of(stage, title, content, ok, no)
                .showAndWait()
                .filter(ok::equals)
                .map(button -> new Signature(by.getText(), reason.getText()));
    }

    @Override
    public void export() {
        SavePlace place = new SavePlace(
                "ui.check-export", Message.of("ui.check-export-name").text() + ".pdf");
        for (String ending : List.of("pdf", "xlsx", "csv", "json")) {
            place.kind(ending.toUpperCase(Locale.ROOT), ending);
        }
        place.ask(stage).ifPresent(checks::export);
    }

    @Override
    public void tables() {
        CheckViewModel.Shown shown = checks.shown().get();
        VerdictTables tables = VerdictTables.of(shown.verdict(), shown.report());
        model.tablesShown().set(true);
        model.tables().show(List.of(tables.byTown(), tables.byLayer(), tables.details()));
    }

    @Override
    public void parameters() {
        FormViewModel form = new FormViewModel(VerdictRule.PARAMETERS);
        form.fill(checks.rule());
        ButtonType ok = Dialogs.button("ui.check-judge", ButtonBar.ButtonData.OK_DONE);
        ButtonType no = Dialogs.button("ui.cancel", ButtonBar.ButtonData.CANCEL_CLOSE);
        ParameterForm content = new ParameterForm(form);
        content.setPrefWidth(360);
        var dialog = Dialogs.of(stage, Message.of("ui.check-parameters"), content, ok, no);
        dialog.getDialogPane()
                .lookupButton(ok)
                .disableProperty()
                .bind(form.isValid().not());
        dialog.showAndWait().filter(ok::equals).ifPresent(button -> checks.judge(form.given()));
    }
}
