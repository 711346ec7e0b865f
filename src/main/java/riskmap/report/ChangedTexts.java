package riskmap.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Every text of a piece of a report changed by a rule; numbers and drawings stay. */
final class ChangedTexts {
    private ChangedTexts() {}

    /**
     * Quotation marks and apostrophes as typewriters have them: Chinese faces, which the reports are set in, draw the curved
     * ones as wide as a Chinese character.
     */
    static String straightQuotes(String text) {
        return text.replace('\u2018', '\'')
                .replace('\u2019', '\'')
                .replace('\u201c', '"')
                .replace('\u201d', '"');
    }

    static List<Block> of(List<Block> blocks, UnaryOperator<String> rule) {
        return blocks.stream().map(block -> of(block, rule)).toList();
    }

    private static Block of(Block block, UnaryOperator<String> rule) {
        if (block instanceof Block.Heading heading) {
            return new Block.Heading(heading.level(), rule.apply(heading.text()));
        } else if (block instanceof Block.Paragraph paragraph) {
            return new Block.Paragraph(paragraph.tone(), rule.apply(paragraph.text()));
        } else if (block instanceof Block.Items items) {
            return new Block.Items(
                    items.mark(), items.texts().stream().map(rule).toList());
        } else if (block instanceof Block.Figure figure) {
            return new Block.Figure(rule.apply(figure.caption()), figure.drawing());
        } else if (block instanceof Block.Signature signature) {
            return new Block.Signature(
                    signature.roles().stream().map(rule).toList(), rule.apply(signature.place()), signature.date());
        } else if (block instanceof Block.Grid grid) {
            return new Block.Grid(
                    grid.id(),
                    rule.apply(grid.caption()),
                    grid.columns().stream()
                            .map(column ->
                                    new Block.Column(rule.apply(column.title()), column.number(), column.decimals()))
                            .toList(),
                    grid.rows().stream().map(row -> of(row, rule)).toList());
        }
        return block;
    }

    private static Block.Row of(Block.Row row, UnaryOperator<String> rule) {
        List<Object> cells = new ArrayList<>();
        row.cells().forEach(cell -> cells.add(cell instanceof String words ? rule.apply(words) : cell));
        return new Block.Row(cells, row.strong());
    }
}
