package riskmap.report;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import riskmap.base.Language;
import riskmap.print.InkPalette;

/**
 * A report, complete: what every output writes.
 *
 * @param language of all its texts
 * @param issuer who issues it, at the head of the first page
 * @param issue number and date, below the issuer
 * @param mark classification mark or the empty string
 * @param title of the report
 * @param footer said at the foot of every page beside its number
 * @param created the time it is written; all that differs between two reports of the same results
 * @param blocks its content
 * @param inks that its pages are for: {@link InkPalette#BLACK} makes greys of all that is drawn
 */
public record ReportDocument(
        Language language,
        String issuer,
        String issue,
        String mark,
        String title,
        String footer,
        ZonedDateTime created,
        List<Block> blocks,
        InkPalette inks) {
    public ReportDocument {
        issuer = CleanText.line(issuer);
        issue = CleanText.line(issue);
        mark = CleanText.line(mark);
        title = CleanText.line(language == Language.ENGLISH ? ChangedTexts.straightQuotes(title) : title);
        footer = CleanText.line(footer);
        blocks = language == Language.ENGLISH
                ? ChangedTexts.of(blocks, ChangedTexts::straightQuotes)
                : List.copyOf(blocks);
    }

    /** A colour written {@code RRGGBB} as its inks show it. */
    String shown(String colour) {
        return "%06X".formatted(inks.seen(Integer.parseInt(colour, 16)) & 0xffffff);
    }

    /** Colours that stand in a text as their inks show them. */
    String shown(String text, Pattern colours) {
        return colours.matcher(text).replaceAll(found -> shown(found.group()));
    }

    /** The same report with all texts changed by a rule. */
    ReportDocument with(UnaryOperator<String> rule) {
        return new ReportDocument(
                language,
                rule.apply(issuer),
                rule.apply(issue),
                rule.apply(mark),
                rule.apply(title),
                rule.apply(footer),
                created,
                ChangedTexts.of(blocks, rule),
                inks);
    }

    /** The tables, in order. */
    public List<Block.Grid> grids() {
        return blocks.stream()
                .filter(Block.Grid.class::isInstance)
                .map(Block.Grid.class::cast)
                .toList();
    }
}
