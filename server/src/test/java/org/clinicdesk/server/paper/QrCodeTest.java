package org.clinicdesk.server.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {
    /// Codes whose preferred drawing holds a pattern that a reader takes for a corner: it found none of them.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CD1-J4TB-TP30-HYNQ-YCNF-EB4Q-QARW-ZC44",
                "CD1-KRJF-NH1A-AJEH-WC8J-PNB8-8HWZ-ZVNY",
                "CD1-BK8E-GEZ9-T36X-DQX1-TFK1-V1EH-TJGK",
                "CD1-486V-QP5V-J5GK-A5GQ-0GJA-RAEQ-9EPQ"
            })
    void aCodeThatDeceivesItsReaderIsDrawnAnotherWay(String code) throws Exception {
        var card = CardPaperTest.printed(CardPaperTest.card("Ann Lee", code));
        for (int dpi : new int[] {96, 150, 300, 600}) {
            assertEquals(code, card.qr(0, dpi));
        }
    }

    @Test
    void takesNoName() {
        assertThrows(IllegalArgumentException.class, () -> QrCode.of("Nguyễn Thị Ánh"));
    }
}
