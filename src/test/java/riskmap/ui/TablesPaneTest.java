package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.data.Table;
import riskmap.ui.look.Texts;

/** The bar of open tables in the real window: the runs of a day leave dozens of them. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith({ShotOnFailure.class, WindowOnSmallProject.class})
class TablesPaneTest {
    private static final List<String> TITLES = List.of(
            "risk.table-rain",
            "risk.table-factors",
            "risk.table-consequences",
            "risk.column-threshold",
            "risk.column-town",
            "risk.column-hour",
            "ui.runs-id",
            "ui.runs-version",
            "ui.runs-parameters",
            "ui.runs-inputs",
            "ui.runs-outputs",
            "ui.runs-conservation",
            "ui.table-zoom",
            "ui.table-unselect",
            "ui.table-filter-apply",
            "ui.table-filter-clear");

    private static WindowDriver driver;

    @BeforeAll
    static void open(WindowDriver open) {
        driver = open;
    }

    private static void manyTables() throws Exception {
        driver.run(() -> {
            driver.model().tables().closeAll();
            driver.model().tablesShown().set(true);
            driver.model()
                    .tables()
                    .show(IntStream.range(0, TITLES.size())
                            .mapToObj(number -> new Table(
                                    "t" + number,
                                    Message.of(TITLES.get(number)),
                                    List.of(new Table.Column("x", Message.of("risk.column-town"), "", 0)),
                                    List.of(List.of("甲"))))
                            .toList());
        });
        driver.settle();
    }

    private static List<String> open(String... titles) {
        return List.of(titles).stream().map(title -> Message.of(title).text()).toList();
    }

    private static List<String> openTitles() throws Exception {
        return driver.get(() -> driver.model().tables().open().stream()
                .map(table -> table.title().getValue())
                .toList());
    }

    private static Node header(String of) {
        return Fx.find("#tables", Node.class).lookupAll(".tab-label").stream()
                .filter(label -> Message.of(of).text().equals(((Label) label).getText()))
                .findFirst()
                .orElse(null);
    }

    private static void choose(String of, String item) throws Exception {
        // the headings of tables that were shown this moment are made with the next picture
        driver.await(() -> header(of) != null);
        Node header = driver.get(() -> header(of));
        driver.robot.clickOn(header, MouseButton.SECONDARY);
        String text = Message.of(item).text();
        driver.await(() -> driver.robot.lookup(text).tryQuery().isPresent());
        driver.robot.clickOn(text);
        driver.settle();
    }

    @Test
    void theOtherTablesAreClosedFromTheMenuOfATabAndThenAll() throws Exception {
        manyTables();
        choose("risk.table-factors", "ui.table-close-others");
        assertThat(openTitles()).containsExactlyElementsOf(open("risk.table-factors"));
        assertThat(driver.<String>get(
                        () -> driver.model().tables().front().get().title().getValue()))
                .isEqualTo(Message.of("risk.table-factors").text());
        choose("risk.table-factors", "ui.table-close-all");
        assertThat(openTitles()).isEmpty();
    }

    /** The tab in front was pushed out of the bar by the longer titles before it: nothing told which table was shown. */
    @Test
    void theTabInFrontStaysInSightWhenTheTitlesGetLonger() throws Exception {
        manyTables();
        driver.run(() -> {
            var tables = driver.model().tables();
            tables.front().set(tables.open().get(TITLES.size() - 4));
        });
        driver.settle();
        driver.await(TablesPaneTest::frontTabIsInSight);
        driver.run(() -> Texts.use(Language.ENGLISH));
        try {
            driver.settle();
            driver.await(TablesPaneTest::frontTabIsInSight);
            assertThat(openTitles()).hasSize(TITLES.size());
            assertThat(driver.<Object>get(() -> driver.model().tables().front().get()))
                    .isEqualTo(driver.get(() -> driver.model().tables().open().get(TITLES.size() - 4)));
        } finally {
            driver.run(() -> Texts.use(Language.CHINESE));
        }
    }

    private static boolean frontTabIsInSight() {
        TabPane tables = Fx.find("#tables", TabPane.class);
        Node tab = tables.lookupAll(".tab").stream()
                .filter(each -> each.getPseudoClassStates().contains(PseudoClass.getPseudoClass("selected")))
                .findFirst()
                .orElseThrow();
        Bounds shown = tables.localToScene(tables.getLayoutBounds());
        Bounds at = tab.localToScene(tab.getLayoutBounds());
        return at.getMinX() >= shown.getMinX() && at.getMaxX() <= shown.getMaxX();
    }
}
