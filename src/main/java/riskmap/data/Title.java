package riskmap.data;

import riskmap.base.Language;
import riskmap.base.Translated;

/**
 * What something of the catalogue is called, in both languages. The catalogue is data a bureau may extend, so its titles
 * stand in its files and not in the message bundles.
 *
 * @param chinese 中文名称
 * @param english English name
 */
public record Title(String chinese, String english) implements Translated {
    @Override
    public String in(Language language) {
        return language == Language.ENGLISH ? english : chinese;
    }

    /** The title in the language in use. */
    public String text() {
        return in(Language.current());
    }

    @Override
    public String toString() {
        return text();
    }
}
