package riskmap.base;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The first of several things found, as one part of a message.
 *
 * <p>Example: of the seven texts “a” to “g” it says “a; b; c; d; e …”.
 *
 * @param named those that are said
 * @param more whether others were found
 */
public record MessageList(List<Message> named, boolean more) implements Translated {
    private static final int NAMED = 5;

    public MessageList {
        named = List.copyOf(named);
    }

    /** So many of them as a message can hold; the caller says how many there are. */
    public static MessageList of(List<Message> all) {
        return new MessageList(all.subList(0, Math.min(NAMED, all.size())), all.size() > NAMED);
    }

    @Override
    public String in(Language language) {
        String separator = language == Language.CHINESE ? "；" : "; ";
        return named.stream().map(each -> each.text(language).strip()).collect(Collectors.joining(separator))
                + (more ? " …" : "");
    }
}
