package riskmap.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A piece of a report, from top to bottom: everything in it is text and numbers already, clean for every output. */
public sealed interface Block {
    /**
     * A heading.
     *
     * @param level 1 for sections, 2 below them
     * @param text with its number, such as 一、基本情况
     */
    record Heading(int level, String text) implements Block {
        public Heading {
            text = CleanText.line(text);
        }
    }

    /** What a paragraph is for. */
    enum Tone {
        /** Running text. */
        BODY,
        /** A remark on what stands before: rules, base populations, sources. */
        NOTE,
        /** What must not be overlooked: missing inputs, differences, values to be checked. */
        WARNING
    }

    /** A paragraph of running text. */
    record Paragraph(Tone tone, String text) implements Block {
        public Paragraph {
            text = CleanText.lines(text);
        }
    }

    /** How the items of a list are marked. */
    enum Mark {
        BULLET,
        NUMBER,
        /** A box to tick. */
        BOX
    }

    /** A list. */
    record Items(Mark mark, List<String> texts) implements Block {
        public Items {
            texts = texts.stream().map(CleanText::line).toList();
        }
    }

    /**
     * A table with its numbers unrounded.
     *
     * @param id name that no other table of the report has, lower-case with hyphens
     * @param caption with its number, such as 表 1 各等级统计
     * @param columns its columns
     * @param rows its rows, as long as the columns
     */
    record Grid(String id, String caption, List<Column> columns, List<Row> rows) implements Block {
        public Grid {
            caption = CleanText.line(caption);
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A column of a table.
     *
     * @param title heading with its unit
     * @param number whether it holds numbers, which stand right
     * @param decimals shown of numbers that are not whole
     */
    record Column(String title, boolean number, int decimals) {
        public Column {
            title = CleanText.line(title);
        }
    }

    /**
     * A row of a table.
     *
     * @param cells texts, numbers, or null for nothing
     * @param strong whether it is a sum or of like weight
     */
    record Row(List<Object> cells, boolean strong) {
        public Row {
            List<Object> clean = new ArrayList<>();
            for (Object cell : cells) {
                clean.add(cell == null || cell instanceof Number ? cell : CleanText.lines(cell.toString()));
            }
            cells = Collections.unmodifiableList(clean);
        }
    }

    /** A map or a chart. */
    record Figure(String caption, Drawing drawing) implements Block {
        public Figure {
            caption = CleanText.line(caption);
        }
    }

    /**
     * Where people sign.
     *
     * @param roles what each signs as
     * @param place who issues the report
     * @param date when
     */
    record Signature(List<String> roles, String place, String date) implements Block {
        public Signature {
            roles = roles.stream().map(CleanText::line).toList();
            place = CleanText.line(place);
        }
    }
}
