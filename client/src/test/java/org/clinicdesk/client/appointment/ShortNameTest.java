package org.clinicdesk.client.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class ShortNameTest {

    @Test
    void whatTellsPeopleApartStaysLongest() {
        assertEquals(
                List.of("Nguyễn Thị Ánh", "N. Thị Ánh", "N. T. Ánh", "T. Ánh", "Ánh"),
                ShortName.steps("Nguyễn Thị Ánh"));
    }

    @Test
    void oneWordStaysAsItIs() {
        assertEquals(List.of("Zoë"), ShortName.steps("Zoë"));
        assertEquals(List.of(""), ShortName.steps(""));
    }

    @Test
    void aLetterOfTwoCharactersIsNotCutInTwo() {
        assertEquals("𠮷. 太", ShortName.steps("𠮷野 太").get(1));
    }
}
