package riskmap.risk;

import riskmap.base.Language;
import riskmap.base.Message;

/**
 * A formula a model computes by, as its page “how this is computed” shows it.
 *
 * @param key names it; its title is the message {@code risk.formula-<key>}
 * @param text the formula in symbols that read the same in every language, with units
 * @param source where it is printed
 * @param evidence how well it is known to be printed there so
 */
public record Formula(String key, String text, String source, Evidence evidence) {
    /** What it gives. */
    public Message title() {
        return Message.of("risk.formula-" + key);
    }

    /** The formula with what its symbols mean, where a text {@code risk.formula-<key>.where} says so. */
    public String explained(Language language) {
        Message where = Message.of("risk.formula-" + key + ".where");
        return where.exists()
                ? Message.of("risk.formula-explained", text, where).text(language)
                : text;
    }
}
