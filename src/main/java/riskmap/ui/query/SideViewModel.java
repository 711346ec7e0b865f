package riskmap.ui.query;

import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import riskmap.analysis.CountingRule;
import riskmap.app.query.SideSpec;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.ui.feature.FieldText;

/** One side of the cross-table being put together: nothing, a field, classes of a field, or the zones of a layer. */
public final class SideViewModel {
    private final ObjectProperty<QueryLayer> zones = new SimpleObjectProperty<>();
    private final ObjectProperty<FieldText> field = new SimpleObjectProperty<>();
    private final ObjectProperty<CountingRule> rule = new SimpleObjectProperty<>(CountingRule.CENTROID_WITHIN);
    private final StringProperty breaks = new SimpleStringProperty("");
    private boolean every;

    /** The layer of the zones, null for the fields of the features themselves. */
    public ObjectProperty<QueryLayer> zones() {
        return zones;
    }

    /** The field, null for nothing on this side. */
    public ObjectProperty<FieldText> field() {
        return field;
    }

    /** When a feature counts for a zone. */
    public ObjectProperty<CountingRule> rule() {
        return rule;
    }

    /** Where numbers are classed, with commas; blank for each value by itself. */
    public StringProperty breaks() {
        return breaks;
    }

    /** Everything that changes what the side shows. */
    Observable[] parts() {
        return new Observable[] {zones, field, rule, breaks};
    }

    /** Whether numbers of the field can be classed. */
    public boolean canClass() {
        return zones.get() == null && field.get() != null && field.get().numeric();
    }

    /** The side, if there is one. */
    public Optional<SideSpec> spec() {
        if (field.get() == null) {
            return Optional.empty();
        }
        String name = field.get().name();
        if (zones.get() != null) {
            return Optional.of(new SideSpec(zones.get().name(), name, List.of(), rule.get(), every));
        }
        boolean classed = canClass() && !breaks.get().isBlank();
        return Optional.of(classed ? SideSpec.of(name + "@" + breaks.get()) : SideSpec.field(name));
    }

    /** What is wrong with it, null for nothing. */
    public Message problem() {
        try {
            spec();
            return null;
        } catch (RiskMapException e) {
            return Message.of("ui.query-breaks-wrong", breaks.get());
        }
    }

    /** Takes a side over; what the layers do not have is left out. */
    void take(Optional<SideSpec> spec, QueryLayer own, List<QueryLayer> layers) {
        SideSpec wanted = spec.orElse(null);
        QueryLayer zone = wanted == null || !wanted.isZones()
                ? null
                : layers.stream()
                        .filter(layer -> layer.name().equals(wanted.layer()))
                        .findFirst()
                        .orElse(null);
        zones.set(zone);
        QueryLayer from = zone == null ? own : zone;
        field.set(
                wanted == null || from == null || wanted.isZones() && zone == null
                        ? null
                        : from.fields().stream()
                                .filter(known -> known.name().equals(wanted.field()))
                                .findFirst()
                                .orElse(null));
        rule.set(wanted == null ? CountingRule.CENTROID_WITHIN : wanted.rule());
        every = wanted != null && wanted.every();
        String text = wanted == null ? "" : wanted.text();
        breaks.set(wanted == null || wanted.breaks().isEmpty() ? "" : text.substring(text.indexOf('@') + 1));
    }
}
