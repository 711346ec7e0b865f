package riskmap.style;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.filter.visitor.DefaultFilterVisitor;

/** Looks whether an expression of a style that others made asks for nothing but named values and functions let in. */
final class OnlyComputing extends DefaultFilterVisitor {
    private final Predicate<String> functions;
    private final Pattern names;
    private boolean only = true;

    private OnlyComputing(Predicate<String> functions, Pattern names) {
        this.functions = functions;
        this.names = names;
    }

    /** Whether all functions are of these and all names of this form. */
    static boolean is(Expression expression, Predicate<String> functions, Pattern names) {
        OnlyComputing look = new OnlyComputing(functions, names);
        expression.accept(look, null);
        return look.only;
    }

    @Override
    public Object visit(Function function, Object data) {
        only &= functions.test(function.getName());
        return super.visit(function, data);
    }

    @Override
    public Object visit(PropertyName name, Object data) {
        only &= names.matcher(name.getPropertyName()).matches();
        return super.visit(name, data);
    }
}
