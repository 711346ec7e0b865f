package riskmap.report;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import riskmap.base.Language;

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
 */
public record ReportDocument(
        Language language,
        String issuer,
        String issue,
        String mark,
        String title,
        String footer,
        ZonedDateTime created,
        List<Block> blocks) {
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
                ChangedTexts.of(blocks, rule));
    }

    /** The tables, in order. */
    public List<Block.Grid> grids() {
        return blocks.stream()
                .filter(Block.Grid.class::isInstance)
                .map(Block.Grid.class::cast)
                .toList();
    }
}
