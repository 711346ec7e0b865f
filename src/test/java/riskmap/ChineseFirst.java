package riskmap;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import riskmap.base.Language;

/** Each class of tests begins in Chinese, as the program does: whichever ran before may have left it in English. */
public final class ChineseFirst implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        Language.use(Language.CHINESE);
    }
}
