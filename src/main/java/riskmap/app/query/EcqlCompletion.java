package riskmap.app.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.feature.type.GeometryDescriptor;
import riskmap.analysis.FieldCalculation;
import riskmap.analysis.FieldNames;
import riskmap.app.ecql.EcqlToken;
import riskmap.app.ecql.EcqlWords;
import riskmap.base.Message;
import riskmap.data.Field;
import riskmap.data.LayerKind;

/** What may come next in a condition: fields by name and title, operators, functions, values, what joins conditions. */
public final class EcqlCompletion {
    /** What can stand at a place. */
    public enum Place {
        /** A field or a function. */
        OPERAND,
        /** A comparison of the field before. */
        OPERATOR,
        /** A value of the field before. */
        VALUE,
        /** The end, or what joins another condition. */
        JOIN
    }

    /**
     * Where the writing stands.
     *
     * @param place what can stand here
     * @param begun what is written of it already, without quotes
     * @param from where that begins
     * @param to where it ends
     * @param field the field whose value is wanted
     */
    public record Spot(Place place, String begun, int from, int to, Optional<String> field) {}

    /**
     * Something that can stand there.
     *
     * @param insert what is written
     * @param shown what it is called
     * @param detail what else is known of it, may be empty
     */
    public record Suggestion(String insert, String shown, String detail) {}

    private EcqlCompletion() {}

    /** What stands at a place of a text. */
    public static Spot at(String text, int caret, SimpleFeatureType type) {
        List<EcqlToken> before = new ArrayList<>();
        EcqlToken begun = null;
        for (EcqlToken token : EcqlToken.of(text.substring(0, caret))) {
            if (begun != null) {
                before.add(begun);
            }
            begun = token;
        }
        boolean writing = begun != null
                && (begun.kind() == EcqlToken.Kind.OPEN_QUOTE || begun.to() == caret && isWord(begun.kind()));
        if (!writing && begun != null) {
            before.add(begun);
        }
        Reading reading = new Reading(type);
        before.forEach(reading::read);
        return new Spot(
                reading.place,
                writing ? begun.plain() : "",
                writing ? begun.from() : caret,
                caret,
                reading.place == Place.VALUE ? Optional.ofNullable(reading.field) : Optional.empty());
    }

    private static boolean isWord(EcqlToken.Kind kind) {
        return kind == EcqlToken.Kind.WORD || kind == EcqlToken.Kind.STRANGE || kind == EcqlToken.Kind.NUMBER;
    }

    /** What can stand at a spot but for values, which must be read from the layer. */
    public static List<Suggestion> suggestions(Spot spot, SimpleFeatureType type, LayerKind kind) {
        List<Suggestion> found = new ArrayList<>();
        String begun = spot.begun().toLowerCase(Locale.ROOT);
        switch (spot.place()) {
            case OPERAND -> {
                fields(found, type, kind, begun);
                words(found, List.of("NOT", "INCLUDE"), begun, " ");
                words(found, EcqlWords.PLACES, begun, "(");
                words(found, FieldCalculation.FUNCTIONS, begun, "(");
                if (found.isEmpty()) {
                    misspelt(found, type, kind, begun);
                }
            }
            case OPERATOR -> words(found, EcqlWords.OPERATORS, begun, " ");
            case JOIN -> words(found, List.of("AND", "OR"), begun, " ");
            default -> {
                // values are read from the layer
            }
        }
        return found;
    }

    /** The values as suggestions: those that begin like, or hold, what is written. */
    public static List<Suggestion> values(Spot spot, List<FieldValues.Count> values) {
        String begun = spot.begun().toLowerCase(Locale.ROOT);
        return values.stream()
                .filter(value -> value.value() != null)
                .filter(value ->
                        String.valueOf(value.value()).toLowerCase(Locale.ROOT).contains(begun)
                                || value.title().text().toLowerCase(Locale.ROOT).contains(begun))
                .map(value -> new Suggestion(
                        EcqlWords.literal(value.value()) + " ",
                        value.title().text(),
                        Message.of("app.query-times", value.count()).text()))
                .toList();
    }

    private static void fields(List<Suggestion> found, SimpleFeatureType type, LayerKind kind, String begun) {
        // the geometry is asked about least
        List<AttributeDescriptor> attributes = type.getAttributeDescriptors().stream()
                .sorted(Comparator.comparing(GeometryDescriptor.class::isInstance))
                .toList();
        for (AttributeDescriptor attribute : attributes) {
            String name = attribute.getLocalName();
            String title = title(attribute, kind);
            if (name.toLowerCase(Locale.ROOT).contains(begun)
                    || title.toLowerCase(Locale.ROOT).contains(begun)) {
                found.add(field(name, title));
            }
        }
    }

    /** Fields that are called nearly so, where none is called so. */
    private static void misspelt(List<Suggestion> found, SimpleFeatureType type, LayerKind kind, String begun) {
        List<String> like = EcqlWords.fieldsLike(begun, type, kind);
        for (AttributeDescriptor attribute : type.getAttributeDescriptors()) {
            if (like.contains(EcqlWords.name(attribute.getLocalName()))) {
                found.add(field(attribute.getLocalName(), title(attribute, kind)));
            }
        }
    }

    private static Suggestion field(String name, String title) {
        boolean named = title.isEmpty();
        return new Suggestion(EcqlWords.name(name) + " ", named ? name : title, named ? "" : name);
    }

    private static String title(AttributeDescriptor attribute, LayerKind kind) {
        Optional<Field> known = kind == null ? Optional.empty() : kind.field(attribute.getLocalName());
        return attribute instanceof GeometryDescriptor
                ? Message.of("app.query-geometry").text()
                : known.map(Field::heading).orElse("");
    }

    private static void words(List<Suggestion> found, List<String> words, String begun, String behind) {
        for (String word : words) {
            if (word.toLowerCase(Locale.ROOT).startsWith(begun)) {
                found.add(new Suggestion(word + behind, word, ""));
            }
        }
    }

    /** Goes over a condition from the left and knows what can come next. */
    private static final class Reading {
        private final SimpleFeatureType type;
        private final Deque<Character> open = new ArrayDeque<>();
        private Place place = Place.OPERAND;
        private String field;
        private EcqlToken last;

        Reading(SimpleFeatureType type) {
            this.type = type;
        }

        void read(EcqlToken token) {
            switch (token.kind()) {
                case OPEN -> open(token);
                case CLOSE -> {
                    boolean call = !open.isEmpty() && open.pop() == 'f';
                    place = call ? Place.OPERATOR : Place.JOIN;
                }
                case COMMA -> place = !open.isEmpty() && open.peek() == 'l' ? Place.VALUE : Place.OPERAND;
                case OPERATOR -> place = EcqlWords.isComparison(token) ? Place.VALUE : Place.OPERAND;
                case WORD, NAME -> word(token);
                default -> place = place == Place.VALUE ? Place.JOIN : Place.OPERATOR;
            }
            last = token;
        }

        private void open(EcqlToken token) {
            boolean list = last != null && last.is("IN");
            boolean call = last != null && last.kind() == EcqlToken.Kind.WORD && EcqlWords.isFunction(last.text());
            open.push(list ? 'l' : call ? 'f' : 'g');
            place = list ? Place.VALUE : Place.OPERAND;
        }

        private void word(EcqlToken token) {
            if (token.kind() == EcqlToken.Kind.WORD && EcqlWords.isKeyword(token.text())) {
                boolean value = token.is("LIKE") || token.is("ILIKE") || token.is("BETWEEN");
                boolean middle = last != null && place == Place.JOIN && token.is("AND") && between;
                between = token.is("BETWEEN") || between && !middle;
                place = value || middle
                        ? Place.VALUE
                        : token.is("AND") || token.is("OR") || token.is("NOT") && place == Place.OPERAND
                                ? Place.OPERAND
                                : token.is("NULL") || token.is("TRUE") || token.is("FALSE") || token.is("INCLUDE")
                                        ? Place.JOIN
                                        : Place.OPERATOR;
                return;
            }
            String named = FieldNames.there(token.plain(), type);
            if (named != null && place == Place.VALUE) {
                place = Place.JOIN;
                return;
            }
            // a name that is none has no values: not those of the field before it
            field = named;
            place = Place.OPERATOR;
        }

        private boolean between;
    }
}
