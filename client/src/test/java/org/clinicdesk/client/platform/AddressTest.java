package org.clinicdesk.client.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class AddressTest {

    @Test
    void readsSeveralInOrder() {
        assertEquals(
                List.of(
                        new Address("a.example", 9000),
                        new Address("10.0.0.8", Address.DEFAULT_PORT)),
                Address.list("a.example:9000, 10.0.0.8"));
    }

    @Test
    void readsAnAddressWithColons() {
        assertEquals(new Address("::1", 9000), Address.of("[::1]:9000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " , ", "host:port", "host:0", "host:70000", ":8443"})
    void refusesWhatIsNone(String text) {
        assertThrows(IllegalArgumentException.class, () -> Address.list(text));
    }
}
