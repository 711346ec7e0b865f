package riskmap.ui.style;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import riskmap.style.ColourRamp;
import riskmap.ui.style.StyleForm.Mode;

/** What stands in the symbology editor. */
class StyleFormTest {
    /** From categories it went on with two classes in colours without an order: the fewest and the most were told apart by luck. */
    @Test
    void classesOfNumbersBeginWithFiveInColoursThatHaveAnOrder() {
        StyleForm categories = StyleForm.initial().as(Mode.CATEGORIES);
        assertThat(categories.ramp()).isEqualTo(ColourRamp.SET);
        StyleForm few = new StyleForm(
                categories.mode(),
                "grade",
                categories.method(),
                2,
                "",
                categories.ramp(),
                false,
                categories.colour(),
                categories.look());
        StyleForm graduated = few.as(Mode.GRADUATED);
        assertThat(graduated.classes()).isEqualTo(5);
        assertThat(graduated.ramp()).isEqualTo(ColourRamp.CIVIDIS);
        assertThat(graduated.field()).isEqualTo("grade");
    }

    @Test
    void coloursThatWereChosenForClassesStay() {
        StyleForm usual = StyleForm.initial().as(Mode.GRADUATED);
        StyleForm reds = new StyleForm(
                usual.mode(), "people", usual.method(), 3, "", ColourRamp.REDS, true, usual.colour(), usual.look());
        assertThat(reds.as(Mode.GRADUATED)).isEqualTo(reds);
        assertThat(reds.as(Mode.SINGLE).as(Mode.GRADUATED)).isEqualTo(reds);
    }
}
