package riskmap.data;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/**
 * A regular expression that gives up: of some, such as {@code (a|aa)+\1b}, the time grows by half or more with each letter of the text. What
 * looks at a text more than ten million times (some hundredths of a second) is refused by a sentence.
 */
public final class BoundedPattern {
    private static final int LOOKS = 10_000_000;

    private final Pattern pattern;

    private BoundedPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * The pattern in a text.
     *
     * @throws RiskMapException when it is none
     */
    public static BoundedPattern of(String text) {
        try {
            return new BoundedPattern(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            throw new RiskMapException(Message.of("data.pattern-wrong", text, e.getDescription()), e);
        } catch (StackOverflowError e) {
            throw new TooSlow(text, e);
        }
    }

    /** The pattern would take too long for a text, whatever else is asked of it: there is no use in going on. */
    public static final class TooSlow extends RiskMapException {
        private static final long serialVersionUID = 1L;

        TooSlow(String pattern, Throwable cause) {
            super(Message.of("data.pattern-slow", pattern.substring(0, Math.min(pattern.length(), 60))), cause);
        }
    }

    /**
     * What comes of matching a text.
     *
     * @throws TooSlow when it would take too long
     */
    public <T> T apply(String text, Function<Matcher, T> work) {
        try {
            return work.apply(pattern.matcher(new Counted(text, new int[] {LOOKS})));
        } catch (Spent | StackOverflowError e) {
            throw new TooSlow(pattern.pattern(), e);
        }
    }

    private static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Spent() {
            super(null, null, false, false);
        }
    }

    /** A text that may be looked at so many times. */
    private record Counted(String text, int[] left) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (--left[0] < 0) {
                throw new Spent();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
