package riskmap.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Names are listed as the language of the message lists them. */
class NameListTest {
    @Test
    void exampleInJavadoc() {
        assertThat(NameList.of(List.of("a", "b")).in(Language.CHINESE)).isEqualTo("a、b");
        assertThat(NameList.of(List.of("a", "b")).in(Language.ENGLISH)).isEqualTo("a, b");
    }

    @Test
    void thatThereAreMoreIsTold() {
        assertThat(NameList.of(List.of("a", "b", "c"), 2).in(Language.CHINESE)).isEqualTo("a、b …");
        assertThat(NameList.of(List.of("a", "b"), 2).in(Language.CHINESE)).isEqualTo("a、b");
    }

    @Test
    void ofManyNamesThoseLikeTheOneAskedForAreListed() {
        List<String> many = List.of(
                "select-in-extent",
                "layer-extent",
                "buffer",
                "clip",
                "union",
                "merge",
                "slope",
                "aspect",
                "hillshade",
                "contours",
                "viewshed",
                "centroid",
                "dissolve");
        NameList near = NameList.near("extents", many);
        assertThat(near.named()).startsWith("layer-extent", "select-in-extent").hasSizeLessThan(many.size());
        assertThat(near.in(Language.CHINESE))
                .startsWith("layer-extent、select-in-extent")
                .endsWith(" …");
        assertThat(NameList.near("x", List.of("a", "b")).in(Language.ENGLISH)).isEqualTo("a, b");
    }

    @Test
    void aMisspeltNameMeansTheLikestOrNone() {
        List<String> names = List.of("floors", "people", "structure", "geom", "danger_grade", "name");
        assertThat(NameList.meant("flors", names)).containsExactly("floors");
        assertThat(NameList.meant("Danger-grad", names)).containsExactly("danger_grade");
        assertThat(NameList.meant("storeys", names)).isEmpty();
        assertThat(NameList.meant("", names)).isEmpty();
        assertThat(NameList.meant("name", List.of())).isEmpty();
        assertThat(NameList.meant("depth1", List.of("depth2", "depth3", "width1")))
                .containsExactly("depth2", "depth3");
    }

    @Test
    void thatThereIsNoNameIsSaid() {
        assertThat(NameList.of(List.of()).in(Language.CHINESE)).isEqualTo("（没有）");
        assertThat(NameList.of(List.of()).in(Language.ENGLISH)).isEqualTo("(none)");
    }
}
