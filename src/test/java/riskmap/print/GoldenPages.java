package riskmap.print;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.data.Table;
import riskmap.map.Layout;
import riskmap.map.LayoutItem;
import riskmap.map.Layouts;
import riskmap.render.PaintLayer;

/** Golden pages: sheets of shipped layouts filled with the made-up district, always with the same words and numbers. */
enum GoldenPages {
    ONE_MAP("one-map-a3", Language.CHINESE),
    ONE_MAP_EN("one-map-a3", Language.ENGLISH),
    GEOHAZARD("geohazard-a3", Language.CHINESE),
    SHELTERS("shelters-a3", Language.ENGLISH),
    BUREAU("bureau-a3", Language.CHINESE),
    TOWN("town-atlas", Language.CHINESE);

    private final String layout;
    private final Language language;

    GoldenPages(String layout, Language language) {
        this.layout = layout;
        this.language = language;
    }

    String fileName() {
        return layout + (language == Language.CHINESE ? "" : "-en");
    }

    Layout layout() {
        return Layouts.open(layout, note -> {
            throw new AssertionError(note.text());
        });
    }

    PageComposer page() {
        return PageFixture.page(layout(), content());
    }

    /** What fills the page, with tables for all items that show one. */
    PageContent content() {
        PageContent plain = PageFixture.content(language);
        List<Table> tables = new ArrayList<>(plain.tables());
        for (LayoutItem item : layout().items()) {
            if (item instanceof LayoutItem.Chart chart) {
                tables.add(0, table(chart.table(), chart.category(), chart.values()));
            } else if (item instanceof LayoutItem.ResultTable shown) {
                tables.add(table(shown.table(), "town", List.of("sites", "people")));
            }
        }
        if (!layout.startsWith("town-atlas")) {
            return new PageContent(plain.map(), plain.layers(), tables, plain.fields(), language, plain.folder());
        }
        Fields fields = new Fields(plain.fields())
                .put("page-name", "镇街8")
                .put("town", "镇街8")
                .put("page-number", "8")
                .put("page-count", "" + PageFixture.TOWNS);
        for (String field : List.of("red.people", "orange.people", "red.buildings", "orange.buildings")) {
            fields.put("page." + field, "" + 211 * field.length());
        }
        List<AtlasPage> pages = Stream.iterate(0, i -> i < PageFixture.TOWNS, i -> i + 1)
                .map(GoldenPages::town)
                .toList();
        return plain.withPage(pages, pages.get(7), tables, fields);
    }

    /** The content with another picture of a layer. */
    PageContent contentWith(PaintLayer other) {
        PageContent plain = content();
        List<PaintLayer> layers = plain.layers().stream()
                .map(layer -> layer.id().equals(other.id()) ? other : layer)
                .toList();
        return new PageContent(plain.map(), layers, plain.tables(), plain.fields(), language, plain.folder());
    }

    private static AtlasPage town(int number) {
        Geometry shape = PageFixture.square(
                PageFixture.WEST + number % 5 * PageFixture.TOWN,
                PageFixture.SOUTH + number / 5 * PageFixture.TOWN,
                PageFixture.TOWN);
        return new AtlasPage("镇街" + (number + 1), shape, number + 1, PageFixture.TOWNS);
    }

    private Table table(String id, String category, List<String> values) {
        String key = category.isEmpty() ? "town" : category;
        boolean levels = key.equals("level");
        List<Table.Column> columns = new ArrayList<>();
        columns.add(new Table.Column(key, Message.of(levels ? "app.print-level" : "app.print-town"), "", 0));
        for (int k = 0; k < values.size(); k++) {
            // what has one title is one series of a chart
            Message title =
                    values.size() == 1 ? Message.of("app.print-people-short") : Message.of("risk.level-" + (k + 1));
            columns.add(new Table.Column(values.get(k), title, "", 0));
        }
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < (levels ? 4 : 8); i++) {
            List<Object> row = new ArrayList<>();
            row.add(
                    levels
                            ? Message.of("risk.level-" + (4 - i))
                            : (language == Language.CHINESE ? "镇街" : "Town ") + (i + 1));
            for (int k = 0; k < values.size(); k++) {
                row.add((double) (1200 - 130 * i + 310 * k));
            }
            rows.add(row);
        }
        return new Table(id, Message.of("app.print-by-town"), columns, rows);
    }
}
