package riskmap.app.run;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import riskmap.base.Language;
import riskmap.data.Catalogue;
import riskmap.data.Family;
import riskmap.data.Title;
import riskmap.map.MapLayer;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskModels;

/**
 * The group of a map in which the layers of one run stand: the results' family, the model's name and the time of the run,
 * as in {@code 成果 · 洪水淹没 2026-06-14 20:49}. The zones of the combined model, of which a project has one set that every
 * map shows, stand in the group of the family itself.
 */
public final class ResultGroup {
    private static final String BETWEEN = " · ";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    private ResultGroup() {}

    /** The group of a run that was made at a time, an instant as text. */
    static String of(RiskModel model, String time) {
        Title family = family();
        return model.id().equals("combined")
                ? family.text()
                : family.text() + BETWEEN + model.title().text() + " " + TIME.format(Instant.parse(time));
    }

    /** Whether this is a group of what models made. */
    public static boolean isResults(String group) {
        Title family = family();
        return isOf(family.chinese(), group) || isOf(family.english(), group);
    }

    private static boolean isOf(String family, String group) {
        return group.equals(family) || group.startsWith(family + BETWEEN);
    }

    /** The same where there is little room: without the family and the year, as in {@code 洪水淹没 06-14 20:49}. */
    public static Optional<Title> brief(String group) {
        Title family = family();
        return title(group)
                .map(title ->
                        new Title(brief(title.chinese(), family.chinese()), brief(title.english(), family.english())));
    }

    private static String brief(String title, String family) {
        return title.substring((family + BETWEEN).length()).replaceFirst("\\d{4}-(?=\\d\\d-\\d\\d \\d\\d:\\d\\d$)", "");
    }

    /** What the group of a run is called in both languages; empty for other groups. */
    public static Optional<Title> title(String group) {
        return RiskModels.all().stream()
                .filter(model -> isRunOf(model, group))
                .findFirst()
                .map(model -> {
                    String time = group.substring(start(model, group, Language.CHINESE)
                            .or(() -> start(model, group, Language.ENGLISH))
                            .orElseThrow()
                            .length());
                    return new Title(start(model, Language.CHINESE) + time, start(model, Language.ENGLISH) + time);
                });
    }

    /** Whether a layer was made by this model, by the group it stands in. */
    static boolean holds(RiskModel model, MapLayer layer) {
        return model.id().equals("combined")
                ? isResults(layer.group()) && title(layer.group()).isEmpty()
                : isRunOf(model, layer.group());
    }

    private static boolean isRunOf(RiskModel model, String group) {
        return start(model, group, Language.CHINESE).isPresent()
                || start(model, group, Language.ENGLISH).isPresent();
    }

    private static Optional<String> start(RiskModel model, String group, Language language) {
        return Optional.of(start(model, language)).filter(group::startsWith);
    }

    private static String start(RiskModel model, Language language) {
        return family().in(language) + BETWEEN + model.title().text(language) + " ";
    }

    private static Title family() {
        return Catalogue.standard().families().stream()
                .filter(family -> family.key().equals("result"))
                .map(Family::title)
                .findFirst()
                .orElseThrow();
    }
}
