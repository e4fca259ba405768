package org.clinicdesk.client.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// What was typed into a search, as the fields of a new person.
class TypedNameTest {

    @Test
    void inVietnameseTheFirstWordIsTheFamilyName() {
        assertEquals(
                new TypedName("Nguyễn", "Thị Minh Khai", ""),
                TypedName.of("nguyễn thị minh khai", true));
    }

    @Test
    void elsewhereTheLastWordIs() {
        assertEquals(
                new TypedName("Carter", "Emily Jane", ""),
                TypedName.of("Emily Jane Carter", false));
    }

    @Test
    void oneWordIsAGivenName() {
        assertEquals(new TypedName("", "Lân", ""), TypedName.of(" lân ", true));
    }

    @Test
    void capitalsThatWereTypedStay() {
        assertEquals(new TypedName("McDonald", "Ana", ""), TypedName.of("Ana McDonald", false));
    }

    @Test
    void aNumberIsAPhoneAndNeverAName() {
        assertEquals(new TypedName("", "", "0903 123 456"), TypedName.of("0903 123 456", true));
        assertEquals(new TypedName("", "", ""), TypedName.of("1986", true));
    }
}
