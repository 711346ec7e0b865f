package riskmap.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnitTextTest {
    @Test
    void aTitleIsFollowedByItsUnit() {
        assertThat(UnitText.heading("人口", "人", Language.CHINESE)).isEqualTo("人口 (人)");
        assertThat(UnitText.heading("Population", "人", Language.ENGLISH)).isEqualTo("Population (people)");
        assertThat(UnitText.heading("Level", "", Language.ENGLISH)).isEqualTo("Level");
    }

    @Test
    void aTitleThatSaysNoMoreThanItsUnitStandsAlone() {
        assertThat(UnitText.heading("People", "人", Language.ENGLISH)).isEqualTo("People");
        assertThat(UnitText.heading("人", "人", Language.CHINESE)).isEqualTo("人");
        // the unit of another thing is told
        assertThat(UnitText.heading("Buildings", "人", Language.ENGLISH)).isEqualTo("Buildings (people)");
    }
}
