package riskmap.risk;

import riskmap.base.Language;
import riskmap.base.Message;

/** The four levels of risk: 4 high (red), 3 rather high (orange), 2 medium (yellow), 1 low (blue). */
public final class RiskLevel {
    /** How many levels there are. */
    public static final int COUNT = 4;

    private RiskLevel() {}

    /** 高, 较高, 中, 低. */
    public static Message title(int level) {
        return Message.of("risk.level-" + level);
    }

    /** The names of the levels by their number, from 1: for a layer of very many zones. */
    public static String[] names(Language language) {
        String[] names = new String[COUNT + 1];
        for (int level = 1; level <= COUNT; level++) {
            names[level] = title(level).text(language);
        }
        return names;
    }
}
