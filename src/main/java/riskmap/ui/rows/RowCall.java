package riskmap.ui.rows;

import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import riskmap.base.Message;
import riskmap.ui.form.FormViewModel;
import riskmap.ui.form.LayerSource;

/** One call of a tool or model while it is filled in: its layers, its values, the name of what comes out. */
public interface RowCall {
    /** Its values. */
    FormViewModel form();

    /** The layer chosen for an input, null for none; no property at all for what is not an input. */
    Property<LayerSource> input(String key);

    /** The layers chosen, by input. */
    Map<String, String> layers();

    /** Name of what comes out. */
    StringProperty result();

    /** All that it depends on. */
    List<Observable> everything();

    /** What keeps it from running but for its name, null for nothing. */
    Message hindrance();
}
