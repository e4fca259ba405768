package org.clinicdesk.client.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// What was typed into a search, as the fields of a new person.
class TypedNameTest {

    @Test
    void inVietnameseTheFirstWordIsTheFamilyName() {
        assertEquals(
                new TypedName("Nguyễn", "Thị Minh Khai", "", true),
                TypedName.of("nguyễn thị minh khai", true));
    }

    @Test
    void elsewhereTheLastWordIs() {
        assertEquals(
                new TypedName("Carter", "Emily Jane", "", false),
                TypedName.of("Emily Jane Carter", false));
    }

    @Test
    void oneWordIsAGivenName() {
        assertEquals(new TypedName("", "Lân", "", true), TypedName.of(" lân ", true));
    }

    @Test
    void capitalsThatWereTypedStay() {
        assertEquals(
                new TypedName("McDonald", "Ana", "", false), TypedName.of("Ana McDonald", false));
    }

    @Test
    void aNumberIsAPhoneAndNeverAName() {
        assertEquals(
                new TypedName("", "", "0903 123 456", true), TypedName.of("0903 123 456", true));
        assertEquals(new TypedName("", "", "", true), TypedName.of("1986", true));
    }

    @Test
    void aVietnameseNameIsKnownAtAnyDesk() {
        assertEquals(
                new TypedName("Nguyễn", "Thị Minh Khai", "", true),
                TypedName.of("nguyễn thị minh khai", false));
    }
}
