package riskmap.risk;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import riskmap.base.Language;
import riskmap.base.Message;

/** The four levels of risk: 4 high (red), 3 rather high (orange), 2 medium (yellow), 1 low (blue). */
public final class RiskLevel {
    /** How many levels there are. */
    public static final int COUNT = 4;

    /** What maps add to the name of a level. */
    private static final Pattern ADDED = Pattern.compile(
            "(色|度|等)?(级|风险|危险|危险性|易发|易发性)?(区|区域)?$|([ _-](hazard|risk|danger|susceptibility))?([ _-](zone|area|level))?$");

    /** Words for levels, the highest first; also those of schemes with more than four. */
    private static final List<Set<String>> WORDS = List.of(
            Set.of("极高", "very high"),
            Set.of("高", "红", "high", "red"),
            Set.of("较高", "中高", "橙", "rather high", "orange"),
            Set.of("中", "黄", "medium", "moderate", "yellow"),
            Set.of("较低", "中低", "rather low"),
            Set.of("低", "蓝", "low", "blue"),
            Set.of("极低", "very low"));

    private RiskLevel() {}

    /** 高, 较高, 中, 低. */
    public static Message title(int level) {
        return Message.of("risk.level-" + level);
    }

    /** 红, 橙, 黄, 蓝, the colour of a warning; no data for 0. */
    public static Message signal(int level) {
        return Message.of(level == 0 ? "risk.missing" : "risk.signal-" + level);
    }

    /**
     * How high the level is that a text names, the greater the higher, 0 where it names none: the words of this program in
     * either language, the four colours, and the same with what maps add to them, as in 高风险区 or High Hazard Zone.
     */
    public static int rank(String text) {
        String word = ADDED.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
        for (int i = 0; i < WORDS.size(); i++) {
            if (WORDS.get(i).contains(word)) {
                return WORDS.size() - i;
            }
        }
        return 0;
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
