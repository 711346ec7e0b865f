package riskmap.data;

import java.util.Arrays;
import java.util.Collection;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.expression.Expression;
import org.geotools.filter.LikeFilterImpl;

/**
 * A comparison with wildcards that takes time in proportion to the text times the pattern: a regular expression made of
 * the pattern would take some power of it for each wildcard. A wildcard stands for line breaks too, as in SQL.
 */
final class LinearLike extends LikeFilterImpl {
    private static final int ANY = -1;
    private static final int ONE = -2;

    /** Code points, {@link #ANY} and {@link #ONE}. */
    private final int[] pattern;

    LinearLike(Expression expression, PropertyIsLike like) {
        super(
                expression,
                like.getLiteral(),
                like.getWildCard(),
                like.getSingleChar(),
                like.getEscape(),
                like.getMatchAction());
        setMatchingCase(like.isMatchingCase());
        pattern = compiled(like);
    }

    private static int[] compiled(PropertyIsLike like) {
        String text = like.getLiteral();
        int[] made = new int[text.length()];
        int size = 0;
        int at = 0;
        while (at < text.length()) {
            if (stands(like.getEscape(), text, at) && at + like.getEscape().length() < text.length()) {
                at += like.getEscape().length();
            } else if (stands(like.getWildCard(), text, at)) {
                made[size++] = ANY;
                at += like.getWildCard().length();
                continue;
            } else if (stands(like.getSingleChar(), text, at)) {
                made[size++] = ONE;
                at += like.getSingleChar().length();
                continue;
            }
            made[size++] = text.codePointAt(at);
            at += Character.charCount(text.codePointAt(at));
        }
        return Arrays.copyOf(made, size);
    }

    private static boolean stands(String sign, String text, int at) {
        return sign != null && !sign.isEmpty() && text.startsWith(sign, at);
    }

    @Override
    public boolean evaluate(Object feature) {
        Object value = getExpression().evaluate(feature);
        if (value instanceof Collection) {
            return super.evaluate(feature);
        }
        return value != null && matches(value.toString().codePoints().toArray());
    }

    /** Goes back only to the last wildcard: an earlier one that took more could not help. */
    private boolean matches(int[] text) {
        int at = 0;
        int in = 0;
        int wildcard = -1;
        int from = 0;
        while (at < text.length) {
            if (in < pattern.length && pattern[in] == ANY) {
                wildcard = in++;
                from = at;
            } else if (in < pattern.length && (pattern[in] == ONE || same(pattern[in], text[at]))) {
                in++;
                at++;
            } else if (wildcard >= 0) {
                in = wildcard + 1;
                at = ++from;
            } else {
                return false;
            }
        }
        while (in < pattern.length && pattern[in] == ANY) {
            in++;
        }
        return in == pattern.length;
    }

    private boolean same(int one, int other) {
        return one == other || !isMatchingCase() && plain(one) == plain(other);
    }

    private static int plain(int letter) {
        return Character.toLowerCase(Character.toUpperCase(letter));
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
