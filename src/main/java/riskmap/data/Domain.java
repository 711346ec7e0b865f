package riskmap.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The values a field may take: codes, each with a title.
 *
 * @param codes in the order they are offered
 * @param open whether other values are as good: the codes are those that have a title, not all there can be
 */
public record Domain(List<Code> codes, boolean open) {
    /** Between the parts of a value that is made of several: a measure and the zone it is counted in. */
    public static final String BETWEEN = " · ";

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

    /**
     * The code that this text is, or whose Chinese or English title it is; survey files hold either. Where other values are
     * as good, one made of several parts has the titles of those that have one.
     */
    public Optional<Code> find(String text) {
        Optional<Code> whole = single(text);
        return whole.isEmpty() && open && text.contains(BETWEEN) ? ofParts(text) : whole;
    }

    private Optional<Code> ofParts(String text) {
        List<String> chinese = new ArrayList<>();
        List<String> english = new ArrayList<>();
        boolean known = false;
        for (String part : text.split(BETWEEN)) {
            Optional<Code> code = single(part);
            known |= code.isPresent();
            chinese.add(code.map(found -> found.title().chinese()).orElse(part));
            english.add(code.map(found -> found.title().english()).orElse(part));
        }
        return known
                ? Optional.of(new Code(text, new Title(String.join(BETWEEN, chinese), String.join(BETWEEN, english))))
                : Optional.empty();
    }

    private Optional<Code> single(String text) {
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
