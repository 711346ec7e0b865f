package riskmap.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Quotation marks and apostrophes of English texts as typewriters have them: Chinese faces, which the reports are set in,
 * draw the curved ones as wide as a Chinese character.
 */
final class StraightQuotes {
    private StraightQuotes() {}

    static String text(String text) {
        return text.replace('\u2018', '\'')
                .replace('\u2019', '\'')
                .replace('\u201c', '"')
                .replace('\u201d', '"');
    }

    static Block block(Block block) {
        if (block instanceof Block.Heading heading) {
            return new Block.Heading(heading.level(), text(heading.text()));
        } else if (block instanceof Block.Paragraph paragraph) {
            return new Block.Paragraph(paragraph.tone(), text(paragraph.text()));
        } else if (block instanceof Block.Items items) {
            return new Block.Items(
                    items.mark(),
                    items.texts().stream().map(StraightQuotes::text).toList());
        } else if (block instanceof Block.Figure figure) {
            return new Block.Figure(text(figure.caption()), figure.drawing());
        } else if (block instanceof Block.Grid grid) {
            return new Block.Grid(
                    grid.id(),
                    text(grid.caption()),
                    grid.columns().stream()
                            .map(column -> new Block.Column(text(column.title()), column.number(), column.decimals()))
                            .toList(),
                    grid.rows().stream().map(StraightQuotes::row).toList());
        }
        return block;
    }

    private static Block.Row row(Block.Row row) {
        List<Object> cells = new ArrayList<>();
        row.cells().forEach(cell -> cells.add(cell instanceof String words ? text(words) : cell));
        return new Block.Row(cells, row.strong());
    }
}
