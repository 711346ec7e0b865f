package riskmap.analysis.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import riskmap.base.RiskMapException;

/** Reads an expression: the binding of QGIS's grammar, OR weakest, then AND, NOT, comparisons, ||, +, *, ^, signs. */
final class Reader {
    /** How deep an expression may be nested. */
    private static final int DEEPEST = 200;

    private static final List<Set<String>> LEVELS = List.of(
            Set.of("OR"),
            Set.of("AND"),
            Set.of("=", "<>", "!=", "<", "<=", ">", ">=", "~", "LIKE", "ILIKE", "IS", "IN", "NOT", "BETWEEN"),
            Set.of("||"),
            Set.of("+", "-"),
            Set.of("*", "/", "//", "%"),
            Set.of("^"));
    private static final int COMPARISONS = 2;

    private final String text;
    private final List<Lexer.Word> words;
    private int at;
    private int depth;

    private Reader(String text) {
        this.text = text;
        this.words = Lexer.words(text);
    }

    /**
     * The expression in a text.
     *
     * @throws RiskMapException when it cannot be read, or calls what there is not
     */
    static Node read(String text) {
        Reader reader = new Reader(text);
        Node node = reader.level(0);
        if (reader.word().kind() != Lexer.Kind.END) {
            throw reader.unreadable();
        }
        return node;
    }

    private Lexer.Word word() {
        return words.get(at);
    }

    private boolean skip(String sign) {
        boolean there = word().is(sign);
        at += there ? 1 : 0;
        return there;
    }

    private void need(String sign) {
        if (!skip(sign)) {
            throw unreadable();
        }
    }

    private RiskMapException unreadable() {
        return RiskMapException.of("analysis.qgis-unreadable", text, word().text());
    }

    private Node level(int level) {
        if (level == LEVELS.size()) {
            return signed();
        }
        deeper();
        Node left = level == COMPARISONS && skip("NOT") ? not(level(level)) : level(level + 1);
        for (String sign = sign(level); sign != null; sign = sign(level)) {
            at++;
            left = level == COMPARISONS ? comparison(left, sign) : Operators.binary(sign, left, level(level + 1));
        }
        depth--;
        return left;
    }

    private void deeper() {
        if (++depth > DEEPEST * LEVELS.size()) {
            throw RiskMapException.of("data.ecql-deep", text.substring(0, Math.min(60, text.length())) + "…");
        }
    }

    private String sign(int level) {
        Lexer.Word word = word();
        String sign = word.text().toUpperCase(Locale.ROOT);
        boolean known = word.kind() == Lexer.Kind.SIGN || word.kind() == Lexer.Kind.NAME;
        return known && LEVELS.get(level).contains(sign) ? sign : null;
    }

    private static Node not(Node node) {
        return scope -> Operators.not(Values.truth(node.of(scope)));
    }

    private Node comparison(Node left, String given) {
        String sign = given;
        boolean negated = sign.equals("NOT");
        if (negated) {
            sign = word().text().toUpperCase(Locale.ROOT);
            if (!Set.of("IN", "LIKE", "ILIKE", "BETWEEN").contains(sign)) {
                throw unreadable();
            }
            at++;
        }
        if (sign.equals("IS") && skip("NOT")) {
            sign = "IS NOT";
        }
        Node node;
        if (sign.equals("IN")) {
            need("(");
            List<Node> list = arguments(new ArrayList<>());
            node = scope -> {
                List<Object> values = new ArrayList<>();
                list.forEach(one -> values.add(one.of(scope)));
                return Operators.in(left.of(scope), values);
            };
        } else if (sign.equals("BETWEEN")) {
            Node low = level(COMPARISONS + 1);
            need("AND");
            Node high = level(COMPARISONS + 1);
            node = Operators.binary("AND", Operators.binary(">=", left, low), Operators.binary("<=", left, high));
        } else {
            node = Operators.binary(sign, left, level(COMPARISONS + 1));
        }
        return negated ? not(node) : node;
    }

    private Node signed() {
        if (skip("-")) {
            deeper();
            Node node = signed();
            depth--;
            return scope -> {
                Object value = node.of(scope);
                return value == null
                        ? null
                        : Values.isWhole(value) ? (Object) (-Values.whole(value)) : (Object) (-Values.number(value));
            };
        }
        Node node = primary();
        while (skip("[")) {
            Node of = node;
            Node index = level(0);
            need("]");
            node = scope -> Functions.item(of.of(scope), index.of(scope));
        }
        return node;
    }

    private Node primary() {
        Lexer.Word word = word();
        at++;
        return switch (word.kind()) {
            case NUMBER -> {
                Object number = word.text().matches("\\d{1,18}")
                        ? (Object) Long.valueOf(word.text())
                        : (Object) Double.valueOf(word.text());
                yield scope -> number;
            }
            case TEXT -> scope -> word.text();
            case FIELD -> scope -> scope.field(word.text());
            case SPECIAL -> Specials.of(word.text());
            case NAME -> named(word.text());
            case SIGN -> {
                if (!word.text().equals("(")) {
                    at--;
                    throw unreadable();
                }
                Node node = level(0);
                need(")");
                yield node;
            }
            default -> {
                at--;
                throw unreadable();
            }
        };
    }

    private Node named(String name) {
        switch (name.toUpperCase(Locale.ROOT)) {
            case "NULL":
                return scope -> null;
            case "TRUE":
                return scope -> Boolean.TRUE;
            case "FALSE":
                return scope -> Boolean.FALSE;
            case "CASE":
                return cases();
            default:
                break;
        }
        if (!skip("(")) {
            return scope -> scope.field(name);
        }
        List<String> names = new ArrayList<>();
        List<Node> arguments = arguments(names);
        Map<String, Node> by = new LinkedHashMap<>();
        List<Node> plain = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            plain.add(arguments.get(i));
            if (names.get(i) != null) {
                by.put(names.get(i), arguments.get(i));
            }
        }
        return Functions.call(name.toLowerCase(Locale.ROOT), plain, by);
    }

    /** What stands up to the closing bracket, and the names given with {@code :=}, null for none. */
    private List<Node> arguments(List<String> names) {
        List<Node> all = new ArrayList<>();
        if (skip(")")) {
            return all;
        }
        do {
            boolean named =
                    word().kind() == Lexer.Kind.NAME && words.get(at + 1).is(":=");
            names.add(named ? word().text().toLowerCase(Locale.ROOT) : null);
            at += named ? 2 : 0;
            all.add(level(0));
        } while (skip(","));
        need(")");
        return all;
    }

    private Node cases() {
        List<Node> conditions = new ArrayList<>();
        List<Node> values = new ArrayList<>();
        while (skip("WHEN")) {
            conditions.add(level(0));
            need("THEN");
            values.add(level(0));
        }
        Node otherwise = skip("ELSE") ? level(0) : scope -> null;
        need("END");
        if (conditions.isEmpty()) {
            throw unreadable();
        }
        return scope -> {
            for (int i = 0; i < conditions.size(); i++) {
                if (Boolean.TRUE.equals(Values.truth(conditions.get(i).of(scope)))) {
                    return values.get(i).of(scope);
                }
            }
            return otherwise.of(scope);
        };
    }
}
