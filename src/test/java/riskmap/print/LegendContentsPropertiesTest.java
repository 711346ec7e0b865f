package riskmap.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.map.LayoutItem;
import riskmap.render.MapPainter;
import riskmap.render.PaintLayer;

/** A legend counts the same whether it takes what is packed for drawing or asks each feature. */
class LegendContentsPropertiesTest {
    private static final PageComposer PAGE = PageFixture.page("one-map-a3", Language.ENGLISH);
    private static final LayoutItem.Legend LEGEND = PAGE.layout().items().stream()
            .filter(LayoutItem.Legend.class::isInstance)
            .map(LayoutItem.Legend.class::cast)
            .findFirst()
            .orElseThrow();
    private static final List<String> ALL = List.of("town", "risk_zone", "shelter");
    private static final double WIDTH = 5 * PageFixture.TOWN;

    private final MapPainter painter = new MapPainter();

    @Property(tries = 60, seed = "20261129")
    void countsAreThoseOfTheFeaturesThatMeetTheFrame(
            @ForAll @DoubleRange(min = -0.3, max = 1) double west,
            @ForAll @DoubleRange(min = -0.3, max = 1) double south,
            @ForAll @DoubleRange(min = 0.05, max = 1.5) double width,
            @ForAll @DoubleRange(min = 0.05, max = 1.5) double height) {
        Envelope extent = new Envelope(
                PageFixture.WEST + west * WIDTH,
                PageFixture.WEST + (west + width) * WIDTH,
                PageFixture.SOUTH + south * WIDTH,
                PageFixture.SOUTH + (south + height) * WIDTH);
        assertThat(counts(extent, List.of())).isEqualTo(counts(extent, ALL));
    }

    @Test
    void whatOnlyTouchesTheFrameCounts() {
        double east = PageFixture.WEST + PageFixture.TOWN;
        Envelope first = new Envelope(PageFixture.WEST, east, PageFixture.SOUTH, PageFixture.SOUTH + PageFixture.TOWN);
        assertThat(counts(first, List.of())).contains("Town boundary 4").isEqualTo(counts(first, ALL));
    }

    @Test
    void whatAFilterLeavesOutIsNotCounted() {
        PageContent content = PageFixture.content(Language.ENGLISH);
        PaintLayer zones = content.layers().get(1);
        PaintLayer high = new PaintLayer(
                zones.id(),
                zones.data(),
                zones.style(),
                org.geotools.factory.CommonFactoryFinder.getFilterFactory()
                        .greaterOrEqual(
                                org.geotools.factory.CommonFactoryFinder.getFilterFactory()
                                        .property("level"),
                                org.geotools.factory.CommonFactoryFinder.getFilterFactory()
                                        .literal(3)),
                1);
        PageContent less = new PageContent(
                content.map(), List.of(high), content.tables(), content.fields(), Language.ENGLISH, content.folder());
        Envelope all = PAGE.extent("map");
        assertThat(counts(less, all, List.of())).containsExactly("Elevated 19", "High 19");
    }

    private List<String> counts(Envelope extent, List<String> measured) {
        return counts(PageFixture.content(Language.ENGLISH), extent, measured);
    }

    private List<String> counts(PageContent content, Envelope extent, List<String> measured) {
        FrameView view = PAGE.view("map");
        FrameView shown = new FrameView(view.item(), view.crs(), extent, view.denominator());
        LayoutItem.Legend legend = new LayoutItem.Legend(
                LEGEND.id(), LEGEND.box(), "map", LEGEND.title(), 0, true, ALL, measured, List.of(), LEGEND.style(), 5);
        List<String> rows = new ArrayList<>();
        LegendContents.collect(legend, shown, content, painter, Progress.silent())
                .forEach(group -> group.rows().forEach(row -> rows.add(row.title() + " " + row.count())));
        return rows;
    }
}
