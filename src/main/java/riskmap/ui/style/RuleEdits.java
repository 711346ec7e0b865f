package riskmap.ui.style;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.geotools.api.feature.simple.SimpleFeatureType;
import riskmap.app.ecql.EcqlCheck;
import riskmap.app.ecql.EcqlProblem;
import riskmap.base.Message;
import riskmap.style.ColourRamp;
import riskmap.style.ColourStop;
import riskmap.style.RuleFacts;
import riskmap.style.SldDocument;
import riskmap.style.SymbolField;

/** The rules and symbols of the style that is tried, chosen and changed by hand. */
final class RuleEdits {
    private final StyleViewModel model;
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper();
    private int rule;
    private int symbol;

    RuleEdits(StyleViewModel model) {
        this.model = model;
    }

    private SldDocument document() {
        return model.document().get();
    }

    /** The layer's schema, null for a raster. */
    SimpleFeatureType type() {
        return model.type();
    }

    List<String> fields() {
        return model.fields();
    }

    /** The fields of numbers, which a size or a colour can vary with. */
    List<String> numbers() {
        return model.type() == null
                ? List.of()
                : fields().stream()
                        .filter(name -> model.type().getDescriptor(name) != null
                                && Number.class.isAssignableFrom(model.type()
                                        .getDescriptor(name)
                                        .getType()
                                        .getBinding()))
                        .toList();
    }

    /** What a field is called, of whose name ECQL may want it in quotation marks. */
    String titled(String name) {
        return model.titled(fields().contains(name) ? name : unquoted(name));
    }

    /** Addresses of the drawings that markers can be. */
    List<String> drawings() {
        return model.drawings();
    }

    /** Which rule is chosen. */
    int rule() {
        return Math.max(0, Math.min(rule, document().ruleCount() - 1));
    }

    /** Which symbol of it is chosen. */
    int symbol() {
        return Math.max(0, Math.min(symbol, document().symbols(rule()).size() - 1));
    }

    void selectRule(int index) {
        rule = index;
        symbol = 0;
        selected.set(selected.get() + 1);
    }

    void selectSymbol(int index) {
        symbol = index;
        selected.set(selected.get() + 1);
    }

    /** Counts the choices of rules and symbols. */
    ReadOnlyIntegerProperty selected() {
        return selected.getReadOnlyProperty();
    }

    void changeRule(int index, RuleFacts facts) {
        if (facts.filter() != null && !facts.filter().isBlank() && model.type() != null) {
            Optional<EcqlProblem> wrong =
                    EcqlCheck.problemAsWritten(facts.filter(), model.type()).filter(EcqlProblem::severe);
            if (wrong.isPresent()) {
                model.refuse(wrong.get().placed());
                return;
            }
        }
        model.edit(now -> now.withRule(index, facts));
    }

    void addRule() {
        String kind = document().symbols(rule()).stream()
                .filter(each -> !SymbolField.of(each).isEmpty())
                .findFirst()
                .orElse("PolygonSymbolizer");
        int at = rule();
        model.edit(
                now -> now.withNewRule(at, kind, Message.of("ui.style-new-rule").text()));
        selectRule(at + 1);
    }

    void copyRule() {
        model.edit(now -> now.withCopyOf(rule()));
    }

    void removeRule() {
        model.edit(now -> now.withoutRule(rule()));
    }

    void moveRule(int by) {
        int to = rule() + by;
        if (to >= 0 && to < document().ruleCount()) {
            int from = rule();
            rule = to;
            model.edit(now -> now.moved(from, by));
        }
    }

    void addSymbol(String kind) {
        int at = document().symbols(rule()).size();
        int mine = rule();
        symbol = at;
        model.edit(now -> {
            SldDocument more = now.withSymbol(mine, kind);
            return kind.equals("TextSymbolizer") && !fields().isEmpty()
                    ? more.withValue(mine, at, SymbolField.LABEL, "=" + quoted(nameField()))
                    : more;
        });
    }

    private String nameField() {
        return fields().contains("name") ? "name" : fields().get(0);
    }

    void removeSymbol() {
        if (document().symbols(rule()).size() > 1) {
            model.edit(now -> now.withoutSymbol(rule(), symbol()));
        }
    }

    void moveSymbol(int by) {
        int from = symbol();
        int to = from + by;
        if (to >= 0 && to < document().symbols(rule()).size()) {
            symbol = to;
            model.edit(now -> now.movedSymbol(rule(), from, by));
        }
    }

    void changeSymbol(SymbolField field, String value) {
        if (!document().symbols(rule()).isEmpty()) {
            model.edit(now -> now.withValue(rule(), symbol(), field, value));
        }
    }

    void changeStops(List<ColourStop> stops) {
        model.edit(now -> now.withStops(rule(), symbol(), stops));
    }

    /** A colour map made from the cells of the raster, of the type that the present one has. */
    void stopsOfCells(int count, ColourRamp ramp, boolean reversed) {
        String type = document().value(rule(), symbol(), SymbolField.MAP_TYPE);
        model.stopsOfCells(type, count, ramp, reversed, this::changeStops);
    }

    /** A value of the symbol that grows from the least to the greatest number of a field. */
    void growing(SymbolField field, String by, boolean colour) {
        model.growing(by, colour, expression -> changeSymbol(field, "=" + expression));
    }

    private static String unquoted(String name) {
        return name.replaceAll("^\"|\"$", "");
    }

    /** A field's name as ECQL wants it. */
    static String quoted(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? name : "\"" + name + "\"";
    }
}
