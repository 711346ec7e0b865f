package riskmap.report;

import java.time.ZonedDateTime;
import java.util.List;
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
        title = CleanText.line(language == Language.ENGLISH ? StraightQuotes.text(title) : title);
        footer = CleanText.line(footer);
        blocks = language == Language.ENGLISH
                ? blocks.stream().map(StraightQuotes::block).toList()
                : List.copyOf(blocks);
    }

    /** The tables, in order. */
    public List<Block.Grid> grids() {
        return blocks.stream()
                .filter(Block.Grid.class::isInstance)
                .map(Block.Grid.class::cast)
                .toList();
    }
}
