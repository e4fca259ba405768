package org.clinicdesk.client.pharmacy;

import com.google.protobuf.Timestamp;

import javafx.scene.control.Label;

import org.clinicdesk.client.kit.Pill;
import org.clinicdesk.client.kit.Tint;
import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.contract.Directions;
import org.clinicdesk.prescription.v1.Dosage;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.Prescription;

import java.time.Instant;
import java.time.LocalDate;

/// How the pharmacy says things, the same way on each of its screens.
record Words(Desk desk) {

    Texts texts() {
        return desk.texts();
    }

    /// As the doctor ordered it, in the language of the pharmacist: `1 tablet 3 times a day, for 7 days, by mouth.`
    String directions(Dosage dosage) {
        return Directions.in(texts().locale()).sentence(dosage);
    }

    /// `2 × 100 ml`
    String supply(OrderLine line) {
        return Directions.in(texts().locale()).supply(line);
    }

    /// `23 Nov, 08:55`: the day only when it is another than today.
    String at(Timestamp timestamp) {
        var instant = Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
        var zone = desk.session().zone();
        var time = texts().dates().time(instant, zone);
        var day = instant.atZone(zone).toLocalDate();
        return day.equals(desk.today()) ? time : texts().dates().date(day) + ", " + time;
    }

    /// Why nothing more of a line is handed out, in a word.
    Label stopped(Prescription.Line line) {
        return Pill.of(
                texts().get(line.getEnteredInError() ? "pharmacy.error" : "pharmacy.stopped"),
                Tint.GRAY);
    }

    String date(String iso) {
        return texts().dates().partial(iso);
    }

    /// Whether a lot may no longer be handed out.
    boolean expired(String expiresOn) {
        return LocalDate.parse(expiresOn).isBefore(desk.today());
    }

    /// Whether a lot expires within two months: it is to be used first.
    boolean expiring(String expiresOn) {
        return !expired(expiresOn)
                && LocalDate.parse(expiresOn).isBefore(desk.today().plusMonths(2));
    }
}
