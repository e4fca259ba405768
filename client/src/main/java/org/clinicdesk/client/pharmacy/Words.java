package org.clinicdesk.client.pharmacy;

import com.google.protobuf.Timestamp;

import org.clinicdesk.client.platform.Desk;
import org.clinicdesk.client.platform.Texts;
import org.clinicdesk.prescription.v1.Dosage;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;

/// How the pharmacy says things, the same way on each of its screens.
record Words(Desk desk) {

    Texts texts() {
        return desk.texts();
    }

    /// `1 tablet · 3 times a day · 7 days · oral`.
    String directions(Dosage dosage) {
        var parts = new ArrayList<String>();
        var dose = NumberFormat.getInstance(texts().locale()).format(dosage.getDose());
        parts.add(dose + " " + word("unit", dosage.getUnit()));
        var often = texts().get("pharmacy.times", dosage.getTimesADay());
        parts.add(dosage.getAsNeeded() ? texts().get("pharmacy.as-needed", often) : often);
        parts.add(
                dosage.getDays() == 0
                        ? texts().get("pharmacy.days.open")
                        : texts().get("pharmacy.days", dosage.getDays()));
        parts.add(word("route", dosage.getRoute()));
        return String.join(" · ", parts);
    }

    /// Units and ways are words of a list where we know them, and as written where we do not.
    private String word(String kind, String written) {
        var key =
                "pharmacy."
                        + kind
                        + "."
                        + written.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
        return texts().has(key) ? texts().get(key) : written;
    }

    /// `23 Nov, 08:55`: the day only when it is another than today.
    String at(Timestamp timestamp) {
        var instant = Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
        var zone = desk.session().zone();
        var time = texts().dates().time(instant, zone);
        var day = instant.atZone(zone).toLocalDate();
        return day.equals(desk.today()) ? time : texts().dates().date(day) + ", " + time;
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
