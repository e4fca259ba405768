package org.clinicdesk.client.setup;

import org.clinicdesk.appointment.v1.ResourceKind;
import org.clinicdesk.appointment.v1.VisitType;
import org.clinicdesk.client.platform.Texts;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.stream.Collectors;

/// What is set up, in words.
final class Words {

    static final String NOTHING = "—";

    private final Texts texts;

    Words(Texts texts) {
        this.texts = texts;
    }

    String minutes(int minutes) {
        return texts.get("setup.minutes", Integer.toString(minutes));
    }

    String hours(int minutes) {
        return texts.get("setup.hours", HoursText.shown(Integer.toString(minutes)));
    }

    String kind(ResourceKind kind) {
        return texts.get("setup.resource.kind." + kind.name());
    }

    String need(VisitType.Need need) {
        return need.getType();
    }

    String needs(List<VisitType.Need> needs) {
        return needs.isEmpty()
                ? NOTHING
                : needs.stream().map(this::need).collect(Collectors.joining(", "));
    }

    String price(VisitType type) {
        return type.getCurrency().isEmpty()
                ? NOTHING
                : price(type.getPriceMinor(), type.getCurrency());
    }

    String price(long minor, String currency) {
        var amount = new BigDecimal(Price.shown(Long.toString(minor), currency));
        var format = NumberFormat.getNumberInstance(texts.locale());
        format.setMinimumFractionDigits(amount.scale());
        return currency.isEmpty()
                ? format.format(amount)
                : format.format(amount) + "\u00a0" + currency;
    }

    String buffers(VisitType type) {
        return type.getBufferBeforeMinutes() + type.getBufferAfterMinutes() == 0
                ? NOTHING
                : texts.get(
                        "setup.type.buffers",
                        Integer.toString(type.getBufferBeforeMinutes()),
                        Integer.toString(type.getBufferAfterMinutes()));
    }

    String yesNo(boolean on) {
        return texts.get(on ? "setup.yes" : "setup.no");
    }
}
