package riskmap.data;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryLogicOperator;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.geotools.filter.visitor.DefaultFilterVisitor;
import org.geotools.filter.visitor.DuplicatingFilterVisitor;
import riskmap.base.RiskMapException;

/**
 * Conditions and expressions in ECQL as files and people write them: one that is nested without end is refused by a
 * sentence, and patterns are matched in bounded time, so that no file stops the program. A field may be called {@code id}
 * without quotation marks, which ECQL keeps for the ids of features ({@code id IN (1, 2)} would choose none by its field);
 * those are told by {@code IN ('layer.1')} alone.
 */
public final class Ecql {
    /** Brackets within brackets: no person writes so many, and the parser's stack holds some thousand. */
    private static final int DEEPEST = 200;

    private static final int BEGINNING = 60;
    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    private Ecql() {}

    /**
     * The condition in a text.
     *
     * @throws RiskMapException when it is nested too deeply
     */
    public static Filter filter(String text) throws CQLException {
        requireShallow(text);
        try {
            return bounded(level(ECQL.toFilter(withFieldId(text))));
        } catch (StackOverflowError e) {
            throw new RiskMapException(tooDeep(text).userMessage(), e);
        }
    }

    /**
     * The expression in a text.
     *
     * @throws RiskMapException when it is nested too deeply
     */
    public static Expression expression(String text) throws CQLException {
        requireShallow(text);
        try {
            Expression expression = ECQL.toExpression(withFieldId(text));
            Finder finder = new Finder();
            expression.accept(finder, null);
            return finder.found ? (Expression) expression.accept(new Bounding(), null) : expression;
        } catch (StackOverflowError e) {
            throw new RiskMapException(tooDeep(text).userMessage(), e);
        }
    }

    /**
     * The same condition with {@code a AND b AND c} as one of three. The parser makes pairs of pairs of it, as deep as there
     * are parts, which whoever walks it later may have no stack for.
     */
    private static Filter level(Filter filter) {
        if (!(filter instanceof BinaryLogicOperator chain)
                || chain.getChildren().size() < 2) {
            return filter;
        }
        boolean and = chain instanceof And;
        List<Filter> parts = new ArrayList<>();
        Deque<Filter> rest = new ArrayDeque<>(List.of(chain));
        while (!rest.isEmpty()) {
            Filter next = rest.pop();
            if (next instanceof BinaryLogicOperator same && same instanceof And == and) {
                for (int i = same.getChildren().size() - 1; i >= 0; i--) {
                    rest.push(same.getChildren().get(i));
                }
            } else {
                parts.add(level(next));
            }
        }
        return and ? FILTERS.and(parts) : FILTERS.or(parts);
    }

    /** The same condition, whose patterns are matched in bounded time. */
    public static Filter bounded(Filter filter) {
        Finder finder = new Finder();
        filter.accept(finder, null);
        return finder.found ? (Filter) filter.accept(new Bounding(), null) : filter;
    }

    /** The same text with the word id, where it stands for a field, in quotation marks. */
    private static String withFieldId(String text) {
        StringBuilder read = new StringBuilder();
        char quote = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (quote != 0) {
                quote = letter == quote ? 0 : quote;
            } else if (letter == '\'' || letter == '"') {
                quote = letter;
            } else if (isFieldId(text, i)) {
                read.append(text, from, i).append('"').append(text, i, i + 2).append('"');
                from = i + 2;
                i++;
            }
        }
        return from == 0 ? text : read.append(text, from, text.length()).toString();
    }

    private static boolean isFieldId(String text, int at) {
        if (!text.regionMatches(true, at, "id", 0, 2)) {
            return false;
        }
        boolean begins = at == 0 || !isOfName(text.charAt(at - 1));
        return begins && (at + 2 == text.length() || !isOfName(text.charAt(at + 2)));
    }

    private static boolean isOfName(char letter) {
        return Character.isLetterOrDigit(letter) || "_.:-".indexOf(letter) >= 0;
    }

    private static void requireShallow(String text) {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (quote != 0) {
                quote = letter == quote ? 0 : quote;
            } else if (letter == '\'' || letter == '"') {
                quote = letter;
            } else if (letter == '(' || letter == '[') {
                depth++;
            } else if (letter == ')' || letter == ']') {
                depth--;
            }
            if (depth > DEEPEST) {
                throw tooDeep(text);
            }
        }
    }

    private static RiskMapException tooDeep(String text) {
        return RiskMapException.of("data.ecql-deep", text.substring(0, Math.min(text.length(), BEGINNING)) + "…");
    }

    /** Whether there is a pattern anywhere; walks everything, so that what is too deep is found out while reading. */
    private static final class Finder extends DefaultFilterVisitor {
        private boolean found;

        @Override
        public Object visit(PropertyIsLike like, Object data) {
            found |= !(like instanceof LinearLike);
            return super.visit(like, data);
        }

        @Override
        public Object visit(Function function, Object data) {
            found |= PatternCall.replaces(function);
            return super.visit(function, data);
        }
    }

    private static final class Bounding extends DuplicatingFilterVisitor {
        @Override
        public Object visit(PropertyIsLike like, Object data) {
            return new LinearLike((Expression) like.getExpression().accept(this, data), like);
        }

        @Override
        public Object visit(Function function, Object data) {
            Function copy = (Function) super.visit(function, data);
            return PatternCall.replaces(copy) ? new PatternCall(copy) : copy;
        }
    }
}
