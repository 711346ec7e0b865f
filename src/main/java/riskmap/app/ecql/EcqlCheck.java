package riskmap.app.ecql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import riskmap.analysis.Expressions;
import riskmap.analysis.FieldNames;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.RiskMapException;
import riskmap.data.Domain;
import riskmap.data.Ecql;
import riskmap.data.Field;
import riskmap.data.LayerKind;

/** Says what is wrong with a condition on a layer, in the user's language and at its place, before it is used. */
public final class EcqlCheck {
    private static final Pattern COLUMN = Pattern.compile("line \\d+, column (\\d+)");
    /** Most characters of a condition that a sentence quotes. */
    private static final int QUOTED = 200;

    private static final String FULL_WIDTH = "（）［］，＝＜＞＋－＊／‘’“”；。、！";
    private static final String PLAIN = "()[],=<>+-*/''\"\";.,!";

    private final SimpleFeatureType type;
    private final LayerKind kind;
    private final String text;
    private final List<EcqlToken> tokens;
    /** Whether names must be spelled as the layer spells them. */
    private final boolean asWritten;

    private EcqlCheck(String text, SimpleFeatureType type, LayerKind kind, boolean asWritten) {
        // the parser counts columns by line
        this.text = text.replace('\n', ' ').replace('\r', ' ');
        this.type = type;
        this.kind = kind;
        this.tokens = EcqlToken.of(this.text);
        this.asWritten = asWritten;
    }

    /**
     * What is wrong with a condition, the first thing from the left; nothing for a blank one, which all features meet.
     * Names may have other capitals than the layer's, as for {@link #condition} and the tools.
     *
     * @param kind the layer's kind in the catalogue, null for none
     */
    public static Optional<EcqlProblem> problem(String text, SimpleFeatureType type, LayerKind kind) {
        return text.isBlank() ? Optional.empty() : new EcqlCheck(text, type, kind, false).find();
    }

    /** What is wrong with a condition that is kept and used as it is written, such as that of a rule of a style. */
    public static Optional<EcqlProblem> problemAsWritten(String text, SimpleFeatureType type) {
        return text.isBlank() ? Optional.empty() : new EcqlCheck(text, type, null, true).find();
    }

    /** The condition, with names as the layer spells them; all features for a blank text. */
    public static Filter condition(String text, SimpleFeatureType type) {
        if (text == null || text.isBlank()) {
            return Filter.INCLUDE;
        }
        Optional<EcqlProblem> problem = problem(text, type, null).filter(EcqlProblem::severe);
        if (problem.isPresent()) {
            throw new RiskMapException(
                    Message.of("app.ecql-wrong", beginning(text), problem.get().placed()));
        }
        return Expressions.condition(text, type);
    }

    /** A condition as a sentence quotes it: what follows must not drown in it. */
    public static String beginning(String text) {
        return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
    }

    /** A good condition as it can be kept and used as it is written: with the fields as the layer spells them. */
    public static String spelled(String text, SimpleFeatureType type) {
        boolean onlyCapitals = problemAsWritten(text, type).isPresent()
                && problem(text, type, null).isEmpty();
        return onlyCapitals ? ECQL.toCQL(condition(text, type)) : text;
    }

    /** The field a name means; null for none. */
    private String field(String name) {
        return asWritten ? type.indexOf(name) < 0 ? null : name : FieldNames.there(name, type);
    }

    /** The names of a layer's fields, one after the other. */
    public static NameList fieldNames(SimpleFeatureType type) {
        List<String> names = new ArrayList<>();
        type.getAttributeDescriptors().forEach(attribute -> names.add(attribute.getLocalName()));
        return NameList.of(names);
    }

    private Optional<EcqlProblem> find() {
        return characters().or(this::brackets).or(this::names).or(this::grammar).or(this::values);
    }

    private Optional<EcqlProblem> characters() {
        for (EcqlToken token : tokens) {
            if (token.kind() == EcqlToken.Kind.OPEN_QUOTE) {
                return Optional.of(EcqlProblem.at(
                        token, "app.ecql-quote-open", token.text().substring(0, 1)));
            }
            if (token.is("!=")) {
                return Optional.of(EcqlProblem.at(token, "app.ecql-not-equal"));
            }
            if (token.kind() == EcqlToken.Kind.STRANGE) {
                int plain = FULL_WIDTH.indexOf(token.text());
                if (plain >= 0) {
                    return Optional.of(EcqlProblem.at(
                            token, "app.ecql-full-width", token.text(), PLAIN.substring(plain, plain + 1)));
                }
                if (!Character.isLetter(token.text().codePointAt(0))) {
                    return Optional.of(EcqlProblem.at(token, "app.ecql-strange", token.text()));
                }
                return Optional.of(
                        field(token.text()) != null
                                ? EcqlProblem.at(token, "app.ecql-name-unquoted", token.text())
                                : unknown(token));
            }
        }
        return Optional.empty();
    }

    private Optional<EcqlProblem> brackets() {
        Deque<EcqlToken> open = new ArrayDeque<>();
        for (EcqlToken token : tokens) {
            if (token.kind() == EcqlToken.Kind.OPEN) {
                open.push(token);
            } else if (token.kind() == EcqlToken.Kind.CLOSE && (open.isEmpty() || open.pop() == null)) {
                return Optional.of(EcqlProblem.at(token, "app.ecql-bracket-extra"));
            }
        }
        return open.isEmpty() ? Optional.empty() : Optional.of(EcqlProblem.at(open.peek(), "app.ecql-bracket-open"));
    }

    private Optional<EcqlProblem> names() {
        for (int i = 0; i < tokens.size(); i++) {
            EcqlToken token = tokens.get(i);
            boolean name = token.kind() == EcqlToken.Kind.NAME;
            if (!name && (token.kind() != EcqlToken.Kind.WORD || EcqlWords.isKeyword(token.text()))) {
                continue;
            }
            boolean call = i + 1 < tokens.size() && tokens.get(i + 1).text().equals("(");
            if (call && !name) {
                if (!EcqlWords.isFunction(token.text())) {
                    return Optional.of(unknownFunction(token));
                }
            } else if (field(token.plain()) == null) {
                return Optional.of(unknown(token));
            }
        }
        return Optional.empty();
    }

    private static EcqlProblem unknownFunction(EcqlToken token) {
        List<String> meant = NameList.meant(token.text(), EcqlWords.functions());
        return meant.isEmpty()
                ? EcqlProblem.at(token, "app.ecql-function-unknown", token.text())
                : EcqlProblem.at(token, "app.ecql-function-meant", token.text(), NameList.of(meant));
    }

    private EcqlProblem unknown(EcqlToken token) {
        for (var attribute : type.getAttributeDescriptors()) {
            String name = attribute.getLocalName();
            boolean titled = kind != null
                    && kind.field(name)
                            .filter(field -> field.title().chinese().equals(token.plain())
                                    || field.title().english().equalsIgnoreCase(token.plain()))
                            .isPresent();
            if (titled || name.equalsIgnoreCase(token.plain())) {
                return EcqlProblem.at(token, "app.ecql-field-meant", token.plain(), EcqlWords.name(name));
            }
        }
        List<String> meant = EcqlWords.fieldsLike(token.plain(), type, kind);
        if (!meant.isEmpty()) {
            return EcqlProblem.at(token, "app.ecql-field-like", token.plain(), NameList.of(meant));
        }
        return token.kind() == EcqlToken.Kind.NAME
                ? EcqlProblem.at(token, "app.ecql-name-or-text", token.plain())
                : EcqlProblem.at(token, "app.ecql-field-unknown", token.plain(), fieldNames(type));
    }

    private Optional<EcqlProblem> grammar() {
        try {
            Expressions.checkPatterns(Ecql.filter(text));
            return Optional.empty();
        } catch (CQLException e) {
            return Optional.of(located(e));
        } catch (RiskMapException e) {
            return Optional.of(new EcqlProblem(e.userMessage(), 0, text.length(), true));
        } catch (RuntimeException e) {
            // the parser makes functions while it reads and lets go what they throw
            return Optional.of(new EcqlProblem(
                    Message.of("app.ecql-arguments", String.valueOf(e.getMessage())), 0, text.length(), true));
        }
    }

    private EcqlProblem located(CQLException e) {
        String said = String.valueOf(e.getMessage());
        if (said.startsWith("Function not found")) {
            return new EcqlProblem(Message.of("app.ecql-arguments", ""), 0, text.length(), true);
        }
        String[] lines = e.getSyntaxError().split("\n");
        int mark = lines.length > 1 ? lines[1].indexOf('^') : -1;
        Matcher column = COLUMN.matcher(said);
        int at = mark >= 0 ? mark : column.find() ? Integer.parseInt(column.group(1)) - 1 : 0;
        EcqlToken last = tokens.get(tokens.size() - 1);
        if (said.contains("<EOF>\"") || at >= last.to()) {
            return EcqlProblem.at(last, "app.ecql-unfinished", last.text());
        }
        for (EcqlToken token : tokens) {
            if (at < token.to()) {
                return EcqlProblem.at(token, "app.ecql-unexpected", token.text());
            }
        }
        return EcqlProblem.at(last, "app.ecql-unexpected", last.text());
    }

    /** A number cannot be a word, and what a domain calls a code is not the code. */
    private Optional<EcqlProblem> values() {
        for (int i = 2; i < tokens.size(); i++) {
            EcqlToken field = tokens.get(i - 2);
            EcqlToken value = tokens.get(i);
            boolean compared =
                    tokens.get(i - 1).kind() == EcqlToken.Kind.OPERATOR && EcqlWords.isComparison(tokens.get(i - 1));
            String name = compared && value.kind() == EcqlToken.Kind.TEXT ? field(field.plain()) : null;
            if (name == null) {
                continue;
            }
            Class<?> binding = type.getDescriptor(name).getType().getBinding();
            if (Number.class.isAssignableFrom(binding) && !isNumber(value.plain())) {
                return Optional.of(EcqlProblem.at(value, "app.ecql-not-number", field.plain(), value.plain()));
            }
            Domain domain =
                    kind == null ? null : kind.field(name).map(Field::domain).orElse(null);
            if (domain != null
                    && !domain.contains(value.plain())
                    && !(domain.open() && domain.find(value.plain()).isEmpty())) {
                Message said = domain.find(value.plain())
                        .map(code -> Message.of("app.ecql-code-meant", value.plain(), code.code()))
                        .orElseGet(() -> Message.of("app.ecql-not-in-domain", value.plain(), field.plain()));
                return Optional.of(new EcqlProblem(said, value.from(), value.to(), false));
            }
        }
        return Optional.empty();
    }

    private static boolean isNumber(String text) {
        try {
            Double.parseDouble(text.strip());
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
