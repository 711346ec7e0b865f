package riskmap.ui.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import riskmap.map.Box;
import riskmap.map.Layout;
import riskmap.map.LayoutItem;
import riskmap.map.LayoutItems;
import riskmap.map.LocalText;
import riskmap.map.PageSize;

/** Moving, aligning, spreading and stacking items; what the edges catch. */
class ArrangementTest {
    private static final Layout PAGE = page(new Box(10, 10, 20, 10), new Box(60, 40, 40, 20), new Box(150, 90, 10, 10));

    private static Layout page(Box... boxes) {
        List<LayoutItem> items = new ArrayList<>();
        for (Box box : boxes) {
            items.add(LayoutItems.of("border", "abc".substring(items.size(), items.size() + 1), box, "", ""));
        }
        return new Layout("page", LocalText.of("page"), PageSize.of("A4", true), "", items);
    }

    private static Box box(Layout layout, String id) {
        return layout.item(id).orElseThrow().box();
    }

    @Test
    void itemsMoveTogetherAndStopAtTheEdgeOfThePage() {
        Layout moved = Arrangement.move(PAGE, Set.of("a", "b"), -50, 7.5);
        assertThat(box(moved, "a")).isEqualTo(new Box(0, 17.5, 20, 10));
        assertThat(box(moved, "b")).isEqualTo(new Box(50, 47.5, 40, 20));
        assertThat(box(moved, "c")).isEqualTo(box(PAGE, "c"));
    }

    @Test
    void itemsComeInLineAndASingleOneComesToTheMargin() {
        Layout left = Arrangement.align(PAGE, Set.of("a", "b", "c"), Arrangement.Align.RIGHT);
        assertThat(left.items()).allMatch(item -> item.box().right() == 160);
        Layout one = Arrangement.align(PAGE, Set.of("c"), Arrangement.Align.LEFT);
        assertThat(box(one, "c").x()).isEqualTo(PageSnapping.MARGIN);
    }

    @Test
    void spreadItemsHaveTheSameGaps() {
        Layout spread = Arrangement.align(PAGE, Set.of("a", "b", "c"), Arrangement.Align.SPREAD_ACROSS);
        assertThat(box(spread, "b").x() - box(spread, "a").right())
                .isEqualTo(box(spread, "c").x() - box(spread, "b").right());
        assertThat(box(spread, "a")).isEqualTo(box(PAGE, "a"));
        assertThat(box(spread, "c")).isEqualTo(box(PAGE, "c"));
    }

    @Test
    void itemsAreStackedByStepsOrAllTheWay() {
        assertThat(ids(Arrangement.raise(PAGE, Set.of("a"), true, false))).isEqualTo("bac");
        assertThat(ids(Arrangement.raise(PAGE, Set.of("a"), true, true))).isEqualTo("bca");
        assertThat(ids(Arrangement.raise(PAGE, Set.of("c"), false, false))).isEqualTo("acb");
        assertThat(ids(Arrangement.raise(PAGE, Set.of("b", "c"), true, false))).isEqualTo("abc");
    }

    @Test
    void theNearestEdgeWithinReachIsCaught() {
        PageSnapping snapping = new PageSnapping(PAGE.page().box(), List.of(box(PAGE, "b")), 2);
        PageSnapping.Catch caught = snapping.move(new Box(58.5, 100, 20, 10));
        assertThat(caught.dx()).isEqualTo(1.5);
        assertThat(caught.upright()).isEqualTo(60);
        assertThat(caught.dy()).isEqualTo(0);
        assertThat(Double.isNaN(snapping.corner(55, Double.NaN).upright())).isTrue();
        assertThat(snapping.corner(199.2, 21).dx()).isEqualTo(0);
        assertThat(snapping.corner(286.5, 9).upright()).isEqualTo(287);
    }

    private static String ids(Layout layout) {
        return String.join("", layout.items().stream().map(LayoutItem::id).toList());
    }
}
