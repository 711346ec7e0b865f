package riskmap.ui;

import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Tab;
import javafx.scene.text.Text;
import org.kordamp.ikonli.Ikon;
import riskmap.ui.look.Icons;
import riskmap.ui.look.Tips;

/**
 * A tab of the side panel: its sign, and its title where there is room for all titles or it is in front. The style sheet
 * leaves the title out, so that the menu of tabs out of sight names it all the same.
 */
final class SideTab extends Tab {
    /** What a tab takes beside its title: sign, closing cross, margins. */
    private static final double AROUND = 66;

    /** What one takes of which only the sign is shown. */
    static final double SIGN = 32;

    private final BooleanProperty kept = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");

    /**
     * Makes a tab.
     *
     * @param key what it is found by
     * @param crowded whether the titles of all tabs together have no room
     */
    SideTab(String key, ObservableValue<String> title, Ikon icon, BooleanExpression crowded) {
        setUserData(key);
        setGraphic(Icons.of(icon, 16));
        name(title);
        getGraphic().accessibleTextProperty().bind(this.title);
        textProperty().bind(this.title);
        closableProperty().bind(kept.not().and(crowded.not().or(selectedProperty())));
        setTooltip(Tips.of(this.title));
    }

    /** From now on it is always there. */
    void keep() {
        kept.set(true);
    }

    boolean isKept() {
        return kept.get();
    }

    /** Gives it another title. */
    void name(ObservableValue<String> now) {
        title.unbind();
        title.bind(now);
    }

    /** The title, whether shown or not. */
    ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /** How wide the tab is with its title. */
    double fullWidth() {
        return new Text(title.get()).getLayoutBounds().getWidth() + AROUND;
    }
}
