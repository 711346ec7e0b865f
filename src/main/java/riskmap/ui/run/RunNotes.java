package riskmap.ui.run;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import riskmap.base.Message;
import riskmap.ui.look.Follow;
import riskmap.ui.look.NoteLine;

/**
 * What a run tells beside its numbers. What it counts and proves, and what is to be checked against standards, are many
 * lines of one kind each: they are folded behind their number, open when a proof fails.
 */
final class RunNotes extends VBox {
    private static final String PROOF = "risk.note-conservation";
    private static final String UNVERIFIED = "app.run-unverified";

    private final RiskViewModel model;

    RunNotes(RiskViewModel model) {
        super(6);
        this.model = model;
        getStyleClass().add("risk-notes");
        Follow.changes(this, model.outcome(), this::fill);
        fill();
    }

    private void fill() {
        getChildren().clear();
        RiskViewModel.Outcome outcome = model.outcome().get();
        if (outcome == null || outcome.notes().isEmpty()) {
            return;
        }
        Label title = NoteLine.of(Message.of("ui.risk-notes"));
        title.getStyleClass().add("form-title");
        getChildren().add(title);
        List<Message> proofs = new ArrayList<>();
        List<Message> unverified = new ArrayList<>();
        for (Message note : outcome.notes()) {
            if (note.key().equals(PROOF)) {
                proofs.add(note);
            } else if (note.key().equals(UNVERIFIED)) {
                unverified.add(note);
            } else {
                getChildren().add(NoteLine.of(note));
            }
        }
        boolean all = proofs.stream()
                .allMatch(proof -> proof.arguments().contains(Message.of("risk.holds"))
                        && !proof.arguments().contains(Message.of("risk.holds-not")));
        fold("risk-proofs", Message.of(all ? "ui.risk-proofs" : "ui.risk-proofs-broken", proofs.size()), proofs, !all);
        List<Message> lines = unverified.stream()
                .map(note -> new Message("ui.risk-unverified-value", note.arguments()))
                .toList();
        fold("risk-unverified", Message.of("ui.risk-unverified", lines.size()), lines, false);
    }

    private void fold(String id, Message title, List<Message> lines, boolean open) {
        if (lines.isEmpty()) {
            return;
        }
        VBox content = new VBox(4);
        lines.forEach(line -> content.getChildren().add(NoteLine.of(line)));
        TitledPane pane = RiskView.fold(title, content, open);
        pane.setId(id);
        getChildren().add(pane);
    }
}
