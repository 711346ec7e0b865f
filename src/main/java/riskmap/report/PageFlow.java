package riskmap.report;

import java.util.ArrayList;
import java.util.List;
import riskmap.base.Progress;
import riskmap.print.Sheet;

/**
 * Pages filled from top to bottom. What is put on a page is kept as a mark to be painted later; what does not fit begins
 * the next page.
 *
 * <p>Measures in millimetres; the area of text follows GB/T 9704-2012 (margins of the head 37 mm and at the binding
 * 28 mm), a little wider for tables.
 */
final class PageFlow {
    static final double WIDTH = 210;
    static final double HEIGHT = 297;
    static final double LEFT = 26;
    static final double RIGHT = 24;
    static final double TOP = 30;
    static final double BOTTOM = 32;
    /** Width of the area of text. */
    static final double MEASURE = WIDTH - LEFT - RIGHT;

    /** Something on a page. */
    interface Mark {
        void paint(Sheet sheet, Progress progress);
    }

    private final List<List<Mark>> pages = new ArrayList<>();
    private double y = TOP;

    PageFlow() {
        pages.add(new ArrayList<>());
    }

    /** Where the next mark begins, from the top of the sheet. */
    double y() {
        return y;
    }

    /** Index of the page in work. */
    int page() {
        return pages.size() - 1;
    }

    List<List<Mark>> pages() {
        return pages;
    }

    /** What is left of the page. */
    double room() {
        return HEIGHT - BOTTOM - y;
    }

    boolean isAtTop() {
        return y <= TOP + 0.01;
    }

    /** Begins a new page unless so much room is left, or the page is empty anyway. */
    void need(double height) {
        if (height > room() + 0.01 && !isAtTop()) {
            turn();
        }
    }

    /** Begins a new page. */
    void turn() {
        pages.add(new ArrayList<>());
        y = TOP;
    }

    void put(Mark mark) {
        pages.get(pages.size() - 1).add(mark);
    }

    void down(double height) {
        y += height;
    }

    /** Moves down unless at the top of a page, where space before would be lost anyway. */
    void gap(double height) {
        if (!isAtTop()) {
            y += height;
        }
    }
}
