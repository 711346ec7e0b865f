package riskmap.data;

import java.util.List;
import java.util.Optional;

/**
 * The values a field may take: codes, each with a title.
 *
 * @param codes in the order they are offered
 * @param open whether other values are as good: the codes are those that have a title, not all there can be
 */
public record Domain(List<Code> codes, boolean open) {
    /**
     * One allowed value.
     *
     * @param code what is stored
     * @param title what is shown
     */
    public record Code(String code, Title title) {}

    public Domain {
        codes = List.copyOf(codes);
    }

    /** The code that this text is, or whose Chinese or English title it is; survey files hold either. */
    public Optional<Code> find(String text) {
        String wanted = text.strip();
        for (Code code : codes) {
            if (code.code().equalsIgnoreCase(wanted)
                    || code.title().chinese().equals(wanted)
                    || code.title().english().equalsIgnoreCase(wanted)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    /** Whether a field may have this value. */
    public boolean allows(String text) {
        return open || contains(text);
    }

    /** Whether this exact text is a code. */
    public boolean contains(String text) {
        // asked for every value of a layer
        for (Code code : codes) {
            if (code.code().equals(text)) {
                return true;
            }
        }
        return false;
    }
}
