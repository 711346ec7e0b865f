package riskmap.base;

/** What has a name in every language, such as a title of the survey catalogue: as part of a {@link Message} it is said in the message's. */
@FunctionalInterface
public interface Translated {
    /** The text in the given language. */
    String in(Language language);
}
